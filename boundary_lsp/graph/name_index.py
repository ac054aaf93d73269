"""Which names of a program lead to a thing: the reverse of linking. Made when first asked for, from interfaces alone:
it holds as long as no import or export changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from boundary_lsp.graph.linking import Linker
from boundary_lsp.model.facts import BindingKind, ModuleFacts

Key = tuple[int, int]
"""A module, and a number in it. A thing is (module, binding key), as in `linking.Target`."""


class Reexports(NamedTuple):
    """By thing."""

    named: dict[Key, list[Key]]
    """(module, index of its export) of those that hand the thing on."""
    passed_on: dict[Key, list[Key]]
    """The same of `'use server'` modules, which make an endpoint of it."""


class NameIndex:
    def __init__(self, facts: Sequence[ModuleFacts], linker: Linker) -> None:
        self._facts = facts
        self._linker = linker

    @cached_property
    def importers(self) -> dict[Key, list[Key]]:
        """By thing, the (module, binding) of imports. Bindings are gathered by what they ask for, so that each (module,
        exported name) is resolved once."""
        found: dict[Key, list[Key]] = {}
        for (source, name), importers in self._asking().items():
            target = self._linker.imported(source, name)
            if target is not None:
                found.setdefault((target.module, target.binding), []).extend(importers)
        return found

    @cached_property
    def reexports(self) -> Reexports:
        found = Reexports({}, {})
        for module in range(len(self._facts)):
            self._add_reexports(found, module)
        return found

    def _asking(self) -> dict[tuple[int, str], list[Key]]:
        asking: dict[tuple[int, str], list[Key]] = {}
        is_import = BindingKind.IMPORT
        for module, module_facts in enumerate(self._facts):
            for index, binding in enumerate(module_facts.interface.bindings):
                if binding.kind is is_import:
                    source = self._linker.target_of_import(module, binding.owner)
                    if source >= 0:
                        asking.setdefault((source, binding.name), []).append((module, index))
        return asking

    def _add_reexports(self, found: Reexports, module: int) -> None:
        interface = self._facts[module].interface
        for index, export in enumerate(interface.exports):
            passes_on = export.source >= 0 or (
                export.binding >= 0 and interface.bindings[export.binding].kind == BindingKind.IMPORT
            )
            if passes_on and export.name != "*" and export.imported != "*":
                target = self._linker.export(module, export.name)
                if target is not None and target.module != module:
                    found.named.setdefault((target.module, target.binding), []).append((module, index))
                elif target is not None and (behind := self._linker.behind(module, index)) is not None:
                    found.passed_on.setdefault((behind.module, behind.binding), []).append((module, index))
