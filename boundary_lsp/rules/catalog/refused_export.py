"""refused-export: an export of a `'use server'` module that compiles, and that the server refuses when it runs."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.graph.linking import NAMESPACE, Linker, Target
from boundary_lsp.model.facts import BindingKind, DeclarationKind, ModuleFacts, ValueKind
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.compiled import refusing_versions, with_directives, with_forms, written
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.served import module_directive, spoken

_VALUES = {ValueKind.OBJECT: "an object", ValueKind.ARRAY: "an array"}


def check(context: Context) -> Iterator[Finding]:
    yield from context.everywhere(_in_module, with_forms)
    yield from _imported(context)


def _in_module(program: Program, module: int) -> Iterator[Finding]:
    for found in written(program, module, FormKind.VALUE_EXPORT):
        if refusing_versions(program, module):
            yield _finding(program, module, (found.start, found.end), found.form.subject, found.form.detail)


RULE = Rule(
    "refused-export",
    "an export of a `'use server'` module that compiles, and that the server refuses when it runs",
    Severity.ERROR,
    Group.FUNCTIONS,
    check,
)


def _imported(context: Context) -> Iterator[Finding]:
    """`import { options } from './options'; export { options }`."""
    program = context.program
    linker = Linker(program.facts, program.links.server, program.directives)
    for module, index in context.everywhere(_exported_imports, with_directives):
        export = program.facts[module].interface.exports[index]
        target = linker.binding(module, export.binding)
        described = _imported_value(program, target) if target is not None else ""
        if target is not None and described:
            span = span_at(decode_spans(program.facts[module]).exported_things, index)
            yield _finding(program, module, span, export.name, described, _declared_at(program, target))


def _exported_imports(program: Program, module: int) -> Iterator[tuple[int, int]]:
    """(module, export) of the imported names that a `'use server'` module exports."""
    if module_directive(program, module) == "use server" and refusing_versions(program, module):
        bindings = program.facts[module].interface.bindings
        for index, export in enumerate(program.facts[module].interface.exports):
            is_own = not export.type_only and export.source < 0 <= export.binding
            if is_own and bindings[export.binding].kind is BindingKind.IMPORT:
                yield module, index


def _imported_value(program: Program, target: Target) -> str:
    """What it is, with its article; empty where it may be a function. Where a client module is on the way, its exports
    are functions to the server."""
    if target.via:
        return ""
    if target.binding == NAMESPACE:
        return "a module"
    declaration = _declaration(program.facts[target.module], target.binding)
    facts = program.facts[target.module].interface.declarations[declaration]
    return "an enum" if facts.kind == DeclarationKind.ENUM else _VALUES.get(facts.value, "")


def _declared_at(program: Program, target: Target) -> tuple[WitnessStep, ...]:
    facts = program.facts[target.module]
    if target.binding == NAMESPACE:
        return ()
    span = span_at(decode_spans(facts).declarations, _declaration(facts, target.binding))
    return (WitnessStep(target.module, *span, "it is declared here"),)


def _declaration(facts: ModuleFacts, binding: int) -> int:
    """The declaration's index; 0, which is the module's own, for what is none."""
    if binding < 0 or facts.interface.bindings[binding].kind != BindingKind.DECLARATION:
        return 0
    return facts.interface.bindings[binding].owner


def _finding(
    program: Program,
    module: int,
    span: tuple[int, int],
    name: str,
    described: str,
    witness: tuple[WitnessStep, ...] = (),
) -> Finding:
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"{spoken(name)} is {described}, and a `'use server'` module exports only async functions: it compiles, but "
        "the server refuses the whole module when it loads it. Move this to another module.",
        module,
        *span,
        witness=witness,
        subject=f"{program.modules[module]}#{name}",
        covers=(f"{program.modules[module]}#{name}",),
    )
