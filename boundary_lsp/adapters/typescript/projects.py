"""Which `tsconfig.json` a file belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boundary_lsp.model.project import TsConfig
from boundary_lsp.ports import FileSystem

_NAMES = ("tsconfig.json", "jsconfig.json")


class Projects:
    """`tsconfigs` are those of `Project.tsconfigs`: by directory, the one that governs it."""

    def __init__(self, files: FileSystem, tsconfigs: Mapping[str, TsConfig]) -> None:
        self._files = files
        self._tsconfigs = tsconfigs
        self._beside: dict[str, tuple[str, ...]] = {}

    def candidates(self, path: str) -> Iterator[str]:
        """Config files that may include a file, the nearest first. One may only refer to others, which follow it."""
        directory = path
        while directory:
            directory = directory.rpartition("/")[0]
            yield from self._configs(directory)

    def _configs(self, directory: str) -> tuple[str, ...]:
        if directory not in self._beside:
            self._beside[directory] = tuple(dict.fromkeys(self._found(directory)))
        return self._beside[directory]

    def _found(self, directory: str) -> Iterator[str]:
        prefix = f"{directory}/" if directory else ""
        for name in _NAMES:
            if self._files.is_file(prefix + name):
                yield prefix + name
                break
        governing = self._tsconfigs.get(directory)
        if governing is not None:
            yield governing.path
            for reference in governing.references:
                target = reference if reference.endswith(".json") else f"{reference}/{_NAMES[0]}".lstrip("/")
                if self._files.is_file(target):
                    yield target
