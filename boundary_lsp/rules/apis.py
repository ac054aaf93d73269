"""Uses of an API in an environment that does not have it: in an import that the compiler refuses, and in code that it
lets pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.frameworks.environments import CHECKED_LAYERS, Apis, Version
from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.graph.paths import ChainStep
from boundary_lsp.model.facts import Import, ImportedName, ImportForm
from boundary_lsp.model.program import Layer, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.api_calls import api_calls
from boundary_lsp.rules.api_exports import Api, Names, Offers, PassedOn, importing
from boundary_lsp.rules.loading import loads
from boundary_lsp.rules.outline import Chained
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
    chain: tuple[ChainStep, ...] = ()
    """To the module; empty where none is known to lead there."""


class Misuses:
    """Looks for uses of APIs in the environment that does not have them."""

    def __init__(self, apis: Apis, environment: Environment) -> None:
        self._apis = apis
        self._environment = environment
        self._offers = Offers(apis, environment)
        self._earliest = min(since for names in apis.values() for since in names.values())

    def found(self, context: Context) -> Mapping[int, Sequence[Misuse]]:
        """By module, in the order of its layers. A name in an import counts wherever it is loaded; a use that the
        compiler lets pass, where running code reaches it, and more than an `import()` or `require()` leads there: of
        what `import('./hooks')` gives, nobody knows what is called, and a catalog may load whatever it lists."""
        outline = context.outline
        found = outline.chained.of(self._of_packages, self._importing)
        passed_on = self._offers.passed_on(context)
        users = importing(context.program, passed_on, self._environment) if passed_on else ()
        used = {module: tuple(self._on_chains(outline.chained.asked, module, passed_on)) for module in users}
        return {**found, **used} if used else found

    def _of_packages(self, chained: Chained, module: int) -> Iterator[Misuse]:
        return self._on_chains(chained, module, {})

    def _on_chains(self, chained: Chained, module: int, passed_on: PassedOn) -> Iterator[Misuse]:
        for misuse in self._in_module(chained.program, module, passed_on):
            layer = misuse.layer.index
            if misuse.is_refused or chained.certain_chains.in_layer(module, layer):
                yield misuse._replace(chain=tuple(chained.chains.in_layer(module, layer)))

    def _importing(self, chained: Chained) -> Iterator[int]:
        program = chained.program
        checked = sum(1 << layer.index for layer in program.layers if self._is_checked(program, layer))
        return (module for module in self._offers.importing(program) if program.layer_bits[module] & checked)

    def _in_module(self, program: Program, module: int, passed_on: PassedOn) -> Iterator[Misuse]:
        given = self._offers.given(program, module, passed_on)
        if any(given) and not _is_skipped(program, module, self._environment):
            row = program.links.rows(self._environment)[module]
            for layer in program.layers_of(program.layer_bits[module]):
                if self._is_checked(program, layer):
                    one = _Module(program, self._apis, given, row, module, layer)
                    yield from one.imported()
                    yield from one.called()

    def _is_checked(self, program: Program, layer: Layer) -> bool:
        """Its compiler looks at imports, and refuses some of the APIs."""
        application = program.applications[layer.application]
        if layer.environment is not self._environment or (application.framework, layer.name) not in CHECKED_LAYERS:
            return False
        version = version_tuple(application.framework_version)
        return not version or version >= self._earliest


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


def since_clause(misuse: Misuse) -> str:
    """` (since Next 16.2)`, where the project's version is not known and older ones let it pass; else empty."""
    numbers = ".".join(map(str, misuse.unsure_since))
    return f" (since Next {numbers})" if numbers else ""


class _Module(NamedTuple):
    program: Program
    apis: Apis
    given: Sequence[Names]
    """By import."""
    row: tuple[int, ...]
    """Where its imports lead."""
    module: int
    layer: Layer

    def imported(self) -> Iterator[Misuse]:
        """`import { useState as s } from 'react'`, also where nothing uses it."""
        facts = self.program.facts[self.module]
        at = 0
        for index, imported in enumerate(facts.interface.imports):
            names = self.given[index] if self.row[index] < 0 else {}
            for number, name in enumerate(imported.names, at):
                if name.imported in names and self._is_loaded(imported, name, index):
                    span = span_at(decode_spans(facts).imported_names, number)
                    yield from self._misuse(names[name.imported], span, is_refused=True)
            at += len(imported.names)

    def called(self) -> Iterator[Misuse]:
        facts, reached = self.program.facts[self.module], self.program.reached[self.module]
        known: set[Api] = set()
        for call in api_calls(facts, self.row, self.given):
            runs = reached[facts.uses.sites[call.site].declaration] >> self.layer.index & 1
            if runs and call.api not in known:
                known.add(call.api)
                yield from self._misuse(call.api, span_at(decode_spans(facts).sites, call.site), is_refused=False)

    def _is_loaded(self, imported: Import, name: ImportedName, index: int) -> bool:
        program = self.program
        if imported.form is not ImportForm.STATIC or name.type_only:
            return False
        elides = program.facts[self.module].interface.elides
        if elides and self.module not in program.links.verbatim and not name.used_as_value:
            return False
        return loads(program, self.module, self.layer, index)

    def _misuse(self, api: Api, span: tuple[int, int], *, is_refused: bool) -> Iterator[Misuse]:
        """Nothing where the project's version is older than the first that refuses it."""
        since = self.apis[api.package][api.name]
        application = self.program.applications[self.layer.application]
        version = version_tuple(application.framework_version)
        if not version or version >= since:
            yield Misuse(self.module, *span, api, self.layer, is_refused, () if version else since)
