"""Paths as the reader should see them: relative to where they stand, also inside of sentences."""

from __future__ import annotations

import re
from collections.abc import Callable

from boundary_lsp.engine.snapshot import Snapshot

_WORD = re.compile(r"[^\s`'\",;:#()]+(?:\([^\s()]*\)[^\s`'\",;:#()]*)*")
"""What a path in a sentence looks like; route groups, `app/(shop)/page.tsx`, have parentheses in them."""


class Shown:
    """Called with a path below the root. Rules and reports write such paths, and JSON keeps them."""

    def __init__(self, snapshot: Snapshot, show: Callable[[str], str]) -> None:
        self._snapshot = snapshot
        self._show = show
        self._is_at_root = show("") == "."

    def __call__(self, path: str) -> str:
        return self._show(path)

    def message(self, text: str) -> str:
        """A sentence that names modules."""
        return text if self._is_at_root else _WORD.sub(self._word, text)

    def sentence(self, text: str) -> str:
        """`path: what is wrong with it`, or a sentence that begins with no path."""
        path, colon, rest = text.partition(": ")
        project = self._snapshot.project
        if self._is_at_root or not colon or not (path in project.files or path in project.directories):
            return self.message(text)
        return f"{self._show(path)}{colon}{self.message(rest)}"

    def _word(self, found: re.Match[str]) -> str:
        word = found[0].rstrip(".")
        is_module = self._snapshot.program.module_index(word) is not None
        return self._show(word) + found[0][len(word) :] if is_module else found[0]
