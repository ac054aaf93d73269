"""The source files that a package's own build starts from, as its scripts and bundler configurations name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from boundary_lsp.model.project import Manifest, Project
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.output import output_stem
from boundary_lsp.resolve.paths import PathFinder, join

_BUNDLERS = ("tsup", "tsdown", "build", "rollup", "rolldown", "vite", "bunchee", "rslib")
_CONFIGS = tuple(f"{name}.config.{e}" for name in _BUNDLERS for e in ("ts", "mts", "cts", "js", "mjs", "cjs"))
_IN_SCRIPT = re.compile(
    r"\b(?:tsup|tsdown|esbuild|bunchee|microbundle|ncc build|bun build)\s+([\w./-]+\.[mc]?[jt]sx?)\b"
)


class BuildEntries:
    """Read when a package's output has no source by its name; once for each package."""

    def __init__(self, project: Project, files: FileSystem, finder: PathFinder) -> None:
        self._project = project
        self._files = files
        self._finder = finder
        self._entries: dict[str, dict[str, str]] = {}

    def source_of(self, manifest: Manifest, target: str) -> str | None:
        """The entry whose output is called like `target`; the only entry there is, for a package's only output."""
        entries = self._of(manifest)
        name = output_stem(target).rpartition("/")[2]
        path = entries.get(name)
        if path is None and len(set(entries.values())) == 1:
            path = next(iter(entries.values()))
        return self._finder.find(path) if path else None

    def _of(self, manifest: Manifest) -> dict[str, str]:
        directory = manifest.directory
        if directory not in self._entries:
            found = [*self._from_configs(directory), *_from_scripts(manifest)]
            paths = {name: join(directory, path) for name, path in found}
            self._entries[directory] = {name: path for name, path in paths.items() if path}
        return self._entries[directory]

    def _from_configs(self, directory: str) -> Iterator[tuple[str, str]]:
        for name in _CONFIGS:
            path = f"{directory}/{name}" if directory else name
            if path in self._project.files:
                yield from self._from_config(path)

    def _from_config(self, path: str) -> Iterator[tuple[str, str]]:
        from boundary_lsp.syntax.literals import read_config

        try:
            config = read_config(path, self._files.read(path))
        except OSError:
            return
        for table in config if isinstance(config, list) else [config]:
            if isinstance(table, dict):
                library = _at(table, "build", "lib")
                for entry in (table.get("entry"), table.get("input"), table.get("entries"), _at(library, "entry")):
                    yield from _named(entry)
                file_name = _at(library, "fileName")
                for _, source in _named(_at(library, "entry")) if isinstance(file_name, str) else ():
                    yield file_name, source


def _from_scripts(manifest: Manifest) -> Iterator[tuple[str, str]]:
    for script in manifest.scripts.values():
        for found in _IN_SCRIPT.finditer(script):
            yield from _named(found[1])


def _named(entry: Any) -> Iterator[tuple[str, str]]:
    """(name of the output, path of the source): `src/index.ts`, a list of them, or `{index: "src/main.ts"}`."""
    path = getattr(entry, "path", entry)
    if isinstance(path, str) and "*" not in path:
        yield output_stem(path).rpartition("/")[2], path
    elif isinstance(entry, list):
        for item in entry:
            yield from _named(item)
    elif isinstance(entry, dict):
        for name, item in entry.items():
            for _, source in _named(item):
                yield name.rpartition("/")[2], source


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
