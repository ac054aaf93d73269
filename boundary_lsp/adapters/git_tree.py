"""A folder as it was at a commit, without a checkout."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

from boundary_lsp.adapters.git_objects import GitObjects
from boundary_lsp.adapters.overlay import folders_of
from boundary_lsp.ports import Entry, FileSystem, Stamp

_LINK, _SUBMODULE = b"120000", b"160000"
_KEPT = frozenset({".git", "node_modules"})
"""Folders that no commit has: they are taken as they are now."""
_NOT_ON_DISK = -3
"""In place of a time: no file has it."""


class Blob(NamedTuple):
    name: str
    size: int


class Tree(NamedTuple):
    files: Mapping[str, Blob]
    """Links to files among them, as what they lead to. A link to a folder is left out."""
    submodules: frozenset[str]


class TreeFileSystem:
    """A `FileSystem` of a tree. Installed packages and submodules, which the tree does not have, are those of `now`."""

    def __init__(self, now: FileSystem, tree: Tree, objects: GitObjects) -> None:
        self.root = now.root
        self._now = now
        self._tree = tree
        self._objects = objects
        self._folders = folders_of([*tree.files, *(f"{path}/." for path in tree.submodules)]) or {"": {}}

    def read(self, path: str) -> bytes:
        if self._is_kept(path):
            return self._now.read(path)
        if path not in self._tree.files:
            raise FileNotFoundError(path)
        return self._objects.read(self._tree.files[path].name)

    def read_head(self, path: str, size: int) -> bytes:
        return self._now.read_head(path, size) if self._is_kept(path) else self.read(path)[:size]

    def entries(self, directory: str) -> list[Entry]:
        if self._is_kept(directory):
            return self._now.entries(directory)
        if directory not in self._folders:
            raise FileNotFoundError(directory)
        return sorted(Entry(name, is_folder, not is_folder) for name, is_folder in self._folders[directory].items())

    def stamp(self, path: str) -> Stamp | None:
        if self._is_kept(path):
            return self._now.stamp(path)
        blob = self._tree.files.get(path)
        return None if blob is None else Stamp(blob.size, _NOT_ON_DISK, int(blob.name[:15], 16))

    def is_file(self, path: str) -> bool:
        return self._now.is_file(path) if self._is_kept(path) else path in self._tree.files

    def is_directory(self, path: str) -> bool:
        return self._now.is_directory(path) if self._is_kept(path) else path in self._folders

    def _is_kept(self, path: str) -> bool:
        if not _KEPT.isdisjoint(path.split("/")):
            return True
        return any(path == one or path.startswith(f"{one}/") for one in self._tree.submodules)


def tree_of(listing: bytes, objects: GitObjects) -> Tree:
    """From what `git ls-tree -r -z` prints. Raises NotInHistory."""
    names: dict[str, str] = {}
    links: dict[str, str] = {}
    submodules = []
    for row in filter(None, listing.split(b"\0")):
        fields, _, raw = row.partition(b"\t")
        mode, _, name = fields.split()
        path = raw.decode("utf-8", "surrogateescape")
        if mode == _SUBMODULE:
            submodules.append(path)
        else:
            (links if mode == _LINK else names)[path] = name.decode()
    sizes = objects.sizes([*names.values(), *links.values()])
    for path, link in links.items():
        target = normpath(join(dirname(path), objects.read(link).decode("utf-8", "surrogateescape")))
        if target in names and target not in links:
            names[path] = names[target]
    return Tree({path: Blob(name, sizes[name]) for path, name in names.items()}, frozenset(submodules))
