"""Virtual environments in the project: what is installed in them, and which folders they look into. Read as data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.python.editable import editable_folders
from boundary_lsp.resolve.python.standard import Version

_NAMES = (".venv", "venv", "env")
_MARK = "pyvenv.cfg"
_VERSION = re.compile(rb"^version(?:_info)?\s*=\s*(\d+)\.(\d+)", re.MULTILINE)
_HEAD = 4096


class Installation:
    """One environment."""

    def __init__(self, files: FileSystem, home: str) -> None:
        self._files = files
        self.version = _version(files, home)
        self._site = _site_packages(files, home)
        self._tops: dict[str, bool] = {}

    def editable(self) -> tuple[str, ...]:
        """Folders of the project in which it looks for modules."""
        return tuple(folder for site in self._site for folder in editable_folders(self._files, site))

    def file(self, parts: tuple[str, ...]) -> str | None:
        """The file of an installed module, else of the package that it is in; empty where that has none that we know;
        None where no such package is installed."""
        home = next((site for site in self._site if self._has(site, parts[0])), None)
        if home is None:
            return None
        path = f"{home}/{'/'.join(parts)}"
        return next((path + e for e in (".py", "/__init__.py", ".pyi") if self._files.is_file(path + e)), "")

    def _has(self, site: str, top: str) -> bool:
        path = f"{site}/{top}"
        if path not in self._tops:
            single = any(self._files.is_file(path + ending) for ending in (".py", ".pyi"))
            folders = (path, f"{path}-stubs")
            self._tops[path] = single or any(map(self._files.is_directory, folders))
        return self._tops[path]


class Installations:
    """Each folder has that of the nearest folder above with one."""

    def __init__(self, files: FileSystem) -> None:
        self._files = files
        self._known: dict[str, Installation | None] = {}

    def of(self, directory: str) -> Installation | None:
        if directory not in self._known:
            home = next(self._homes(directory), None)
            if home is not None:
                self._known[directory] = Installation(self._files, home)
            else:
                self._known[directory] = self.of(directory.rpartition("/")[0]) if directory else None
        return self._known[directory]

    def _homes(self, directory: str) -> Iterator[str]:
        for name in _NAMES:
            home = f"{directory}/{name}" if directory else name
            if self._files.is_file(f"{home}/{_MARK}"):
                yield home


def _version(files: FileSystem, home: str) -> Version | None:
    try:
        found = _VERSION.search(files.read_head(f"{home}/{_MARK}", _HEAD))
    except OSError:
        return None
    return (int(found[1]), int(found[2])) if found else None


def _site_packages(files: FileSystem, home: str) -> tuple[str, ...]:
    """`lib/python3.12/site-packages`; `Lib/site-packages` on Windows."""
    windows = f"{home}/Lib/site-packages"
    if files.is_directory(windows):
        return (windows,)
    try:
        versions = [entry.name for entry in files.entries(f"{home}/lib") if entry.is_directory]
    except OSError:
        return ()
    sites = (f"{home}/lib/{name}/site-packages" for name in versions if name.startswith("python"))
    return tuple(site for site in sites if files.is_directory(site))
