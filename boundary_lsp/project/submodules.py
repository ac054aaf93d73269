"""Folders that a clone leaves empty: submodules that were not fetched."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boundary_lsp.model.project import ProjectProblem
from boundary_lsp.ports import FileSystem

_PATH = re.compile(r"^\s*path\s*=\s*(.+?)\s*$", re.MULTILINE)
_ROUTED = re.compile(r"(?:^|/)(?:app|pages)/")


def missing_source(files: FileSystem, empty: Sequence[str]) -> list[ProjectProblem]:
    """Of the empty folders, those that git says are submodules, and those in which a framework looks for its pages."""
    if not empty:
        return []
    listed = _listed(files)
    problems = [
        ProjectProblem(path, "is a submodule that was not fetched; its source is missing")
        for path in empty
        if path in listed
    ]
    routed = [path for path in empty if path not in listed and _ROUTED.search(path)]
    if routed:
        rest = len(routed) - 1
        others = f" (and in {rest} more {'folders' if rest > 1 else 'folder'} like it)" if rest else ""
        problems.append(ProjectProblem(routed[0], f"is empty; source may be missing there{others}"))
    return problems


def _listed(files: FileSystem) -> frozenset[str]:
    """The paths in `.gitmodules`."""
    if not files.is_file(".gitmodules"):
        return frozenset()
    try:
        return frozenset(_PATH.findall(files.read(".gitmodules").decode("utf-8", "replace")))
    except OSError:
        return frozenset()
