"""Who imports whom, and who passes names on: where a name of a module can stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from boundary_lsp.model.facts import BindingKind, ModuleFacts
from boundary_lsp.model.resolution import Links


class Audience(NamedTuple):
    """Of one module."""

    passing: frozenset[int]
    """Itself, and the modules that pass names of it on, through however many others."""
    modules: tuple[int, ...]
    """All of these and whoever imports one of them, in their order."""
    everyone: frozenset[int]
    """The same as a set."""


class Importers:
    """Answers for one program, as imports are written: also those of types, in either environment."""

    def __init__(self, facts: Sequence[ModuleFacts], links: Links, importers: Sequence[Sequence[int]]) -> None:
        """`importers`: by module."""
        self._facts = facts
        self._links = links
        self._importers = importers
        self._passing: list[frozenset[int] | None] = [None] * len(facts)
        self._audiences: dict[int, Audience] = {}

    def after(self, facts: Sequence[ModuleFacts], links: Links, edited: Collection[int]) -> Importers:
        """The same with other interfaces of these modules."""
        if not edited:
            return self
        importers = list(self._importers)
        for module in edited:
            old, new = _targets(self._links, module), _targets(links, module)
            for target in old - new:
                importers[target] = [importer for importer in importers[target] if importer != module]
            for target in new - old:
                importers[target] = sorted([*importers[target], module])
        found = Importers(facts, links, importers)
        found._passing = list(self._passing)
        for module in edited:
            found._passing[module] = None
        return found

    def differing(self, before: Importers, edited: Iterable[int]) -> set[int]:
        """The modules that others import, or pass names on from, than before these edits."""
        found: set[int] = set()
        for module in edited:
            found |= _targets(before._links, module) ^ _targets(self._links, module)
            found |= before.passed_on_by(module) ^ self.passed_on_by(module)
        return found

    def of(self, module: int) -> Sequence[int]:
        """Those that import it, in their order."""
        return self._importers[module]

    def of_any(self, modules: Iterable[int]) -> frozenset[int]:
        """Those that import one of these."""
        return frozenset[int]().union(*map(self.of, modules))

    def passing(self, modules: Iterable[int]) -> frozenset[int]:
        """These and all that pass names of one of them on, through however many others."""
        pending = list(modules)
        seen = set(pending)
        while pending:
            source = pending.pop()
            for importer in self._importers[source]:
                if importer not in seen and source in self.passed_on_by(importer):
                    seen.add(importer)
                    pending.append(importer)
        return frozenset(seen)

    def everyone(self, modules: Iterable[int]) -> frozenset[int]:
        """Where names of these can stand: in themselves, in all that pass them on, and in whoever imports those."""
        return self._with_importers(self.passing(modules))

    def audience(self, module: int) -> Audience:
        """Where names of the module can stand."""
        found = self._audiences.get(module)
        if found is None:
            passing = self.passing([module])
            everyone = self._with_importers(passing)
            found = self._audiences[module] = Audience(passing, tuple(sorted(everyone)), everyone)
        return found

    def _with_importers(self, modules: frozenset[int]) -> frozenset[int]:
        return modules | self.of_any(modules)

    def passed_on_by(self, module: int) -> frozenset[int]:
        """The modules of which it exports names, or all of them, as its own."""
        found = self._passing[module]
        if found is None:
            interface = self._facts[module].interface
            bindings = interface.bindings
            imports = {e.source for e in interface.exports if e.source >= 0}
            exported = (bindings[e.binding] for e in interface.exports if e.source < 0 <= e.binding)
            imports.update(b.owner for b in exported if b.kind is BindingKind.IMPORT)
            rows = {row[i] for row in (self._links.server[module], self._links.client[module]) for i in imports}
            found = self._passing[module] = frozenset(target for target in rows if target >= 0)
        return found


def importers_of(facts: Sequence[ModuleFacts], links: Links) -> Importers:
    importers: list[list[int]] = [[] for _ in facts]
    for module in range(len(facts)):
        for target in _targets(links, module):
            importers[target].append(module)
    return Importers(facts, links, importers)


def _targets(links: Links, module: int) -> set[int]:
    server, client = links.server[module], links.client[module]
    found = {target for target in server if target >= 0}
    found.update(package for _, package in links.packages.get(module, ()))
    return found if client is server else found.union(target for target in client if target >= 0)
