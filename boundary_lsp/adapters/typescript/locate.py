"""Where the checker is: what the configuration names, else our own copy. Nothing is started here."""

# Not pathlib: importing it takes 10 ms.
# ruff: noqa: PTH100, PTH113, PTH118, PTH120

from __future__ import annotations

import os
from collections.abc import Iterator

import msgspec

from boundary_lsp.adapters.store_key import cache_directory
from boundary_lsp.adapters.typescript.pinned import INSTALL, VERSION, package_name, program_path


class Located(msgspec.Struct, frozen=True):
    path: str
    """Absolute; empty where there is no checker."""
    origin: str = ""
    """`configured`, `project`, `cache`."""
    trouble: str = ""
    """Why there is none, in one sentence."""


def locate_checker(root: str, checker: str = "", project_checker: bool = False) -> Located:
    """`checker` is a path as configured, relative to the root; `project_checker` allows the project's own."""
    if checker:
        return _configured(root, checker)
    if project_checker and (own := _below_packages(f"{root}/node_modules")):
        return Located(own, "project")
    if os.path.isfile(path := cached_checker()):
        return Located(path, "cache")
    return Located("", trouble=f"types are only read from annotations: the checker is not installed (`{INSTALL}`)")


def cached_checker() -> str:
    """Our own copy, there or not."""
    return os.path.join(install_directory(), "node_modules", *package_name().split("/"), *program_path().split("/"))


def install_directory() -> str:
    return os.path.join(cache_directory(), f"typescript-{VERSION}")


def _configured(root: str, checker: str) -> Located:
    path = os.path.abspath(os.path.join(root, checker))
    for candidate in _candidates(path):
        if os.path.isfile(candidate):
            return Located(candidate, "configured")
    return Located("", trouble=f"types are only read from annotations: `types.checker` names no checker ({checker})")


def _candidates(path: str) -> Iterator[str]:
    """A path may be that of the program, of its package, of `typescript` beside it, or of a folder of packages."""
    yield path
    yield os.path.join(path, program_path())
    yield _below_packages(os.path.dirname(path))
    yield _below_packages(path)
    yield _below_packages(os.path.join(path, "node_modules"))


def _below_packages(folder: str) -> str:
    """The checker below a `node_modules`, or beside the package that a link there leads to (pnpm); empty if none."""
    for base in (folder, os.path.dirname(os.path.realpath(os.path.join(folder, "typescript")))):
        candidate = os.path.join(base, package_name(), program_path())
        if os.path.isfile(candidate):
            return candidate
    return ""
