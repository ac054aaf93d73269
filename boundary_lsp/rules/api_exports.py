"""Where an API comes from: its package, and modules that pass it on: `export { useState } from 'react'`,
`export * from './hooks'`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.environments import Apis
from boundary_lsp.model.facts import BindingKind, Export, Interface
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import LeafKind
from boundary_lsp.rules.rule import Context

_MOST_LINKS = 10
"""Longer chains of such modules are not followed."""


class Api(NamedTuple):
    package: str
    name: str


Names = Mapping[str, Api]
"""By the name that something has them under."""
PassedOn = Mapping[int, Names]
"""By module."""
_NOTHING: Names = {}


class Offers:
    """Of some APIs, as imports lead in one environment: who has them to offer."""

    def __init__(self, apis: Apis, environment: Environment) -> None:
        self.environment = environment
        self._packages: Mapping[str, Names] = {
            package: {name: Api(package, name) for name in names} for package, names in apis.items()
        }

    def given(self, program: Program, module: int, passed_on: PassedOn) -> list[Names]:
        """By import of the module: the APIs that others get from there."""
        row = program.links.rows(self.environment)[module]
        return [passed_on.get(target, _NOTHING) if target >= 0 else self._of_leaf(program, target) for target in row]

    def importing(self, program: Program) -> Iterator[int]:
        """Modules that import such a package."""
        leaves = {~index for index in range(len(program.links.leaves)) if self._of_leaf(program, ~index)}
        return importing(program, leaves, self.environment)

    def passed_on(self, context: Context) -> PassedOn:
        """What modules pass on. One with a directive is a door, and what comes out of it is a reference."""
        program = context.program
        found: PassedOn = dict(context.everywhere(self._of_packages, self.importing))
        for _ in range(_MOST_LINKS if found else 0):
            modules = {*found, *importing(program, found, self.environment)}
            more = {module: names for module in modules if (names := self._of_module(program, module, found))}
            if more == found:
                break
            found = more
        return found

    def _of_packages(self, program: Program, module: int) -> Iterator[tuple[int, Names]]:
        """What the module passes on of what it has from packages itself."""
        exports = program.facts[module].interface.exports
        if any(export.source >= 0 for export in exports) and (names := self._of_module(program, module, {})):
            yield module, names

    def _of_module(self, program: Program, module: int, passed_on: PassedOn) -> Names:
        if program.directives[module] is not None:
            return _NOTHING
        given = self.given(program, module, passed_on)
        interface = program.facts[module].interface
        own = {export.name for export in interface.exports}
        row = program.links.rows(self.environment)[module]
        return {
            name: api
            for export in interface.exports
            if not export.type_only
            for name, api in _of_export(interface, export, row, given)
            if export.name != "*" or name not in own
        }

    def _of_leaf(self, program: Program, target: int) -> Names:
        leaf = program.links.leaves[~target]
        return self._packages.get(leaf.specifier, _NOTHING) if leaf.kind is LeafKind.PACKAGE else _NOTHING


def importing(program: Program, targets: Collection[int], environment: Environment) -> Iterator[int]:
    """Modules that import one of these modules or `~leaf` numbers, as imports lead in that environment."""
    wanted = frozenset(targets)
    return (module for module, row in enumerate(program.links.rows(environment)) if not wanted.isdisjoint(row))


def _of_export(
    interface: Interface, export: Export, row: Sequence[int], given: Sequence[Names]
) -> Iterator[tuple[str, Api]]:
    """A name that the compiler refuses in an import (`import { useState }` and then `export { useState }`) is no way
    past it."""
    if export.source >= 0:
        names = given[export.source]
        if export.name == "*":
            yield from names.items()
        elif export.imported in names:
            yield export.name, names[export.imported]
    elif export.binding >= 0:
        binding = interface.bindings[export.binding]
        if binding.kind is BindingKind.IMPORT and row[binding.owner] >= 0 and binding.name in given[binding.owner]:
            yield export.name, given[binding.owner][binding.name]
