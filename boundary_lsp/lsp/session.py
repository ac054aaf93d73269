"""What is open in the editor: buffers, folders, and the roots that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import wait
from typing import NamedTuple

from lsprotocol import types

from boundary_lsp.ide.settings import Features
from boundary_lsp.lsp.buffers import Buffer
from boundary_lsp.lsp.query import Query
from boundary_lsp.lsp.root import Root, View
from boundary_lsp.lsp.uris import below, joined, path_of, uri_of
from boundary_lsp.model.lines import Columns

_END_SECONDS = 1.0


class Place(NamedTuple):
    """Where a document belongs."""

    root: Root
    path: str
    """Below the root."""


class Session:
    """Roots are opened when something in them is; `find_root` and `open_root` take absolute paths."""

    def __init__(self, find_root: Callable[[str], str], open_root: Callable[[str], Root]) -> None:
        self.columns = Columns.UTF16
        self.baseline = ""
        """Below every root that is opened from now on."""
        self.client = types.ClientCapabilities()
        self.features = Features()
        """Those that are switched on."""
        self._find_root = find_root
        self._open_root = open_root
        self._roots: dict[str, Root] = {}
        self._folders: set[str] = set()
        self._buffers: dict[str, Buffer] = {}
        """By absolute path."""

    @property
    def roots(self) -> list[Root]:
        return list(self._roots.values())

    def add_folder(self, uri: str) -> None:
        path = path_of(uri)
        if path is not None:
            folder = path.rstrip("/") or "/"
            self._folders.add(folder)
            self._opened(self._find_root(folder))

    def remove_folder(self, uri: str) -> list[Root]:
        """Roots that nothing else is open in are closed, and come back."""
        self._folders.discard((path_of(uri) or "").rstrip("/"))
        used = {self._find_root(folder) for folder in self._folders}
        used.update(place.root.path for place in map(self._place, self._buffers) if place)
        closed = [self._roots.pop(path) for path in self._roots.keys() - used]
        for root in closed:
            root.close()
        return closed

    def open(self, document: types.TextDocumentItem) -> None:
        path = path_of(document.uri)
        if path is not None:
            self._buffers[path] = Buffer(document.uri, document.version, document.text)
            place = self._place(path) or Place(self._opened(self._find_root(path)), "")
            self._edit(path, place.root)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        buffer = self._buffers.get(path or "")
        place = self._place(path) if path else None
        if path and buffer and place:
            buffer.change(params.text_document.version, params.content_changes, self.columns)
            self._edit(path, place.root)

    def close(self, uri: str) -> None:
        path = path_of(uri)
        if path in self._buffers:
            del self._buffers[path]
            if place := self._place(path):
                place.root.edit(place.path, None)

    def touch(self, uris: Iterable[str]) -> None:
        """Files were written, created or removed on disk; one may be in several roots."""
        paths = [path for uri in uris if (path := path_of(uri))]
        for root in self._roots.values():
            inside = [inner for path in paths if (inner := below(root.path, path))]
            if inside:
                root.touch(inside)

    def place(self, uri: str) -> Place | None:
        """None for what is in no root."""
        path = path_of(uri)
        return self._place(path) if path else None

    def text(self, uri: str) -> bytes | None:
        """Of the buffer, if it is open."""
        buffer = self._buffers.get(path_of(uri) or "")
        return buffer.text if buffer else None

    def open_in(self, root: Root) -> Iterator[tuple[str, Buffer]]:
        """(path below the root, buffer)."""
        for path, buffer in self._buffers.items():
            place = self._place(path)
            if place and place.root is root:
                yield place.path, buffer

    def query(self, root: Root, view: View, module: int = -1) -> Query:
        def buffer(path: str) -> Buffer | None:
            return buffers.get(joined(root.path, path))

        def uri_at(path: str) -> str:
            found = buffer(path)
            return found.uri if found else uri_of(joined(root.path, path))

        def path_at(uri: str) -> str | None:
            path = path_of(uri)
            return below(root.path, path) if path else None

        def version_at(path: str) -> int | None:
            found = buffer(path)
            return found.version if found else None

        def covers(path: str) -> bool:
            return any(below(folder, joined(root.path, path)) is not None for folder in folders)

        def belongs(path: str) -> bool:
            return all(below(inner, joined(root.path, path)) is None for inner in inside)

        buffers, folders = dict(self._buffers), frozenset(self._folders)
        inside = [path for path in self._roots if below(root.path, path)]
        opened = tuple(path for absolute in buffers if (path := below(root.path, absolute)))
        return Query(
            view.snapshot,
            module,
            self.columns,
            self.client,
            self.features,
            uri_at,
            path_at,
            version_at,
            covers,
            belongs,
            opened,
        )

    def end(self) -> None:
        """Close everything; what takes longer than a moment is left to its fate."""
        wait([root.close() for root in self._roots.values()], _END_SECONDS)
        self._roots.clear()

    def _edit(self, path: str, root: Root) -> None:
        inner = below(root.path, path)
        if inner:
            root.edit(inner, self._buffers[path].text)

    def _place(self, path: str) -> Place | None:
        """In the innermost root that it is in."""
        for root in sorted(self._roots.values(), key=lambda root: -len(root.path)):
            inner = below(root.path, path)
            if inner:
                return Place(root, inner)
        return None

    def _opened(self, path: str) -> Root:
        if path not in self._roots:
            self._roots[path] = self._open_root(path)
        return self._roots[path]
