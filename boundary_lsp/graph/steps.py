"""What each declaration uses: from declaration to declaration, inside the module and through its imports."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.graph.change import Change
from boundary_lsp.graph.linking import NAMESPACE, Linker, Target, reexport_index
from boundary_lsp.model.facts import BindingKind, ImportForm, ModuleFacts, SiteKind

Step = tuple[int, int, tuple[int, ...]]
"""(module, declaration, modules with a directive entered on the way)."""


class Uses(NamedTuple):
    """What one declaration of a module uses, each once, in no order."""

    local: tuple[int, ...]
    """Declarations of the same module."""
    remote: tuple[tuple[Step, ...], ...]


class _Taken:
    """What is known of one module's exports; filled by whoever asks first."""

    __slots__ = ("all", "named")

    def __init__(self) -> None:
        self.named: dict[str, tuple[Step, ...]] = {}
        self.all: dict[frozenset[str], tuple[Step, ...]] = {}
        """By the names that are left out."""


class DeclarationSteps:
    """Answers for one program; each module, and each (module, exported name), is worked out once."""

    def __init__(self, facts: Sequence[ModuleFacts], linker: Linker) -> None:
        self._facts = facts
        self._linker = linker
        self._modules: list[tuple[Uses, ...] | None] = [None] * len(facts)
        self._targets: list[frozenset[int] | None] = [None] * len(facts)
        self._exports: list[_Taken | None] = [None] * len(facts)

    def after(self, facts: Sequence[ModuleFacts], linker: Linker, change: Change) -> DeclarationSteps:
        """The same after an edit; it shares the answers, but for those about exports of unsettled modules and about the
        insides of affected ones."""
        steps = DeclarationSteps(facts, linker)
        steps._modules, steps._exports, steps._targets = list(self._modules), list(self._exports), list(self._targets)
        for module in change.affected:
            steps._modules[module] = steps._targets[module] = None
        for module in change.unsettled:
            steps._exports[module] = None
        return steps

    def of_module(self, module: int) -> tuple[Uses, ...]:
        """By declaration."""
        found = self._modules[module]
        if found is None:
            found = self._modules[module] = self._uses(module)
        return found

    def lead_to(self, module: int, modules: Collection[int]) -> bool:
        """Whether it is one of these modules or a declaration in it uses one; not where it was never asked about."""
        targets = self._targets[module]
        if targets is None:
            uses = self._modules[module]
            if uses is None:
                return False
            remote = (step[0] for used in uses for steps in used.remote for step in steps)
            targets = self._targets[module] = frozenset((module, *remote))
        return not targets.isdisjoint(modules)

    def of_exports(self, module: int, dropped: frozenset[str] = frozenset()) -> tuple[Step, ...]:
        """Everything that the module exports as a value, but for the dropped names."""
        known = self._taken(module).all
        steps = known.get(dropped)
        if steps is None:
            steps = known[dropped] = self._to(self._exported(module, dropped))
        return steps

    def _uses(self, module: int) -> tuple[Uses, ...]:
        facts = self._facts[module]
        bindings = facts.interface.bindings
        local: dict[int, set[int]] = {}
        remote: dict[int, set[tuple[Step, ...]]] = {}
        imported, declared = BindingKind.IMPORT, BindingKind.DECLARATION
        for declaration, index, member in {
            (s.declaration, s.binding, s.member) for s in facts.uses.sites if s.kind not in _RUNS_NOTHING
        }:
            binding = bindings[index]
            if binding.kind is declared:
                local.setdefault(declaration, set()).add(binding.owner)
            elif binding.kind is imported and (steps := self._of_import(module, binding.owner, binding.name, member)):
                remote.setdefault(declaration, set()).add(steps)
        for declaration, steps in self._loads(module):
            remote.setdefault(declaration, set()).add(steps)
        if decorated := {d.declaration for d in facts.interface.decorators if d.binding >= 0}:
            local.setdefault(0, set()).update(
                decorated
            )  # `@app.route("/")` may call what it is given whenever it likes
        return tuple(
            Uses(tuple(local.get(number, ())), tuple(remote.get(number, ())))
            if number in local or number in remote
            else _NOTHING
            for number in range(len(facts.interface.declarations))
        )

    def _loads(self, module: int) -> Iterator[tuple[int, tuple[Step, ...]]]:
        """`import('./x')` and `require('./x')` whose result has no name here: everything they take may run."""
        for index, imported in enumerate(self._facts[module].interface.imports):
            if imported.form in _LOADS:
                for name in imported.names:
                    if not name.local:
                        yield imported.declaration, self._of_import(module, index, name.imported, "")

    def _of_import(self, module: int, imported: int, name: str, member: str) -> tuple[Step, ...]:
        """What naming an import uses; of a namespace only the member, where one is named."""
        source = self._linker.target_of_import(module, imported)
        if source < 0:
            return ()
        entered: tuple[int, ...] = ()
        if name == "*" and member:
            name, entered = member, self._linker.entering(source)
        known = self._taken(source).named
        steps = known.get(name)
        if steps is None:
            steps = known[name] = self._to([self._linker.imported(source, name)])
        return tuple((m, d, entered + via) for m, d, via in steps) if entered else steps

    def _taken(self, module: int) -> _Taken:
        known = self._exports[module]
        if known is None:
            known = self._exports[module] = _Taken()
        return known

    def _exported(self, module: int, dropped: Container[str] = ()) -> list[Target | None]:
        names = [name for name in self._linker.export_names(module) if name not in dropped]
        return [self._linker.export(module, name) for name in names]

    def _to(self, targets: Iterable[Target | None]) -> tuple[Step, ...]:
        """The declarations that these stand for: of a module as an object, all that it exports; of a server function
        that is passed on, what the `'use server'` module passes on runs on its own side."""
        found: list[Step] = []
        pending, seen = list(targets), set[tuple[int, int, frozenset[int]]]()
        while pending:
            target = pending.pop()
            if target is None:
                continue
            module, binding, via = target
            if binding > NAMESPACE:
                owner = self._facts[module].interface.bindings[binding]
                if owner.kind is BindingKind.DECLARATION:
                    found.append((module, owner.owner, via))
            elif (place := (module, binding, frozenset(via))) not in seen:  # namespaces may hold each other
                seen.add(place)
                behind = (
                    self._exported(module)
                    if binding == NAMESPACE
                    else [self._linker.behind(module, reexport_index(binding))]
                )
                pending.extend(t._replace(via=via + t.via) for t in behind if t is not None)
        return tuple(found)


_NOTHING = Uses((), ())
_LOADS = frozenset({ImportForm.DYNAMIC, ImportForm.REQUIRE})
_RUNS_NOTHING = frozenset({SiteKind.TYPE, SiteKind.SET})
