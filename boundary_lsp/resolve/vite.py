"""`resolve.alias` of a Vite configuration, where it is written as literals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.aliases import ViteAlias
from boundary_lsp.resolve.paths import join

_NAMES = frozenset(f"vite.config.{extension}" for extension in ("ts", "mts", "cts", "js", "mjs", "cjs"))


def vite_aliases(project: Project, files: FileSystem) -> tuple[ViteAlias, ...]:
    """Those of all configurations in the project; what is computed is left out."""
    configs = sorted(path for path in project.sources if path.rpartition("/")[2] in _NAMES)
    return tuple(alias for path in configs for alias in _of_config(path, files))


def _of_config(path: str, files: FileSystem) -> Iterator[ViteAlias]:
    from boundary_lsp.syntax.literals import read_config

    directory = path.rpartition("/")[0]
    try:
        config = read_config(path, files.read(path))
    except OSError:
        return
    resolve = config.get("resolve") if isinstance(config, dict) else None
    for find, replacement in _pairs(resolve.get("alias") if isinstance(resolve, dict) else None):
        target = _below(directory, replacement)
        if target is not None:
            yield ViteAlias(directory, find, target)


def _pairs(alias: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(alias, dict):
        yield from alias.items()
    for item in alias if isinstance(alias, list) else ():
        if isinstance(item, dict) and isinstance(item.get("find"), str):
            yield item["find"], item.get("replacement")


def _below(directory: str, replacement: Any) -> str | None:
    """A path written as `path.resolve(__dirname, './src')`, `'./src'` or `'/src'` (the configuration's own folder)."""
    from boundary_lsp.syntax.literals import RelativePath

    if isinstance(replacement, RelativePath):
        return join(directory, replacement.path)
    if isinstance(replacement, str) and replacement.startswith((".", "/")):
        return join(directory, replacement.lstrip("/"))
    return None
