"""What each declaration uses: from declaration to declaration, inside the module and through its imports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boundary_lsp.graph.linking import NAMESPACE, Linker, Target, reexport_index
from boundary_lsp.model.facts import BindingKind, ImportForm, ModuleFacts, SiteKind

Step = tuple[int, int, tuple[int, ...]]
"""(module, declaration, modules with a directive entered on the way)."""


class Uses:
    """What one declaration of a module uses. Duplicates are harmless: the search sees each target once."""

    __slots__ = ("local", "remote")

    def __init__(self) -> None:
        self.local: list[int] = []
        """Declarations of the same module."""
        self.remote: list[tuple[Step, ...]] = []


class DeclarationSteps:
    """Answers for one program; each module, and each (module, exported name), is worked out once."""

    def __init__(self, facts: Sequence[ModuleFacts], linker: Linker) -> None:
        self._facts = facts
        self._linker = linker
        self._modules: list[list[Uses] | None] = [None] * len(facts)
        self._taken: dict[tuple[int, str], tuple[Step, ...]] = {}
        self._exports: dict[tuple[int, frozenset[str]], list[Step]] = {}
        self._passed_on: dict[tuple[int, int], tuple[Step, ...]] = {}

    def of_module(self, module: int) -> list[Uses]:
        """By declaration."""
        found = self._modules[module]
        if found is None:
            found = self._modules[module] = self._uses(module)
        return found

    def of_exports(self, module: int, dropped: frozenset[str] = frozenset()) -> list[Step]:
        """Everything that the module exports as a value, but for the dropped names."""
        key = (module, dropped)
        steps = self._exports.get(key)
        if steps is None:
            self._exports[key] = []  # a namespace that holds itself
            names = [name for name in self._linker.export_names(module) if name not in dropped]
            steps = [step for name in names for step in self._to(self._linker.export(module, name))]
            self._exports[key] = steps
        return steps

    def _uses(self, module: int) -> list[Uses]:
        facts = self._facts[module]
        bindings = facts.interface.bindings
        found = [Uses() for _ in facts.interface.declarations]
        known: dict[tuple[int, str], tuple[Step, ...]] = {}
        imported, declared = BindingKind.IMPORT, BindingKind.DECLARATION
        for declaration, index, member in {
            (s.declaration, s.binding, s.member) for s in facts.uses.sites if s.kind not in _RUNS_NOTHING
        }:
            binding = bindings[index]
            if binding.kind is declared:
                found[declaration].local.append(binding.owner)
            elif binding.kind is imported:
                steps = known.get((index, member))
                if steps is None:
                    steps = known[index, member] = self._of_import(module, binding.owner, binding.name, member)
                if steps:
                    found[declaration].remote.append(steps)
        self._add_loads(module, found)
        return found

    def _add_loads(self, module: int, found: list[Uses]) -> None:
        """`import('./x')` and `require('./x')` whose result has no name here: everything they take may run."""
        for index, imported in enumerate(self._facts[module].interface.imports):
            if imported.form in _LOADS:
                for name in imported.names:
                    if not name.local:
                        steps = self._of_import(module, index, name.imported, "")
                        found[imported.declaration].remote.append(steps)

    def _of_import(self, module: int, imported: int, name: str, member: str) -> tuple[Step, ...]:
        """What naming an import uses; of a namespace only the member, where one is named."""
        source = self._linker.target_of_import(module, imported)
        if source < 0:
            return ()
        entered: tuple[int, ...] = ()
        if name == "*" and member:
            name, entered = member, self._linker.entering(source)
        key = (source, name)
        steps = self._taken.get(key)
        if steps is None:
            self._taken[key] = ()  # a namespace that holds itself
            steps = self._taken[key] = tuple(self._to(self._linker.imported(source, name)))
        return tuple((m, d, entered + via) for m, d, via in steps) if entered else steps

    def _to(self, target: Target | None) -> Iterable[Step]:
        if target is None:
            return ()
        if target.binding == NAMESPACE:
            return [(m, d, target.via + via) for m, d, via in self.of_exports(target.module)]
        if target.binding < NAMESPACE:
            return self._behind(target)
        owner = self._facts[target.module].interface.bindings[target.binding]
        return [(target.module, owner.owner, target.via)] if owner.kind is BindingKind.DECLARATION else ()

    def _behind(self, target: Target) -> Iterable[Step]:
        """A re-exported server function: what the `'use server'` module passes on runs on its own side."""
        key = (target.module, target.binding)
        steps = self._passed_on.get(key)
        if steps is None:
            self._passed_on[key] = ()  # action modules that pass each other's names on
            steps = tuple(self._to(self._linker.behind(target.module, reexport_index(target.binding))))
            self._passed_on[key] = steps
        return [(m, d, target.via + via) for m, d, via in steps]


_LOADS = frozenset({ImportForm.DYNAMIC, ImportForm.REQUIRE})
_RUNS_NOTHING = frozenset({SiteKind.TYPE, SiteKind.SET})
