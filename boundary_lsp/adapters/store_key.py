"""What the facts on disk depend on besides the file itself, found out without loading any of it."""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH100, PTH116, PTH112, PTH118, PTH120, PTH123, PTH208

from __future__ import annotations

import os
import sys
from hashlib import blake2b

from boundary_lsp import __version__
from boundary_lsp.adapters.frozen import CODE
from boundary_lsp.syntax.languages import LANGUAGES

FORMAT = 1
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FACT_ROOMS = ("model", "syntax")
"""Where all code is that facts depend on."""
_GRAMMARS = ("tree_sitter", *sorted({language.grammar for language in LANGUAGES}))


def tool_key() -> str:
    """The version of the tool, of the code that makes facts, and of the grammars."""
    return "/".join((str(FORMAT), __version__, _front_end(), *map(_installed_version, _GRAMMARS)))


def program_key() -> str:
    """The same for results: everything in the package may bear on them. By time and size, which is enough to notice a
    change and costs a millisecond."""
    digest = blake2b(digest_size=8)
    for path in sorted(_code_files(_PACKAGE)):
        status = os.stat(path)
        digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return "/".join((str(FORMAT), __version__, digest.hexdigest()))


def cache_directory() -> str:
    """`BOUNDARY_CACHE_DIR`, else the user's cache directory."""
    if configured := os.environ.get("BOUNDARY_CACHE_DIR"):
        return os.path.abspath(configured)
    from platformdirs import user_cache_dir

    return user_cache_dir("boundary-lsp", appauthor=False)


def _front_end() -> str:
    """A digest of the code of everything that makes facts: a working copy changes without its version changing."""
    digest = blake2b(digest_size=8)
    for room in FACT_ROOMS:
        for path in sorted(_code_files(os.path.join(_PACKAGE, room))):
            with open(path, "rb") as file:
                digest.update(file.read())
    return digest.hexdigest()


def _code_files(directory: str) -> list[str]:
    found: list[str] = []
    for entry in os.scandir(directory):
        if entry.is_dir():
            found += _code_files(entry.path)
        elif entry.name.endswith(CODE):
            found.append(entry.path)
    return found


def _installed_version(package: str) -> str:
    """From the folder that an installer leaves beside the package: asking importlib.metadata takes 50 ms."""
    for directory in sys.path:
        if directory and os.path.isdir(os.path.join(directory, package)):
            names = [name for name in os.listdir(directory) if name.startswith(f"{package}-")]
            return ",".join(sorted(names)) or "unknown"
    return "unknown"
