"""Which modules were looked at to find something out: it holds for as long as none of them has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from boundary_lsp.graph.linking import Linker, Target
from boundary_lsp.model.facts import BindingKind, ModuleFacts

_Found = TypeVar("_Found")


class Looked:
    """Notes modules for what is being found out just now, and for all that this is part of."""

    def __init__(self) -> None:
        self._modules: set[int] = set()

    def at(self, module: int) -> None:
        """At its facts or values, or where its imports lead."""
        self._modules.add(module)

    def at_all(self, modules: Iterable[int]) -> None:
        """At what an answer that is remembered was found by."""
        self._modules.update(modules)

    def during(self, find_out: Callable[[], _Found]) -> tuple[_Found, frozenset[int]]:
        """What it finds out, and the modules that were looked at meanwhile."""
        around = self.begin()
        try:
            found = find_out()
            return found, frozenset(self._modules)
        finally:
            self.end(around)

    def begin(self) -> set[int]:
        """For code that has no stack to spare: what `end` wants."""
        around, self._modules = self._modules, set()
        return around

    def end(self, around: set[int]) -> set[int]:
        """The modules that were looked at since."""
        looked, self._modules = self._modules, around
        around |= looked
        return looked


class LookingLinker(Linker):
    """A linker that notes who asks, where a name is looked for first, and where it is found.

    The modules between these pass the name on: when they change, so does what the first one has to offer.
    """

    def __init__(
        self,
        looked: Looked,
        facts: Sequence[ModuleFacts],
        rows: Sequence[Sequence[int]],
        directives: Sequence[str | None],
        *,
        with_types: bool = False,
    ) -> None:
        super().__init__(facts, rows, directives, with_types=with_types)
        self._looked = looked

    def target_of_import(self, module: int, imported: int) -> int:
        self._looked.at(module)
        return super().target_of_import(module, imported)

    def binding(self, module: int, binding: int) -> Target | None:
        self._looked.at(module)
        written = self._facts[module].interface.bindings[binding]
        if written.kind is BindingKind.IMPORT and (row := self._rows[module][written.owner]) >= 0:
            self._looked.at(row)
        return self._noted(super().binding(module, binding))

    def export(self, module: int, name: str) -> Target | None:
        self._looked.at(module)
        return self._noted(super().export(module, name))

    def _noted(self, target: Target | None) -> Target | None:
        if target is not None:
            self._looked.at(target.module)
        return target
