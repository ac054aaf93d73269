"""Where an API comes from: its package, and modules that pass it on: `export { useState } from 'react'`,
`export * from './hooks'`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.environments import Apis
from boundary_lsp.model.facts import BindingKind, Export, ImportForm, Interface
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
Offered = Mapping[int, Names]


def api_exports(context: Context, apis: Apis, environment: Environment) -> Offered:
    """By module or `~leaf`: the names under which others get an API from it.

    A module with a directive is a door, and what comes out of it is a reference."""
    program, rows = context.program, context.program.links.rows(environment)
    offered: dict[int, Names] = {
        ~index: {name: Api(leaf.specifier, name) for name in apis[leaf.specifier]}
        for index, leaf in enumerate(program.links.leaves)
        if leaf.kind is LeafKind.PACKAGE and leaf.specifier in apis
    }
    users = context.outline.passing_on
    if not any(_passes_on(program.facts[module].interface, rows[module], offered) for module in users):
        return offered
    for _ in range(_MOST_LINKS):
        found = {
            module: names
            for module in context.outline.importing(offered, environment)
            if program.directives[module] is None
            and (names := _of_module(program.facts[module].interface, rows[module], offered))
        }
        if found.items() <= offered.items():
            break
        offered |= found
    return offered


def _passes_on(interface: Interface, row: Sequence[int], offered: Offered) -> bool:
    return not offered.keys().isdisjoint(row) and any(
        imported.form is ImportForm.REEXPORT and target in offered
        for imported, target in zip(interface.imports, row, strict=True)
    )


def _of_module(interface: Interface, row: Sequence[int], offered: Offered) -> Names:
    own = {export.name for export in interface.exports}
    return {
        name: api
        for export in interface.exports
        if not export.type_only
        for name, api in _of_export(interface, export, row, offered)
        if export.name != "*" or name not in own
    }


def _of_export(interface: Interface, export: Export, row: Sequence[int], offered: Offered) -> Iterator[tuple[str, Api]]:
    """A name that the compiler refuses in an import (`import { useState }` and then `export { useState }`) is no way
    past it."""
    if export.source >= 0:
        names = offered.get(row[export.source], {})
        if export.name == "*":
            yield from names.items()
        elif export.imported in names:
            yield export.name, names[export.imported]
    elif export.binding >= 0:
        binding = interface.bindings[export.binding]
        if binding.kind is BindingKind.IMPORT and row[binding.owner] >= 0:
            names = offered.get(row[binding.owner], {})
            if binding.name in names:
                yield export.name, names[binding.name]
