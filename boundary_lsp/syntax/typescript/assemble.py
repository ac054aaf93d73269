"""The filled tables of one module as facts."""

from __future__ import annotations

import itertools

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
    Site,
    SiteKind,
    Spans,
    Uses,
    Values,
)
from boundary_lsp.syntax.typescript.draft import Draft, ExportDraft, ImportDraft, SiteDraft
from boundary_lsp.syntax.typescript.words import FORM_ACTION, HANDLER

_spans_encoder = msgspec.msgpack.Encoder()


def facts_of_draft(draft: Draft) -> ModuleFacts:
    sites = sorted(draft.sites, key=lambda site: (site.start, site.binding))
    flows: dict[Flow, int] = {}
    site_facts = tuple(_site(draft, site, flows) for site in sites)
    interface = Interface(
        elides=draft.language == "typescript",
        directives=tuple(directive for directive, _, _ in draft.directives),
        imports=tuple(map(_import, draft.imports)),
        exports=tuple(_export(draft, export) for export in draft.exports),
        declarations=tuple(draft.declarations),
        bindings=tuple(draft.bindings),
    )
    uses = Uses(site_facts, tuple(flows), tuple(inline.fact for inline in draft.inline))
    values = Values(_has_handlers(draft.code))
    forms = tuple(form for form, _, _ in draft.forms)
    suppressions = tuple(suppression for suppression, _, _ in draft.suppressions)
    return ModuleFacts(interface, uses, values, forms, tuple(draft.problems), _spans(draft, sites), suppressions)


def _has_handlers(code: bytes) -> bool:
    return HANDLER.search(code) is not None or (b"ction={" in code and FORM_ACTION.search(code) is not None)


def _spans(draft: Draft, sites: list[SiteDraft]) -> msgspec.Raw:
    names = [name for entry in draft.imports for name in entry.names]
    spans = Spans(
        directives=_flat([(start, end) for _, start, end in draft.directives]),
        imports=_flat([(entry.start, entry.end) for entry in draft.imports]),
        imported_names=_flat([(name.start, name.end) for name in names]),
        exports=_flat([(export.start, export.end) for export in draft.exports]),
        declarations=_flat(draft.declaration_spans),
        sites=_flat([(site.start, site.end) for site in sites]),
        inline_functions=_flat([(inline.start, inline.end) for inline in draft.inline]),
        forms=_flat([(start, end) for _, start, end in draft.forms]),
        statements=_flat([entry.statement or (entry.start, entry.end) for entry in draft.imports]),
        exported_things=_flat([export.thing or (export.start, export.end) for export in draft.exports]),
        suppressions=_flat([(start, end) for _, start, end in draft.suppressions]),
    )
    return msgspec.Raw(_spans_encoder.encode(spans))


def _flat(spans: list[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(itertools.chain.from_iterable(spans))


def _import(entry: ImportDraft) -> Import:
    names = tuple(ImportedName(name.imported, name.local, name.type_only, name.used) for name in entry.names)
    return Import(entry.specifier, entry.form, entry.type_only, names, entry.declaration)


def _export(draft: Draft, export: ExportDraft) -> Export:
    binding = export.binding
    if binding < 0 and export.local:
        binding = draft.module_names.get(export.local, -1)
    erased = export.type_only or draft.is_type(binding)
    return Export(export.name, binding, export.source, export.imported, erased)


def _site(draft: Draft, site: SiteDraft, flows: dict[Flow, int]) -> Site:
    kind, going = site.kind, site.going
    if going is None:
        return Site(site.declaration, site.binding, kind, site.member)
    flow = going.flow
    target = draft.resolve(going.target, going.at) if going.target else flow.target
    if going.form and kind is SiteKind.PASS and _is_form(draft, target):
        return Site(site.declaration, site.binding, SiteKind.FORM_ACTION, site.member)
    if target < 0 and flow.kind in (FlowKind.ALIAS, FlowKind.EXPORT):
        flow = Flow(FlowKind.UNKNOWN)
    elif target != flow.target:
        flow = Flow(flow.kind, target, flow.name, flow.member, flow.text)
    return Site(site.declaration, site.binding, kind, site.member, flows.setdefault(flow, len(flows)))


def _is_form(draft: Draft, binding: int) -> bool:
    """The default export of `next/form`."""
    if binding < 0 or draft.bindings[binding].kind is not BindingKind.IMPORT:
        return False
    fact = draft.bindings[binding]
    return fact.name == "default" and draft.imports[fact.owner].specifier == "next/form"
