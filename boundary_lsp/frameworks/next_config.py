"""What a Next configuration says that changes the graph or the compiler, read as literals and never run."""

from __future__ import annotations

import re
from typing import NamedTuple

from boundary_lsp.frameworks.next_switches import OFF, WORDS, switches_of
from boundary_lsp.frameworks.profile import PAGE_EXTENSIONS
from boundary_lsp.model.program import Switches
from boundary_lsp.model.project import ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.problems import unread

_REPLACING = (b"fallback", b"resolveAlias", b"NodePolyfillPlugin", b"node-polyfill")
_COMPUTED = f"`pageExtensions` is computed and was not read; pages were looked for as {', '.join(PAGE_EXTENSIONS)}"
_OBJECT = re.compile(rb"(?:[=(]|\bdefault|\breturn)\s*\{")
_NAMES = ("next.config.ts", "next.config.mjs", "next.config.js", "next.config.cjs", "next.config.mts")


class NextConfig(NamedTuple):
    page_extensions: tuple[str, ...] = PAGE_EXTENSIONS
    """As the configuration gives them, where it does as literals; else Next's own default."""
    replaces_builtins: bool = False
    """`config.resolve.fallback = { fs: false }`, `resolveAlias`: they stand in functions, so the text has to do."""
    switches: Switches = OFF
    problems: tuple[ProjectProblem, ...] = ()


def read_next_config(files: FileSystem, application: str, version: tuple[int, ...] = ()) -> NextConfig:
    """That of the folder; what cannot be read of it is a problem. `version`: Next's, `()` where it is not known."""
    paths = (f"{application}/{name}" if application else name for name in _NAMES)
    path = next((path for path in paths if files.is_file(path)), None)
    if path is None:
        return NextConfig()
    try:
        source = files.read(path)
    except OSError as error:
        return NextConfig(switches=Switches(), problems=(unread(path, error),))
    replaces = any(word in source for word in _REPLACING)
    if not _is_worth_parsing(source):
        return NextConfig(replaces_builtins=replaces, switches=OFF if _OBJECT.search(source) else Switches())
    from boundary_lsp.syntax.literals import read_config  # loads the parser

    config = read_config(path, source)
    extensions = _page_extensions(config) if b"pageExtensions" in source else PAGE_EXTENSIONS
    problems = () if extensions else (ProjectProblem(path, _COMPUTED),)
    return NextConfig(extensions or PAGE_EXTENSIONS, replaces, switches_of(config, source, version), problems)


def _is_worth_parsing(source: bytes) -> bool:
    """Something that matters here is in the text, or is spread into it from elsewhere."""
    return b"pageExtensions" in source or b"..." in source or any(word in source for word in WORDS)


def _page_extensions(config: object) -> tuple[str, ...]:
    """Empty where they are computed."""
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
