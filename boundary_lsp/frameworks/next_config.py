"""What a Next configuration says that changes the graph, read as literals and never run."""

from __future__ import annotations

from boundary_lsp.frameworks.entries import PAGE_EXTENSIONS
from boundary_lsp.ports import FileSystem

_REPLACING = (b"fallback", b"resolveAlias", b"NodePolyfillPlugin", b"node-polyfill")
_NAMES = ("next.config.ts", "next.config.mjs", "next.config.js", "next.config.cjs", "next.config.mts")


def page_extensions(files: FileSystem, application: str) -> tuple[str, ...]:
    """`pageExtensions` where the configuration gives it as a literal; else Next's own default."""
    path, source = _config(files, application)
    if b"pageExtensions" not in source:
        return PAGE_EXTENSIONS
    from boundary_lsp.syntax.literals import read_config  # loads the parser

    config = read_config(path, source)
    found = config.get("pageExtensions") if isinstance(config, dict) else None
    if isinstance(found, list) and all(isinstance(item, str) for item in found):
        return tuple(found)
    return PAGE_EXTENSIONS


def replaces_builtins(files: FileSystem, application: str) -> bool:
    """`config.resolve.fallback = { fs: false }`, `resolveAlias`: they stand in functions, so the text has to do."""
    _, source = _config(files, application)
    return any(word in source for word in _REPLACING)


def _config(files: FileSystem, application: str) -> tuple[str, bytes]:
    for name in _NAMES:
        path = f"{application}/{name}" if application else name
        if files.is_file(path):
            return path, files.read(path)
    return "", b""


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
