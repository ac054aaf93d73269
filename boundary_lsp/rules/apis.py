"""Uses of an API in an environment that does not have it: in an import that the compiler refuses, and in code that it
lets pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from boundary_lsp.frameworks.environments import CHECKED_LAYERS, Apis, Version
from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.facts import Import, ImportedName, ImportForm, decode_spans, span_at
from boundary_lsp.model.program import Application, Layer, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.api_calls import api_calls
from boundary_lsp.rules.api_exports import Api, Offered, api_exports
from boundary_lsp.rules.rule import Context

UNSEEN = "The compiler does not see this use of it, which fails when it runs"
"""For messages about what is not refused."""

_DOORS = {"use client": Environment.SERVER, "use server": Environment.CLIENT, "use cache": Environment.CLIENT}
"""Where a module of that directive is not looked into, even if the layer knows no directives."""


class Misuse(NamedTuple):
    """Offsets are bytes in the module's text."""

    module: int
    start: int
    end: int
    api: Api
    layer: Layer
    is_refused: bool
    """By the compiler. If not, the build passes, and the code fails when it runs."""
    unsure_since: Version
    """The first version that refuses it, where the project's is not known; else empty."""


def misuses(context: Context, apis: Apis, environment: Environment) -> Iterator[Misuse]:
    """By module and layer. A name in an import counts wherever it is loaded; a use that the compiler lets pass, where
    running code reaches it, and more than an `import()` or `require()` leads there."""
    program = context.program
    rows = program.links.rows(environment)
    layers = _checked_layers(program, apis, environment)
    checked = sum(1 << layer.index for layer in layers)
    offered = api_exports(context, apis, environment) if layers else {}
    for module in context.outline.importing(offered, environment):
        bits = program.layer_bits[module] & checked
        if bits and not _is_skipped(program, module, environment):
            for layer in layers:
                if bits >> layer.index & 1:
                    found = _Module(context, apis, offered, rows[module], module, layer)
                    yield from found.imported()
                    yield from found.called()


def once(found: Iterable[Misuse]) -> Iterator[Misuse]:
    """The first at each place: the same code may be wrong in several layers."""
    seen: set[tuple[int, int]] = set()
    for misuse in found:
        place = misuse.module, misuse.start
        if place not in seen:
            seen.add(place)
            yield misuse


def _is_skipped(program: Program, module: int, environment: Environment) -> bool:
    directive = program.facts[module].interface.directive or ""
    return _DOORS.get(directive.partition(":")[0]) is environment


def _checked_layers(program: Program, apis: Apis, environment: Environment) -> list[Layer]:
    """Those whose compiler looks at imports, and refuses some of the APIs."""
    earliest = min(since for names in apis.values() for since in names.values())
    return [
        layer
        for layer in program.layers
        if layer.environment is environment and _is_checked(program.applications[layer.application], layer, earliest)
    ]


def _is_checked(application: Application, layer: Layer, earliest: Version) -> bool:
    version = version_tuple(application.framework_version)
    return (application.framework, layer.name) in CHECKED_LAYERS and (not version or version >= earliest)


def since_clause(misuse: Misuse) -> str:
    """` (since Next 16.2)`, where the project's version is not known and older ones let it pass; else empty."""
    numbers = ".".join(map(str, misuse.unsure_since))
    return f" (since Next {numbers})" if numbers else ""


class _Module(NamedTuple):
    context: Context
    apis: Apis
    offered: Offered
    row: tuple[int, ...]
    """Where its imports lead."""
    module: int
    layer: Layer

    def imported(self) -> Iterator[Misuse]:
        """`import { useState as s } from 'react'`, also where nothing uses it."""
        facts = self.context.program.facts[self.module]
        at = 0
        for index, imported in enumerate(facts.interface.imports):
            names = self.offered.get(self.row[index], {}) if self.row[index] < 0 else {}
            for number, name in enumerate(imported.names, at):
                if name.imported in names and self._is_loaded(imported, name, index):
                    span = span_at(decode_spans(facts).imported_names, number)
                    yield from self._misuse(names[name.imported], span, is_refused=True)
            at += len(imported.names)

    def called(self) -> Iterator[Misuse]:
        program = self.context.program
        facts = program.facts[self.module]
        reached = program.reached[self.module]
        known: set[Api] = set()
        for call in api_calls(facts, self.row, self.offered):
            runs = reached[facts.uses.sites[call.site].declaration] >> self.layer.index & 1
            if runs and call.api not in known and self._is_always_loaded():
                known.add(call.api)
                yield from self._misuse(call.api, span_at(decode_spans(facts).sites, call.site), is_refused=False)

    def _is_always_loaded(self) -> bool:
        """Of what `import('./hooks')` gives, nobody knows what is called: a catalog may load whatever it lists."""
        return bool(self.context.certain_chains.in_layer(self.module, self.layer.index))

    def _is_loaded(self, imported: Import, name: ImportedName, index: int) -> bool:
        program = self.context.program
        if imported.form is not ImportForm.STATIC or name.type_only:
            return False
        elides = program.facts[self.module].interface.elides
        if elides and self.module not in program.links.verbatim and not name.used_as_value:
            return False
        return self.context.chains.loads(self.module, self.layer.index, index)

    def _misuse(self, api: Api, span: tuple[int, int], *, is_refused: bool) -> Iterator[Misuse]:
        """Nothing where the project's version is older than the first that refuses it."""
        since = self.apis[api.package][api.name]
        application = self.context.program.applications[self.layer.application]
        version = version_tuple(application.framework_version)
        if not version or version >= since:
            yield Misuse(self.module, *span, api, self.layer, is_refused, () if version else since)
