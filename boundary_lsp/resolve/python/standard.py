"""The standard library, by version.

Source: `sys.stdlib_module_names` of 3.10 to 3.14, and the lists of removed modules of "What's New" of 3.12 and 3.13.
"""

from __future__ import annotations

Version = tuple[int, int]

_ALWAYS = frozenset(
    {
        "__future__", "_ast", "_asyncio", "_bisect", "_collections", "_collections_abc", "_csv", "_ctypes", "_datetime",
        "_decimal", "_functools", "_heapq", "_io", "_json", "_operator", "_pydecimal", "_random", "_socket", "_sqlite3",
        "_ssl", "_string", "_strptime", "_thread", "_typeshed", "_weakref", "_weakrefset", "_winapi", "abc",
        "antigravity", "argparse", "array", "ast", "asyncio", "atexit", "base64", "bdb", "binascii", "bisect",
        "builtins", "bz2", "cProfile", "calendar", "cmath", "cmd", "code", "codecs", "codeop", "collections",
        "colorsys", "compileall", "concurrent", "configparser", "contextlib", "contextvars", "copy", "copyreg", "csv",
        "ctypes", "curses", "dataclasses", "datetime", "dbm", "decimal", "difflib", "dis", "doctest", "email",
        "encodings", "ensurepip", "enum", "errno", "faulthandler", "fcntl", "filecmp", "fileinput", "fnmatch",
        "fractions", "ftplib", "functools", "gc", "genericpath", "getopt", "getpass", "gettext", "glob", "graphlib",
        "grp", "gzip", "hashlib", "heapq", "hmac", "html", "http", "idlelib", "imaplib", "importlib", "inspect", "io",
        "ipaddress", "itertools", "json", "keyword", "linecache", "locale", "logging", "lzma", "mailbox", "marshal",
        "math", "mimetypes", "mmap", "modulefinder", "msvcrt", "multiprocessing", "netrc", "nt", "ntpath", "nturl2path",
        "numbers", "opcode", "operator", "optparse", "os", "pathlib", "pdb", "pickle", "pickletools", "pkgutil",
        "platform", "plistlib", "poplib", "posix", "posixpath", "pprint", "profile", "pstats", "pty", "pwd",
        "py_compile", "pyclbr", "pydoc", "pydoc_data", "pyexpat", "queue", "quopri", "random", "re", "readline",
        "reprlib", "resource", "rlcompleter", "runpy", "sched", "secrets", "select", "selectors", "shelve", "shlex",
        "shutil", "signal", "site", "smtplib", "socket", "socketserver", "sqlite3", "sre_compile", "sre_constants",
        "sre_parse", "ssl", "stat", "statistics", "string", "stringprep", "struct", "subprocess", "symtable", "sys",
        "sysconfig", "syslog", "tabnanny", "tarfile", "tempfile", "termios", "textwrap", "this", "threading", "time",
        "timeit", "tkinter", "token", "tokenize", "trace", "traceback", "tracemalloc", "tty", "turtle", "turtledemo",
        "types", "typing", "unicodedata", "unittest", "urllib", "uuid", "venv", "warnings", "wave", "weakref",
        "webbrowser", "winreg", "winsound", "wsgiref", "xml", "xmlrpc", "zipapp", "zipfile", "zipimport", "zlib",
        "zoneinfo",
    }
)  # fmt: skip

_SINCE: dict[str, Version] = {"tomllib": (3, 11), "annotationlib": (3, 14), "compression": (3, 14)}

_UNTIL: dict[str, Version] = {
    **dict.fromkeys(("asynchat", "asyncore", "distutils", "imp", "smtpd"), (3, 11)),
    **dict.fromkeys(("aifc", "audioop", "cgi", "cgitb", "chunk", "crypt", "imghdr", "lib2to3", "mailcap"), (3, 12)),
    **dict.fromkeys(("msilib", "nis", "nntplib", "ossaudiodev", "pipes", "sndhdr", "spwd", "sunau"), (3, 12)),
    **dict.fromkeys(("telnetlib", "uu", "xdrlib"), (3, 12)),
}


def is_standard(name: str, version: Version | None) -> bool:
    """Whether that version has a module of the (undotted) name; any version where it is not known."""
    if name in _ALWAYS:
        return True
    if version is None:
        return name in _SINCE or name in _UNTIL
    return version >= _SINCE.get(name, (4, 0)) or version <= _UNTIL.get(name, (0, 0))
