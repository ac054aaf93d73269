"""Where the tools that build distributions look for packages, as `pyproject.toml` tells them.

Sources: the documentation of setuptools ("Package Discovery"), Hatch ("Build configuration"), Poetry (`packages`), uv
("Build backend"), PDM (`package-dir`); pyright's `extraPaths`, mypy's `mypy_path` and pytest's `pythonpath` say where
else imports begin.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any

from boundary_lsp.project.setup_cfg import Setup

_FOLDERS = (
    ("tool", "setuptools", "packages", "find", "where"),
    ("tool", "hatch", "build", "sources"),
    ("tool", "hatch", "build", "targets", "wheel", "sources"),
    ("tool", "uv", "build-backend", "module-root"),
    ("tool", "pdm", "build", "package-dir"),
    ("tool", "pyright", "extraPaths"),
    ("tool", "mypy", "mypy_path"),
    ("tool", "pytest", "ini_options", "pythonpath"),
)
"""Keys whose values, a text or a list of texts, are folders in which imports begin."""
_HATCH_PACKAGES = (
    ("tool", "hatch", "build", "packages"),
    ("tool", "hatch", "build", "targets", "wheel", "packages"),
)
_USUAL = ("src", "")
"""Where packages are when nothing is said."""


def declared_roots(directory: str, content: Mapping[str, Any], setup: Setup) -> tuple[str, ...]:
    """Folders in which imports begin, relative to the project's root; the usual ones last."""
    found = (_below(directory, folder) for folder in (*_folders(content), *_of_setup(setup), *_USUAL))
    return tuple(dict.fromkeys(folder for folder in found if folder is not None))


def declared_packages(directory: str, content: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """(package, folder) where setuptools is told of another folder: `package-dir = {acme = "lib/src"}`."""
    table = at(content, ("tool", "setuptools", "package-dir"))
    rows = table.items() if isinstance(table, dict) else ()
    named = ((name, _below(directory, path)) for name, path in rows if name and isinstance(path, str))
    return tuple(sorted((name, folder) for name, folder in named if folder is not None))


def _folders(content: Mapping[str, Any]) -> Iterator[str]:
    for keys in _FOLDERS:
        yield from _texts(at(content, keys))
    for keys in _HATCH_PACKAGES:
        yield from (posixpath.dirname(path) for path in _texts(at(content, keys)))
    packages = at(content, ("tool", "setuptools", "package-dir"))
    if isinstance(packages, dict):
        yield from _texts(packages.get(""))
    poetry = at(content, ("tool", "poetry", "packages"))
    for row in poetry if isinstance(poetry, list) else ():
        if isinstance(row, dict):
            yield from _texts(row.get("from"))


def _of_setup(setup: Setup) -> Iterator[str]:
    yield from setup.get("where", ())
    for line in setup.get("package_dir", ()):
        name, equals, folder = line.partition("=")
        if equals and not name.strip():
            yield folder.strip()


def _texts(value: Any) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [item for item in found if isinstance(item, str)]


def at(content: Any, keys: tuple[str, ...]) -> Any:
    """What stands behind these keys of tables in tables; None where nothing does."""
    for key in keys:
        content = content.get(key) if isinstance(content, dict) else None
    return content


def _below(directory: str, folder: str) -> str | None:
    """None for a folder outside of the project."""
    path = posixpath.normpath(posixpath.join(directory, folder.replace("\\", "/")))
    if path.startswith(("..", "/")):
        return None
    return "" if path == "." else path
