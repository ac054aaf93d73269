"""What client code is loaded by, and what that lacks.

Sources: for bundlers, `environments`. Anvil: the modules that its browser's Python (Skulpt, with the files of Anvil's
runtime of 2026) refuses when they are imported one by one, as far as Anvil's own checker (anvil-pyright 0.0.1) says the
same. Pyodide: the modules that its releases 0.26 and 314.0 both refuse, and all servers' Pythons have somewhere.
"""

from __future__ import annotations

import re

import msgspec

from boundary_lsp.frameworks.environments import POLYFILLED_BUILTINS, SERVER_ONLY_PACKAGES


class Runtime(msgspec.Struct, frozen=True):
    lacks: re.Pattern[str]
    """Matched in full against the names of built-in modules."""
    replaces: frozenset[str] = frozenset()
    """Those of them that it gets something else for, which costs its users a download."""
    packages: frozenset[str] = frozenset()
    """Specifiers that make it fail."""
    shares_files: bool = False
    """It loads files as they are: one that the server loads as well may ask where it runs before it imports."""
    place: str = "the browser"
    failure: str = "the Python there does not have it: what imports it fails to load"
    remedy: str = "call a server function instead"


def _modules(*names: str) -> re.Pattern[str]:
    """These, and what is in them."""
    return re.compile(rf"(?:{'|'.join(' '.join(names).split())})(?:\..+)?")


BUNDLE = Runtime(
    re.compile(r".+"),
    POLYFILLED_BUILTINS,
    SERVER_ONLY_PACKAGES,
    place="the client bundle",
    failure="only the server has it: the build fails",
    remedy="call a server function instead, or take only the type",
)

ANVIL_CLIENT = Runtime(
    _modules(
        "abc argparse ast asyncio atexit binascii bz2 cgi cmath codecs compileall concurrent configparser contextlib",
        "csv ctypes dataclasses dbm decimal difflib dis distutils doctest email ensurepip enum fnmatch ftplib gc",
        "gettext glob gzip hashlib heapq hmac html http imaplib importlib inspect io locale lzma marshal mmap",
        "modulefinder multiprocessing nt ntpath os pathlib pdb pickle pkgutil poplib posix posixpath pprint profile",
        "queue quopri resource secrets select selectors shelve shutil site smtplib socket sqlite3 ssl statistics",
        "struct subprocess symtable sysconfig tarfile tempfile threading timeit trace traceback uu venv warnings",
        "weakref wsgiref xml xmlrpc zipfile zlib",
    ),
    shares_files=True,
)

PYODIDE = Runtime(
    _modules(
        "curses dbm ensurepip grp idlelib msvcrt nt pwd readline resource syslog tkinter turtle turtledemo venv winreg",
        "winsound",
    ),
    shares_files=True,
)

ANY_PYTHON = Runtime(re.compile(r"(?!)"))
"""Nothing is known of it."""
