"""async-client-component: an async component that runs in the browser."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.facts import Form, ModuleFacts, SiteKind
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import FileKind, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import Written, compiled_in, with_forms, written
from boundary_lsp.rules.leaks import chain_witness
from boundary_lsp.rules.rule import Context, Group, Rule

_RENDERED = frozenset({FileKind.PAGE, FileKind.LAYOUT, FileKind.ERROR})


def check(context: Context) -> Iterator[Finding]:
    for found in context.everywhere(_in_module, with_forms):
        yield _finding(context, found)


def _in_module(program: Program, module: int) -> Iterator[Written]:
    for found in written(program, module, FormKind.ASYNC_MARKUP):
        if compiled_in(program, module, Environment.CLIENT) and _is_component(program, found):
            yield found


RULE = Rule(
    "async-client-component",
    "an async component that runs in the browser",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
)


def _is_component(program: Program, found: Written) -> bool:
    """Its name begins like one's, or the framework renders it; code of the client reaches it, and calls it nowhere."""
    facts = program.facts[found.module]
    index = _declaration(facts, found.form)
    if not found.form.subject[0].isupper() and not (_is_rendered(program, found.module) and _is_default(facts, index)):
        return False
    client = sum(1 << r.index for r in program.layers if r.directives_apply and r.environment is Environment.CLIENT)
    return bool(program.reached[found.module][index] & client) and not _is_called(facts, index)


def _is_rendered(program: Program, module: int) -> bool:
    return any(file.kind in _RENDERED for file in program.named(module))


def _declaration(facts: ModuleFacts, form: Form) -> int:
    return next(i for i, d in enumerate(facts.interface.declarations) if d.name == form.subject)


def _is_default(facts: ModuleFacts, declaration: int) -> bool:
    interface = facts.interface
    return any(
        export.name == "default" and export.binding >= 0 and interface.bindings[export.binding].owner == declaration
        for export in interface.exports
    )


def _is_called(facts: ModuleFacts, declaration: int) -> bool:
    bindings = facts.interface.bindings
    name = facts.interface.declarations[declaration].name
    return any(site.kind is SiteKind.CALL and bindings[site.binding].local == name for site in facts.uses.sites)


def _finding(context: Context, found: Written) -> Finding:
    program = context.program
    name = found.form.subject
    chain = context.chains.to(found.module, Environment.CLIENT)
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"{'The default export' if name == 'default' else f'`{name}`'} is async, and React renders no async component "
        "in the browser: it gives up with an error. Fetch on the server and hand the data over as props, or read a "
        "promise with `use()`.",
        found.module,
        found.start,
        found.end,
        ("client",),
        chain_witness(program, chain),
        subject=f"{program.modules[found.module]}#{name}",
    )
