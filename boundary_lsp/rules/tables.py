"""What rules find in modules, one at a time: kept over an edit for the modules that are as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from boundary_lsp.graph.table import differing, mended
from boundary_lsp.model.program import Program

Asked = TypeVar("Asked")
Found = TypeVar("Found")
Look = Callable[[Asked, int], Iterable[Found]]
"""Finds something in a module. It may ask what the program says of that module, and about applications, layers and
leaves; nothing about another module, or what it found would have to be found anew when that one changes."""
Where = Callable[[Asked], Iterable[int]]
"""The modules outside of which a look finds nothing."""

FEW = 50
"""Modules that are looked at without asking first where something can be found."""


class Tables(Generic[Asked]):
    """One for each look: by module, what it finds."""

    def __init__(
        self, asked: Asked, before: Tables[Asked] | None = None, changed: frozenset[int] | None = None
    ) -> None:
        """`before`: of the program before an edit, since when these modules changed; None where nothing can be kept."""
        self.asked = asked
        self._changed = changed or frozenset()
        self._earlier = before._tables if before is not None and changed is not None else {}
        self._tables: dict[Look[Asked, Any], Mapping[int, Sequence[Any]]] = {}
        self._where: dict[Where[Asked], frozenset[int]] = {}

    def of(self, look: Look[Asked, Found], where: Where[Asked]) -> Mapping[int, Sequence[Found]]:
        """In the order of the modules, without those in which it finds nothing."""
        found: Mapping[int, Sequence[Found]] | None = self._tables.get(look)
        if found is None:
            found = self._tables[look] = self._table(look, where)
        return found

    @property
    def looks(self) -> list[Look[Asked, Any]]:
        """Those that there is a table of."""
        return list(self._tables)

    def _table(self, look: Look[Asked, Found], where: Where[Asked]) -> Mapping[int, Sequence[Found]]:
        known: Mapping[int, Sequence[Found]] | None = self._earlier.get(look)
        if known is None:
            rows = ((module, tuple(look(self.asked, module))) for module in sorted(self._modules(where)))
            return {module: row for module, row in rows if row}
        changed = self._changed
        stale = changed if len(changed) <= FEW else changed & self._modules(where)
        rows = ((module, tuple(look(self.asked, module))) for module in stale)
        return mended(known, changed, {module: row for module, row in rows if row})

    def _modules(self, where: Where[Asked]) -> frozenset[int]:
        if where not in self._where:
            self._where[where] = frozenset(where(self.asked))
        return self._where[where]


def changed_modules(before: Program, after: Program) -> frozenset[int] | None:
    """Those of which the programs say different things; None where they are too different to be compared."""
    if before is after:
        return frozenset()
    if _common(before) != _common(after) or not _is_continued(before.links.leaves, after.links.leaves):
        return None
    found = {module for was, now in zip(_rows(before), _rows(after), strict=True) for module in differing(was, now)}
    found.update(one.module for one in {*before.named_files} ^ {*after.named_files})
    found.update(one.module for one in {*before.stripped} ^ {*after.stripped})
    return frozenset(found)


def _common(program: Program) -> tuple[object, ...]:
    """What any look may ask."""
    links = program.links
    return program.modules, program.applications, program.layers, links.verbatim, links.own_builds


def _is_continued(before: Sequence[object], after: Sequence[object]) -> bool:
    """What both have has the same number in both."""
    return before is after or before == after[: len(before)]


def _rows(program: Program) -> Iterator[Sequence[object]]:
    yield from (program.facts, program.directives, program.layer_bits, program.entry_bits)
    yield from (program.reached, program.links.server, program.links.client)
