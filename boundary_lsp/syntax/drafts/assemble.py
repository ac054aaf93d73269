"""The filled tables of one module as facts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec

from boundary_lsp.model.facts import (
    BindingKind,
    Export,
    Flow,
    FlowKind,
    Import,
    ImportedName,
    Interface,
    ModuleFacts,
    NamedCall,
    Site,
    SiteKind,
    Uses,
    Values,
)
from boundary_lsp.model.spans import Spans
from boundary_lsp.syntax.drafts.mentioned import mentioned
from boundary_lsp.syntax.drafts.tables import ExportDraft, ImportDraft, SiteDraft, Tables

_spans_encoder = msgspec.msgpack.Encoder()


def facts_of_tables(tables: Tables, values: Values) -> ModuleFacts:
    sites = sorted(tables.sites, key=lambda site: (site.start, site.binding))
    flows: dict[Flow, int] = {}
    site_facts = tuple(_site(tables, site, flows) for site in sites)
    interface = Interface(
        elides=tables.elides,
        directives=tuple(directive for directive, _, _ in tables.directives),
        imports=tuple(map(_import, tables.imports)),
        exports=tuple(_export(tables, export) for export in tables.exports),
        declarations=tuple(tables.declarations),
        bindings=tuple(tables.bindings),
        private=tuple(tables.private),
        decorators=tuple(decorator for decorator, _, _ in tables.decorators),
    )
    inline = tuple(inline.fact for inline in tables.inline)
    spans = _spans(tables, sites)
    words = mentioned(tables.source, tables.problems, _tokens(spans))
    uses = Uses(site_facts, tuple(flows), inline, _named_calls(sites), words)
    forms = tuple(form for form, _, _ in tables.forms)
    suppressions = tuple(suppression for suppression, _, _ in tables.suppressions)
    encoded = msgspec.Raw(_spans_encoder.encode(spans))
    return ModuleFacts(interface, uses, values, forms, tuple(tables.problems), encoded, suppressions)


def _tokens(spans: Spans) -> Iterator[tuple[int, ...]]:
    """Those that name something."""
    yield from (spans.imported_names, spans.exports, spans.exported_things)
    yield from (spans.declarations, spans.sites, spans.named_calls)


def _spans(tables: Tables, sites: list[SiteDraft]) -> Spans:
    names = [name for entry in tables.imports for name in entry.names]
    return Spans(
        directives=_flat([(start, end) for _, start, end in tables.directives]),
        imports=_flat([(entry.start, entry.end) for entry in tables.imports]),
        imported_names=_flat([(name.start, name.end) for name in names]),
        exports=_flat([(export.start, export.end) for export in tables.exports]),
        declarations=_flat(tables.declaration_spans),
        sites=_flat([(site.start, site.end) for site in sites]),
        inline_functions=_flat([(inline.start, inline.end) for inline in tables.inline]),
        forms=_flat([(start, end) for _, start, end in tables.forms]),
        statements=_flat([entry.statement or (entry.start, entry.end) for entry in tables.imports]),
        exported_things=_flat([export.thing or (export.start, export.end) for export in tables.exports]),
        suppressions=_flat([(start, end) for _, start, end in tables.suppressions]),
        decorators=_flat([(start, end) for _, start, end in tables.decorators]),
        named_calls=_flat([(site.said.start, site.said.end) for site in sites if site.said is not None]),
        named_strings=_flat([span for site in sites if site.said is not None for span in site.said.literals]),
    )


def _named_calls(sites: list[SiteDraft]) -> tuple[NamedCall, ...]:
    return tuple([NamedCall(index, site.said.names) for index, site in enumerate(sites) if site.said is not None])


def _flat(spans: list[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(itertools.chain.from_iterable(spans))


def _import(entry: ImportDraft) -> Import:
    names = tuple(ImportedName(name.imported, name.local, name.type_only, name.used) for name in entry.names)
    return Import(entry.specifier, entry.form, entry.type_only, names, entry.declaration)


def _export(tables: Tables, export: ExportDraft) -> Export:
    binding = export.binding
    if binding < 0 and export.local:
        binding = tables.module_names.get(export.local, -1)
    erased = export.type_only or tables.is_type(binding)
    return Export(export.name, binding, export.source, export.imported, erased)


def _site(tables: Tables, site: SiteDraft, flows: dict[Flow, int]) -> Site:
    kind, going = site.kind, site.going
    if going is None:
        return Site(site.declaration, site.binding, kind, site.member)
    flow = going.flow
    target = tables.resolve(going.target, going.at) if going.target else flow.target
    if going.form and kind is SiteKind.PASS and _is_form(tables, target):
        return Site(site.declaration, site.binding, SiteKind.FORM_ACTION, site.member)
    if target < 0 and flow.kind in (FlowKind.ALIAS, FlowKind.EXPORT):
        flow = Flow(FlowKind.UNKNOWN)
    elif target != flow.target:
        flow = Flow(flow.kind, target, flow.name, flow.member, flow.text)
    return Site(site.declaration, site.binding, kind, site.member, flows.setdefault(flow, len(flows)))


def _is_form(tables: Tables, binding: int) -> bool:
    if binding < 0 or tables.bindings[binding].kind is not BindingKind.IMPORT:
        return False
    fact = tables.bindings[binding]
    return (tables.imports[fact.owner].specifier, fact.name) in tables.form_components
