"""Where inner declarations take a name over. Kept merged, so that a name declared a thousand times is no harm."""

from __future__ import annotations

from bisect import bisect_right

from boundary_lsp.syntax.typescript.scopes import Scope


class Shadows:
    """The scopes of all declarations of one name, apart from the one that is tracked."""

    __slots__ = ("types", "values")

    def __init__(self, scopes: list[Scope]) -> None:
        self.values = _merged([scope for scope in scopes if scope.space != "type"])
        self.types = _merged([scope for scope in scopes if scope.space != "value"])

    def cover(self, at: int, *, is_type: bool) -> bool:
        starts, ends = self.types if is_type else self.values
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < ends[index]


def _merged(scopes: list[Scope]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for start, end, _ in sorted(scopes):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
