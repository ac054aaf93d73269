"""refused-export: an export of a `'use server'` module that compiles, and that the server refuses when it runs."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.graph.linking import NAMESPACE, Linker, Target
from boundary_lsp.model.facts import BindingKind, DeclarationKind, Export, ModuleFacts, ValueKind, decode_spans, span_at
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.rules.compiled import refusing_versions, written
from boundary_lsp.rules.rule import Context, Group, Rule
from boundary_lsp.rules.served import module_directive, spoken

_VALUES = {ValueKind.OBJECT: "an object", ValueKind.ARRAY: "an array"}


def check(context: Context) -> Iterator[Finding]:
    program = context.program
    for found in written(context, FormKind.VALUE_EXPORT):
        if refusing_versions(program, found.module):
            yield _finding(program, found.module, (found.start, found.end), found.form.subject, found.form.detail)
    yield from _imported(context)


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
    compiled = frozenset(context.outline.compiled)
    for module in context.outline.directed:
        if (
            module in compiled
            and module_directive(program, module) == "use server"
            and refusing_versions(program, module)
        ):
            for index, export in enumerate(program.facts[module].interface.exports):
                target = _target(program, linker, module, export)
                described = _imported_value(program, target) if target is not None else ""
                if target is not None and described:
                    span = span_at(decode_spans(program.facts[module]).exported_things, index)
                    yield _finding(program, module, span, export.name, described, _declared_at(program, target))


def _target(program: Program, linker: Linker, module: int, export: Export) -> Target | None:
    """What an imported name stands for that is exported again; None where a client module is on the way, whose exports
    are functions to the server."""
    bindings = program.facts[module].interface.bindings
    if export.type_only or export.source >= 0 or export.binding < 0:
        return None
    if bindings[export.binding].kind != BindingKind.IMPORT:
        return None
    target = linker.binding(module, export.binding)
    return target if target is not None and not target.via else None


def _imported_value(program: Program, target: Target) -> str:
    """What it is, with its article; empty where it may be a function."""
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
