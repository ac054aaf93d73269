"""Which declarations of a module use which others, and its imports."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from boundary_lsp.model.facts import BindingKind, DeclarationKind, ModuleFacts, ValueKind
from boundary_lsp.model.program import Program

_WITHOUT_EFFECT = frozenset({ValueKind.FUNCTION, ValueKind.LITERAL, ValueKind.CLASS})


def kept_names(program: Program, module: int, unsaid: Collection[str]) -> set[str]:
    """Exports that are meant for others, and those that others take though they are not. `unsaid`: those of which the
    text says nothing; server functions among them are meant for others."""
    interface = program.facts[module].interface
    functions = {f.name.partition(".")[0] for f in program.functions_of(module)}
    own = {*interface.private, *(set(unsaid) - functions)}
    names = {export.name for export in interface.exports}
    taken = set(_taken(program, module)) if own else set()
    return names if "*" in taken else (names - own) | (names & taken)


def _taken(program: Program, module: int) -> Iterator[str]:
    """Modules are many, and few of them import this one: `in` is the fastest way to tell."""
    for other, links in enumerate(zip(program.links.server, program.links.client, strict=True)):
        if other == module or not (module in links[0] or module in links[1]):
            continue
        interface = program.facts[other].interface
        for number in {number for way in links for number, to in enumerate(way) if to == module}:
            yield from (name.imported for name in interface.imports[number].names)
            yield from (export.imported for export in interface.exports if export.source == number)


class Uses:
    """Declarations are numbers in `Interface.declarations`; 0 stands for the module's own statements."""

    def __init__(self, facts: ModuleFacts, kept: Collection[str] | None = None) -> None:
        """`kept`: the exports that count as such; None for all."""
        self._interface = facts.interface
        self._decorated = {decorator.declaration for decorator in facts.interface.decorators}
        self.users_of_declaration: dict[int, set[int]] = {}
        self.users_of_import: dict[tuple[int, str], set[int]] = {}
        """By import and local name."""
        self.used_by: dict[int, set[int]] = {}
        for site in facts.uses.sites:
            binding = facts.interface.bindings[site.binding]
            if binding.kind is BindingKind.DECLARATION:
                self._add(binding.owner, site.declaration)
            elif binding.kind is BindingKind.IMPORT:
                self.users_of_import.setdefault((binding.owner, binding.local), set()).add(site.declaration)
        exports = [e for e in facts.interface.exports if e.binding >= 0 and (kept is None or e.name in kept)]
        exported = [facts.interface.bindings[e.binding] for e in exports]
        self.exported = {binding.owner for binding in exported if binding.kind is BindingKind.DECLARATION}
        for binding in exported:
            if binding.kind is BindingKind.IMPORT:
                self.users_of_import.setdefault((binding.owner, binding.local), set()).add(0)

    def numbers(self, names: Collection[str]) -> set[int]:
        """The exported declarations that the names are the public names of."""
        bindings = {e.binding for e in self._interface.exports if e.name in names and e.binding >= 0}
        found = [self._interface.bindings[binding] for binding in bindings]
        return {binding.owner for binding in found if binding.kind is BindingKind.DECLARATION}

    def only_for(self, chosen: Collection[int]) -> set[int]:
        """These, and all that nothing but them uses; what does something when it is made stays."""
        taken = set(chosen)
        grown = True
        while grown:
            more = {n for n, users in self.users_of_declaration.items() if users - {n} <= taken and self._may_go(n)}
            grown = not more <= taken
            taken |= more
        return taken

    def needed_by(self, chosen: Collection[int]) -> set[int]:
        """These, and all that they use, directly or not."""
        taken, pending = set(chosen), list(chosen)
        while pending:
            fresh = self.used_by.get(pending.pop(), set()) - taken
            taken |= fresh
            pending += fresh
        return taken

    def imports_only_for(self, chosen: Collection[int]) -> list[tuple[int, str]]:
        """(import, local name) that these use and nothing else does."""
        return [key for key, users in self.users_of_import.items() if users <= set(chosen)]

    def imports_of(self, chosen: Collection[int]) -> list[tuple[int, str]]:
        return [key for key, users in self.users_of_import.items() if not users.isdisjoint(chosen)]

    def names_of(self, numbers: Collection[int]) -> set[str]:
        return {self._interface.declarations[number].name for number in numbers}

    def _add(self, used: int, user: int) -> None:
        self.users_of_declaration.setdefault(used, set()).add(user)
        self.used_by.setdefault(user, set()).add(used)

    def _may_go(self, number: int) -> bool:
        declaration = self._interface.declarations[number]
        quiet = declaration.kind is not DeclarationKind.VARIABLE or declaration.value in _WITHOUT_EFFECT
        quiet = quiet and number not in self._decorated
        return quiet and number not in self.exported and declaration.kind is not DeclarationKind.MODULE
