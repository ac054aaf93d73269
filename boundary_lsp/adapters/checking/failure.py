"""What goes wrong with a checker."""

from __future__ import annotations


class CheckerFailed(Exception):
    """In words that follow `the type checker …`. The process is of no more use."""

    def __init__(self, message: str, *, hopeless: bool = False) -> None:
        super().__init__(message)
        self.hopeless = hopeless
        """Another process would fail in the same way."""
