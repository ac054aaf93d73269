"""Uses of an API that a compiler which reads imports does not see.

import React from 'react'; React.useState()          a member of the whole
const { useState } = React; useState()               taken out of the whole
const { useState } = require('react'); useState()    taken out of a call
import { useState } from './hooks'; useState()       through a module that passes it on
class Panel extends React.Component {}               a class made from it
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.model.facts import BindingKind, FlowKind, ImportForm, ModuleFacts, Site, SiteKind
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.api_exports import Api, Names


class ApiCall(NamedTuple):
    site: int
    """Index into the module's sites."""
    api: Api


class _Names(NamedTuple):
    """What bindings of a module stand for."""

    whole: dict[int, Names]
    """By binding: the APIs among the members of what it is bound to."""
    single: dict[int, Api]


def api_calls(facts: ModuleFacts, row: Sequence[int], given: Sequence[Names]) -> Iterator[ApiCall]:
    """Calls and superclasses, in the order of the text. `row`: where the module's imports lead; `given`: the APIs that
    each of them gives.

    Merely reading one is harmless: it is undefined. Where a module reads one besides, the reading may guard the call
    (`React.useInsertionEffect ? … : …`), and nothing is said.
    """
    names = _names(facts, row, given)
    if not names.whole and not names.single:
        return
    _add_taken_apart(facts, names)
    superclasses = _marked(facts, FormKind.SUPERCLASS)
    uses = [(index, site, api) for index, site in enumerate(facts.uses.sites) if (api := _api_of(site, names))]
    runs = {index for index, site, _ in uses if site.kind is SiteKind.CALL or index in superclasses}
    guarded = {api for index, site, api in uses if site.kind is SiteKind.READ and index not in runs}
    for index, _, api in uses:
        if index in runs and api not in guarded:
            yield ApiCall(index, api)


def _names(facts: ModuleFacts, row: Sequence[int], given: Sequence[Names]) -> _Names:
    """A name that a package's import names is refused by the compiler, and no matter of this module."""
    names = _Names({}, {})
    for index, binding in enumerate(facts.interface.bindings):
        found = given[binding.owner] if binding.kind is BindingKind.IMPORT else None
        if not found:
            continue
        is_package = row[binding.owner] < 0
        is_refused = is_package and facts.interface.imports[binding.owner].form is ImportForm.STATIC
        if binding.name == "*" or (is_package and binding.name == "default"):
            names.whole[index] = found
        elif binding.name in found and not is_refused:
            names.single[index] = found[binding.name]
    return names


def _add_taken_apart(facts: ModuleFacts, names: _Names) -> None:
    """What is taken under a condition, or with a default, may well be something else."""
    for index in _marked(facts, FormKind.TAKEN_APART):
        site = facts.uses.sites[index]
        api = _api_of(site, names)
        if api is not None and site.flow >= 0:
            flow = facts.uses.flows[site.flow]
            if flow.kind is FlowKind.ALIAS and flow.target >= 0:
                names.single[flow.target] = api


def _api_of(site: Site, names: _Names) -> Api | None:
    if site.kind is SiteKind.TYPE:
        return None
    if site.member:
        return names.whole.get(site.binding, {}).get(site.member)
    return names.single.get(site.binding)


def _marked(facts: ModuleFacts, kind: FormKind) -> set[int]:
    """Sites that a form of that kind stands on."""
    if not any(form.kind is kind for form in facts.forms):
        return set()
    spans = decode_spans(facts)
    places = {span_at(spans.forms, index) for index, form in enumerate(facts.forms) if form.kind is kind}
    return {index for index in range(len(facts.uses.sites)) if span_at(spans.sites, index) in places}
