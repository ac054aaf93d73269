"""Types that stand alone, as text: what a module would say of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from boundary_lsp.model.type_expressions import TypeExpression
from boundary_lsp.syntax.front_end import facts_of
from boundary_lsp.syntax.typescript.grammar import parse
from boundary_lsp.syntax.values import values_of

_PATH = "types.ts"
_HEAD, _TAIL = "type T{} = ", "\n;\n"


_BETWEEN = frozenset({";", "empty_statement", "comment"})


class NotAType(Exception):
    def __init__(self, index: int) -> None:
        super().__init__(f"text {index} is not a type")
        self.index = index
        """Of the text."""


def read_types(texts: Sequence[str]) -> list[TypeExpression]:
    """Names are not looked up. Raises NotAType for the first text that is none, or is more than one."""
    written = [f"{_HEAD.format(number)}{text}{_TAIL}".encode() for number, text in enumerate(texts)]
    source = b"".join(written)
    starts = [sum(map(len, written[:number])) for number in range(len(written))]
    facts = facts_of(_PATH, source)
    if facts.problems:
        raise NotAType(max(bisect_right(starts, facts.problems[0].start) - 1, 0))
    for statement in parse(_PATH, source).root_node.children:
        index = bisect_right(starts, statement.start_byte) - 1
        if statement.type not in _BETWEEN and statement.start_byte != starts[index]:
            raise NotAType(index)
    found = {declaration.name: declaration.body for declaration in values_of(_PATH, source, facts).types}
    return [found[f"T{number}"] for number in range(len(texts))]
