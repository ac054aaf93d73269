"""The server functions of a program: what `'use server'` makes callable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from boundary_lsp.frameworks.profile import Registration
from boundary_lsp.graph.linking import reexport_key
from boundary_lsp.graph.registered import Registrar, registered
from boundary_lsp.model.facts import BindingKind, DeclarationKind, Export, ModuleFacts, ValueKind
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.spans import decode_spans, span_at

_NEVER_FUNCTIONS = frozenset({ValueKind.LITERAL, ValueKind.OBJECT, ValueKind.ARRAY, ValueKind.CLASS})


class FunctionSeed(NamedTuple):
    """A server function before anything is known of its uses."""

    module: int
    name: str
    binding: int
    """The binding that stands for it in its module; `reexport_key` of the export for one that is passed on."""
    declaration: int
    inline: int
    span: tuple[int, int]
    names: tuple[str, ...] = ()
    """What it is called by, where calls go by name."""
    registered_by: tuple[Registration, ...] = ()
    is_started: bool = False
    """The framework itself starts it."""
    application: int = -1
    """Whose framework registers it."""


def functions_in(module: int, path: str, facts: ModuleFacts, registrar: Registrar | None = None) -> list[FunctionSeed]:
    """Those of one module, in the order of the text: exported ones, inline ones, registered ones."""
    found: list[FunctionSeed] = []
    if facts.interface.directive == "use server":
        found.extend(_exported(module, facts))
    if facts.uses.inline_functions:
        found.extend(_inline(module, facts))
    if registrar is not None:
        known = {seed.name for seed in found}
        found.extend(seed for seed in _registered(module, path, facts, registrar) if seed.name not in known)
    return found


def _exported(module: int, facts: ModuleFacts) -> Iterator[FunctionSeed]:
    spans = decode_spans(facts)
    values = {form.subject for form in facts.forms if form.kind is FormKind.VALUE_EXPORT}
    for index, export in enumerate(facts.interface.exports):
        if export.type_only or export.name in ("*", "=") or export.imported == "*" or export.name in values:
            continue
        if export.name in facts.interface.private:
            continue
        if export.source < 0 and export.binding < 0:  # a name that nothing declares, or a value that is no function
            continue
        if export.source >= 0 or facts.interface.bindings[export.binding].kind == BindingKind.IMPORT:
            yield FunctionSeed(module, export.name, reexport_key(index), -1, -1, span_at(spans.exports, index))
        elif (declaration := _function_declaration(facts, export)) >= 0:
            span = span_at(spans.declarations, declaration)
            yield FunctionSeed(module, export.name, export.binding, declaration, -1, span)


def _function_declaration(facts: ModuleFacts, export: Export) -> int:
    """The exported declaration where it can be a function, else -1. What `wrap(…)` returns is taken to be one, and so
    is what is taken out of something (`const { save } = actions`): whatever is a function is registered."""
    binding = facts.interface.bindings[export.binding]
    if binding.kind != BindingKind.DECLARATION:
        return -1
    declaration = facts.interface.declarations[binding.owner]
    if declaration.kind == DeclarationKind.FUNCTION:
        return binding.owner
    if declaration.kind in (DeclarationKind.VARIABLE, DeclarationKind.EXPRESSION):
        return -1 if declaration.value in _NEVER_FUNCTIONS else binding.owner
    return -1


def _inline(module: int, facts: ModuleFacts) -> Iterator[FunctionSeed]:
    spans = decode_spans(facts)
    exported_already = facts.interface.directive == "use server"
    for index, function in enumerate(facts.uses.inline_functions):
        if function.directive != "use server":
            continue
        at_top = "." not in function.path
        if at_top and exported_already and _is_exported(facts, function.declaration):
            continue
        binding = _binding_of(facts, index, function.declaration if at_top else -1)
        span = span_at(spans.inline_functions, index)
        yield FunctionSeed(module, function.path, binding, function.declaration, index, span)


def _registered(module: int, path: str, facts: ModuleFacts, registrar: Registrar) -> Iterator[FunctionSeed]:
    interface, spans = facts.interface, decode_spans(facts)
    whole = {d.path: span_at(spans.decorators, i) for i, d in enumerate(interface.decorators)}
    for function in registered(registrar, path, interface):
        is_top = function.binding >= 0
        span = span_at(spans.declarations, function.declaration) if is_top else whole[function.path]
        yield FunctionSeed(
            module,
            function.path,
            function.binding,
            function.declaration,
            -1,
            span,
            function.names,
            function.by,
            function.is_started,
            registrar.application,
        )


def _is_exported(facts: ModuleFacts, declaration: int) -> bool:
    bindings = facts.interface.bindings
    return any(
        e.binding >= 0
        and bindings[e.binding].kind == BindingKind.DECLARATION
        and bindings[e.binding].owner == declaration
        for e in facts.interface.exports
    )


def _binding_of(facts: ModuleFacts, inline: int, declaration: int) -> int:
    """The INLINE binding of the function; a top-level one is known by its declaration's. -1 where it has none."""
    for index, binding in enumerate(facts.interface.bindings):
        if binding.kind == BindingKind.INLINE and binding.owner == inline:
            return index
        if declaration >= 0 and binding.kind == BindingKind.DECLARATION and binding.owner == declaration:
            return index
    return -1
