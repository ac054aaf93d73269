"""Declarations that run: a finer question than which modules are loaded.

A helper module that a hundred client modules import is in the client bundle; its one function that only the server
calls never runs there, and the server functions that it calls are not called over the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boundary_lsp.graph.instances import Entry
from boundary_lsp.graph.layers import DoorMap
from boundary_lsp.graph.linking import NAMESPACE, Linker, Target, reexport_index
from boundary_lsp.graph.stripping import kept_declarations
from boundary_lsp.model.facts import BindingKind, ImportForm, ModuleFacts, SiteKind

Step = tuple[int, int, tuple[int, ...]]
"""(module, declaration, modules with a directive entered on the way)."""


Reached = Sequence[Sequence[int]]
"""By module and declaration: the layers in which it is reached from entry points, as a bit set."""


def reached_declarations(
    facts: Sequence[ModuleFacts], linker: Linker, doors: DoorMap, instances: Sequence[int], entries: Iterable[Entry]
) -> Reached:
    """Fixed point from the entry points' exports and from the statements of every instance."""
    search = _Search(facts, linker, doors, instances)
    search.run(entries)
    return search.seen


class _Search:
    def __init__(
        self,
        facts: Sequence[ModuleFacts],
        linker: Linker,
        doors: DoorMap,
        instances: Sequence[int],
    ) -> None:
        self._facts = facts
        self._linker = linker
        self._doors = doors
        self._instances = instances
        self.seen: list[list[int]] = [[0] * len(f.interface.declarations) for f in facts]
        self._steps: list[list[list[Step]] | None] = [None] * len(facts)

    def run(self, entries: Iterable[Entry]) -> None:
        pending: list[tuple[int, int, int]] = []
        for module, bits in enumerate(self._instances):
            if bits:
                self._add(module, 0, bits, pending)
        for entry in entries:
            bits = self._doors.through(1 << entry.layer, self._entering(entry.module))
            for declaration in self._entry_declarations(entry):
                self._add(entry.module, declaration, bits, pending)
            for step in self._exported_steps(entry.module, entry.dropped_exports):
                self._add(step[0], step[1], self._doors.through(1 << entry.layer, step[2]), pending)
        while pending:
            module, declaration, bits = pending.pop()
            for target, target_declaration, via in self._successors(module, declaration):
                reached = self._doors.through(bits, via) if via else bits
                self._add(target, target_declaration, reached, pending)

    def _add(self, module: int, declaration: int, bits: int, pending: list[tuple[int, int, int]]) -> None:
        row = self.seen[module]
        new = bits & self._instances[module] & ~row[declaration]
        if new:
            row[declaration] |= new
            pending.append((module, declaration, new))

    def _entering(self, module: int) -> tuple[int, ...]:
        return (module,) if self._facts[module].interface.directive else ()

    def _entry_declarations(self, entry: Entry) -> Iterable[int]:
        return kept_declarations(self._facts[entry.module], entry.dropped_exports) if entry.dropped_exports else (0,)

    def _exported_steps(self, module: int, dropped: frozenset[str] = frozenset()) -> Iterable[Step]:
        for name in self._linker.export_names(module):
            if name not in dropped:
                yield from self._steps_to(self._linker.export(module, name))

    def _steps_to(self, target: Target | None) -> Iterable[Step]:
        if target is None:
            return ()
        if target.binding == NAMESPACE:
            return [
                (step[0], step[1], target.via + step[2][1:] if step[2][:1] == target.via[-1:] else target.via + step[2])
                for step in self._exported_steps(target.module)
            ]
        if target.binding < NAMESPACE:
            return self._steps_behind(target)
        owner = self._facts[target.module].interface.bindings[target.binding]
        return [(target.module, owner.owner, target.via)] if owner.kind == BindingKind.DECLARATION else ()

    def _steps_behind(self, target: Target) -> Iterable[Step]:
        """A re-exported server function: what the `'use server'` module passes on runs on its own side."""
        export = self._facts[target.module].interface.exports[reexport_index(target.binding)]
        if export.source >= 0:
            source = self._linker.target_of_import(target.module, export.source)
            found = self._linker.export(source, export.imported) if source >= 0 and export.imported != "*" else None
        else:
            found = self._linker.binding(target.module, export.binding)
        return [(m, d, target.via + via) for m, d, via in self._steps_to(found)]

    def _successors(self, module: int, declaration: int) -> list[Step]:
        steps = self._steps[module]
        if steps is None:
            steps = self._steps[module] = self._module_steps(module)
        return steps[declaration]

    def _module_steps(self, module: int) -> list[list[Step]]:
        facts = self._facts[module]
        bindings = facts.interface.bindings
        found: list[dict[Step, None]] = [{} for _ in facts.interface.declarations]
        known: dict[tuple[int, str], dict[Step, None]] = {}
        for declaration, index, member in {
            (s.declaration, s.binding, s.member) for s in facts.uses.sites if s.kind is not SiteKind.TYPE
        }:
            kind = bindings[index].kind
            if kind is BindingKind.DECLARATION:
                found[declaration][module, bindings[index].owner, ()] = None
            elif kind is BindingKind.IMPORT:
                steps = known.get((index, member))
                if steps is None:
                    steps = dict.fromkeys(self._steps_to(self._linker.member(module, index, member)))
                    known[index, member] = steps
                found[declaration].update(steps)
        self._add_loads(module, found)
        return [list(steps) for steps in found]

    def _add_loads(self, module: int, found: list[dict[Step, None]]) -> None:
        """`import('./x')` and `require('./x')` whose result has no name here: everything they take may run."""
        for index, imported in enumerate(self._facts[module].interface.imports):
            if imported.form in (ImportForm.DYNAMIC, ImportForm.REQUIRE):
                source = self._linker.target_of_import(module, index)
                for name in imported.names if source >= 0 else ():
                    if not name.local:
                        found[imported.declaration].update(dict.fromkeys(self._taken(source, name.imported)))

    def _taken(self, source: int, name: str) -> Iterable[Step]:
        via = self._entering(source)
        target = Target(source, NAMESPACE, via) if name == "*" else self._linker.export(source, name)
        return self._steps_to(target)
