"""Where inner declarations take a name over."""

from __future__ import annotations

from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.typescript.scopes import Scope


class Shadows:
    """The scopes of all declarations of one name, apart from the one that is tracked."""

    __slots__ = ("types", "values")

    def __init__(self, scopes: list[Scope]) -> None:
        self.values = Intervals((scope.start, scope.end) for scope in scopes if scope.space != "type")
        self.types = Intervals((scope.start, scope.end) for scope in scopes if scope.space != "value")

    def cover(self, at: int, *, is_type: bool) -> bool:
        return (self.types if is_type else self.values).cover(at)
