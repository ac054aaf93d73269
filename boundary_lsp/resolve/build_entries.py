"""The source files that a package's own build starts from, as its scripts and bundler configurations name them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from boundary_lsp.model.project import Manifest, Project
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.output import output_name
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
        """The entry whose output is called like `target`."""
        path = self._of(manifest).get(output_name(target))
        return self._finder.find(path) if path else None

    def only(self, manifest: Manifest) -> str | None:
        """The entry that a package has, if it has but one: whatever its output is called."""
        paths = set(self._of(manifest).values())
        return self._finder.find(paths.pop()) if len(paths) == 1 else None

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
                    yield output_name(file_name), source


def _from_scripts(manifest: Manifest) -> Iterator[tuple[str, str]]:
    for script in manifest.scripts.values():
        for found in _IN_SCRIPT.finditer(script):
            yield from _named(found[1])


def _named(entry: Any) -> Iterator[tuple[str, str]]:
    """(name of the output, path of the source): `src/index.ts`, a list of them, or `{index: "src/main.ts"}`."""
    if isinstance(entry, dict):
        for name, item in entry.items():
            yield from ((output_name(name), source) for source in _sources(item))
        return
    sources = _sources(entry)
    shared = posixpath.commonpath([posixpath.dirname(source) for source in sources]) if sources else ""
    for source in sources:
        yield output_name(source[len(shared) :].lstrip("/")), source


def _sources(entry: Any) -> list[str]:
    """Paths relative to the package. What is absolute, outside or a pattern is left out."""
    listed = entry if isinstance(entry, list) else [entry]
    paths = [getattr(item, "path", item) for item in listed]
    normal = [posixpath.normpath(path) for path in paths if isinstance(path, str) and "*" not in path]
    return [path for path in normal if path != "." and not path.startswith(("/", ".."))]


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
