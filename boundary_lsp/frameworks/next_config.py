"""What a Next configuration says that changes the graph, read as literals and never run."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.frameworks.entries import PAGE_EXTENSIONS
from boundary_lsp.model.project import ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.problems import unread

_REPLACING = (b"fallback", b"resolveAlias", b"NodePolyfillPlugin", b"node-polyfill")
_COMPUTED = f"`pageExtensions` is computed and was not read; pages were looked for as {', '.join(PAGE_EXTENSIONS)}"
_NAMES = ("next.config.ts", "next.config.mjs", "next.config.js", "next.config.cjs", "next.config.mts")


class NextConfig(NamedTuple):
    page_extensions: tuple[str, ...] = PAGE_EXTENSIONS
    """As the configuration gives them, where it does as literals; else Next's own default."""
    replaces_builtins: bool = False
    """`config.resolve.fallback = { fs: false }`, `resolveAlias`: they stand in functions, so the text has to do."""
    problems: tuple[ProjectProblem, ...] = ()


def read_next_config(files: FileSystem, application: str) -> NextConfig:
    """That of the folder; what cannot be read of it is a problem."""
    paths = (f"{application}/{name}" if application else name for name in _NAMES)
    path = next((path for path in paths if files.is_file(path)), None)
    if path is None:
        return NextConfig()
    try:
        source = files.read(path)
    except OSError as error:
        return NextConfig(problems=(unread(path, error),))
    replaces = any(word in source for word in _REPLACING)
    if b"pageExtensions" not in source:
        return NextConfig(replaces_builtins=replaces)
    extensions = _page_extensions(path, source)
    problems = () if extensions else (ProjectProblem(path, _COMPUTED),)
    return NextConfig(extensions or PAGE_EXTENSIONS, replaces, problems)


def _page_extensions(path: str, source: bytes) -> tuple[str, ...]:
    """Empty where they are computed."""
    from boundary_lsp.syntax.literals import read_config  # loads the parser

    config = read_config(path, source)
    found = config.get("pageExtensions") if isinstance(config, dict) else None
    if isinstance(found, list) and all(isinstance(item, str) for item in found):
        return tuple(found)
    return ()


def installed_version(files: FileSystem, application: str, package: str) -> str:
    """The version of the installed package, from the application's folder upwards; empty where it is not installed."""
    import msgspec

    directory: str | None = application
    while directory is not None:
        prefix = f"{directory}/" if directory else ""
        path = f"{prefix}node_modules/{package}/package.json"
        if files.is_file(path):
            try:
                manifest = msgspec.json.decode(files.read(path))
            except (msgspec.DecodeError, OSError):
                return ""
            version = manifest.get("version") if isinstance(manifest, dict) else None
            return version if isinstance(version, str) else ""
        directory = directory.rpartition("/")[0] if directory else None
    return ""
