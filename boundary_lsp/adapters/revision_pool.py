"""Parses files that are not on disk, by the same worker processes as those that are."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.adapters.parsing import failed
from boundary_lsp.adapters.pool import WorkerPool
from boundary_lsp.ports import FileSystem, Parsed


class RevisionPool:
    """A parse pool over a file system. Closes the workers."""

    def __init__(self, files: FileSystem, workers: WorkerPool) -> None:
        self._files = files
        self._workers = workers

    def warm_up(self) -> None:
        self._workers.warm_up()

    def parse(self, paths: list[str]) -> Iterator[Parsed]:
        texts, lost = {}, []
        for path in paths:
            try:
                texts[path] = self._files.read(path)
            except OSError:
                lost.append(path)
        self._workers.texts = texts
        yield from self._workers.parse(list(texts))
        self._workers.texts = {}
        yield from (failed(path, "unreadable") for path in lost)

    def close(self) -> None:
        self._workers.close()
