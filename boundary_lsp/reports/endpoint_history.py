"""What version control says of the program that a report is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from boundary_lsp.ports import FileChange, Revision
from boundary_lsp.reports.styled import counted

_SHORT_COMMIT = 10


class History(NamedTuple):
    head: Revision | None
    """The commit that is checked out; None where there is none."""
    differing: int
    """Source files that are not as that commit has them, new ones among them."""
    changes: Mapping[str, FileChange]
    """By path, the last one of a file, where it is known."""


NO_HISTORY = History(None, 0, {})


def revision_text(history: History) -> str:
    """`commit 1de955f782 of 2026-08-21, with uncommitted changes in 2 source files`; empty where there is none."""
    if history.head is None:
        return ""
    commit = f"commit {history.head.commit[:_SHORT_COMMIT]} of {history.head.date}"
    if not history.differing:
        return f"{commit}, with no uncommitted changes in its source files"
    return f"{commit}, with uncommitted changes in {counted(history.differing, 'source file')}"
