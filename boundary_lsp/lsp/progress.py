"""The engine's progress in an editor."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.ports import Cancelled


class StepProgress:
    """Gives work up that is outdated, between two steps."""

    def __init__(self, is_outdated: Callable[[], bool]) -> None:
        self._is_outdated = is_outdated

    def step(self, title: str, done: int, total: int) -> None:  # noqa: ARG002
        if self._is_outdated():
            raise Cancelled

    def finish(self) -> None: ...
