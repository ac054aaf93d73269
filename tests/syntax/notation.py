"""Facts as lines of text, for pages that people read."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.facts import (
    Binding,
    BindingKind,
    DeclarationKind,
    Flow,
    FlowKind,
    ImportForm,
    ModuleFacts,
    ValueKind,
)
from boundary_lsp.model.lines import LineIndex
from boundary_lsp.model.spans import decode_spans, span_at


def lines_of(facts: ModuleFacts, source: bytes) -> list[str]:
    """One line for each fact; the first word says what it is of."""
    return [
        *_interface(facts),
        *_sites(facts, source),
        *_inline(facts),
        *_named_calls(facts, source),
        *_forms(facts, source),
        *(f"problem {p.kind}" for p in facts.problems),
        *_suppressions(facts, source),
    ]


def _interface(facts: ModuleFacts) -> Iterator[str]:
    interface = facts.interface
    for directive in interface.directives:
        yield _words("directive", repr(directive.value), directive.place.name.lower(), directive.function)
    for entry in interface.imports:
        names = ", ".join(
            _words(
                name.imported,
                f"as {name.local}" if name.local and name.local != name.imported else "",
                "(unbound)" if not name.local else "",
                "type" if name.type_only else "" if name.used_as_value else "unused",
            )
            for name in entry.names
        )
        form = "" if entry.form is ImportForm.STATIC else entry.form.name.lower()
        place = f"in {interface.declarations[entry.declaration].name}" if entry.declaration else ""
        yield _words(f"import {entry.specifier!r}", form, "type" if entry.type_only else "", f"{{{names}}}", place)
    for export in interface.exports:
        target = f"= {_binding(facts, export.binding)}" if export.binding >= 0 else ""
        if export.source >= 0:
            target = f"= {export.imported} of {interface.imports[export.source].specifier!r}"
        private = "private" if export.name in interface.private else ""
        yield _words("export", export.name, target, "type" if export.type_only else "", private)
    for declaration in interface.declarations[1:]:
        value = "" if declaration.value is ValueKind.NONE else declaration.value.name.lower()
        kind = DeclarationKind(declaration.kind).name.lower()
        value = f"= {value}" if value else ""
        yield _words("declaration", declaration.name, kind, value, "async" * declaration.is_async)
    for binding in interface.bindings:
        if binding.kind in (BindingKind.PROP, BindingKind.LOCAL):
            owner = interface.declarations[binding.owner].name
            name = binding.name if binding.kind is BindingKind.PROP else ""
            local = f"as {binding.local}" if binding.local != name else ""
            yield _words(binding.kind.name.lower(), name, local, f"in {owner}")
    for decorator in interface.decorators:
        of = (
            f"({decorator.member or 'itself'} of {_binding(facts, decorator.binding)})"
            if decorator.binding >= 0
            else ""
        )
        argument = repr(decorator.argument) if decorator.argument is not None else ""
        yield _words("decorator", decorator.path, f"@{decorator.text}", argument, of)


def _named_calls(facts: ModuleFacts, source: bytes) -> Iterator[str]:
    spans = decode_spans(facts)
    for index, call in enumerate(facts.uses.named_calls):
        start, _ = span_at(spans.named_calls, index)
        site = facts.uses.sites[call.site]
        name = ".".join(part for part in (_binding(facts, site.binding), site.member) if part)
        line = source.count(b"\n", 0, start) + 1
        yield _words("named", f"{line}:", name, "->", ", ".join(call.names))


def _sites(facts: ModuleFacts, source: bytes) -> Iterator[str]:
    spans = decode_spans(facts)
    for index, site in enumerate(facts.uses.sites):
        start, end = span_at(spans.sites, index)
        line = source.count(b"\n", 0, start) + 1
        flow = f"-> {_flow(facts, facts.uses.flows[site.flow])}" if site.flow >= 0 else ""
        token = source[start:end].decode()
        where = facts.interface.declarations[site.declaration].name
        of = _binding(facts, site.binding)
        of = f"of {of}" if token not in (of, site.member) else ""
        member = f"{_binding(facts, site.binding)}.{site.member}" if site.member else token
        yield _words("site", f"{line}:", site.kind.name.lower(), member, of, f"in {where}" if where else "", flow)


def _inline(facts: ModuleFacts) -> Iterator[str]:
    for inline in facts.uses.inline_functions:
        captures = f"captures {', '.join(inline.captures)}" if inline.captures else ""
        yield _words("inline", inline.path, repr(inline.directive), "async" * inline.is_async, captures)


def _suppressions(facts: ModuleFacts, source: bytes) -> Iterator[str]:
    spans, lines = decode_spans(facts), LineIndex(source)
    for index, suppression in enumerate(facts.suppressions):
        start, end = span_at(spans.suppressed, index)
        own = lines.line_of(span_at(spans.suppressions, index)[0])
        assert start == lines.offset(own, 0)
        place = f"{own + 1}-{lines.line_of(end - 1) + 1}:"
        yield _words("suppression", place, ", ".join(suppression.rules), repr(suppression.reason))


def _forms(facts: ModuleFacts, source: bytes) -> Iterator[str]:
    spans = decode_spans(facts)
    for index, form in enumerate(facts.forms):
        start, _ = span_at(spans.forms, index)
        line = source.count(b"\n", 0, start) + 1
        yield _words("form", f"{line}:", form.kind.value, form.subject, form.detail)


def _flow(facts: ModuleFacts, flow: Flow) -> str:
    target = _binding(facts, flow.target) if flow.target >= 0 else ""
    if flow.kind is FlowKind.PROP:
        onto = f"host {flow.text}" if flow.text[:1].islower() and flow.target < 0 else flow.text
        return _words(f"prop {flow.name} of", onto, f"({target})" * (target not in ("", flow.text)))
    if flow.kind is FlowKind.ARGUMENT:
        return _words(f"argument {flow.name} of", flow.text, f"({target})" * (target not in ("", flow.text)))
    return _words(flow.kind.name.lower(), target, flow.name)


def _binding(facts: ModuleFacts, index: int) -> str:
    binding: Binding = facts.interface.bindings[index]
    if binding.kind is BindingKind.INLINE:
        return facts.uses.inline_functions[binding.owner].path
    if binding.kind is BindingKind.IMPORT and not binding.local:
        return f"{binding.name} of {facts.interface.imports[binding.owner].specifier!r}"
    return binding.local or binding.name


def _words(*words: str) -> str:
    return " ".join(word for word in words if word)
