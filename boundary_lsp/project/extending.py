"""Which file an `extends` means."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from boundary_lsp.ports import FileSystem
from boundary_lsp.project.members import Members


class ExtendedFiles:
    """`./base`, `@tsconfig/node20`, `@acme/config/next.json`: packages of the workspace, and installed ones."""

    def __init__(self, files: FileSystem, members: Members) -> None:
        self._files = files
        self._members = members

    def find(self, path: str, base: str) -> str | None:
        """None where there is no such file, or its package is not installed."""
        directory = posixpath.dirname(path)
        if base.startswith((".", "/")):
            wanted: Iterator[str] = iter([posixpath.normpath(posixpath.join(directory, base))])
        else:
            wanted = self._in_packages(directory, base)
        return next((found for folder in wanted for found in _spellings(folder) if self._files.is_file(found)), None)

    def _in_packages(self, directory: str, base: str) -> Iterator[str]:
        parts = base.split("/")
        count = 2 if base.startswith("@") else 1
        member = self._members.named("/".join(parts[:count]), directory)
        if member is not None:
            subpath = "/".join([".", *parts[count:]])
            yield from (posixpath.join(member.directory, target) for target in _offered(member.exports, subpath))
            yield posixpath.join(member.directory, *parts[count:])
        while True:
            yield posixpath.join(directory, "node_modules", base)
            if not directory:
                return
            directory = posixpath.dirname(directory)


def _offered(exports: Any, subpath: str) -> list[str]:
    """What a manifest's `exports` has for exactly that subpath, where it is written plainly."""
    value = exports.get(subpath) if isinstance(exports, dict) else None
    if isinstance(value, dict):
        value = value.get("default")
    return [posixpath.normpath(value)] if isinstance(value, str) else []


def _spellings(path: str) -> tuple[str, ...]:
    return path, f"{path}.json", posixpath.join(path, "tsconfig.json")
