"""directive-without-effect: a directive that nobody reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from boundary_lsp.model.directives import CLIENT, SERVER, is_directive
from boundary_lsp.model.facts import Directive, DirectivePlace
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Layer, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import compiling_layers, directives
from boundary_lsp.rules.reading import Reading, finding
from boundary_lsp.rules.rule import Context, Group, Rule

_HEADS = frozenset({DirectivePlace.PROLOGUE, DirectivePlace.FUNCTION, DirectivePlace.METHOD, DirectivePlace.ACCESSOR})


def check(context: Context) -> Iterator[Finding]:
    program = context.program
    for module, facts in enumerate(program.facts):
        if facts.interface.directives and program.layer_bits[module]:
            if any(True for _ in compiling_layers(program, module)):
                yield from _reported(program, module, _in_vain)
            else:
                yield from _reported(program, module, _Unread(context, module).message)


RULE = Rule("directive-without-effect", "a directive that nobody reads", Severity.WARNING, Group.DIRECTIVES, check)


def _reported(program: Program, module: int, message_of: Callable[[Directive], str]) -> Iterator[Finding]:
    """Spans are decoded only where something is said."""
    messages = [message_of(directive) for directive in program.facts[module].interface.directives]
    if any(messages):
        for message, (directive, start, end) in zip(messages, directives(program, module), strict=True):
            if message:
                yield finding(RULE.id, RULE.severity, program, Reading(module, directive, "", start, end), message)


def _in_vain(directive: Directive) -> str:
    """In a module whose directives count, where the place is wrong and the build green."""
    value, place = directive.value, directive.place
    if not is_directive(value):
        return ""
    if place is DirectivePlace.TEMPLATE:
        return f"in backquotes this is a template, and nobody reads it as a directive. Write `'{value}'` in quotes."
    if value == CLIENT and (directive.function or directive.body):
        return (
            "`'use client'` speaks for a whole file and does nothing inside of a function. "
            "Move what the browser runs into a file that starts with it."
        )
    if place is DirectivePlace.NESTED:
        return (
            f"nobody reads `'{value}'` in a block or a constructor. "
            "Make it the first statement of a function, or of the file."
        )
    return ""


class _Unread:
    """A module that only such parts of the application load in which no directive counts: Next's middleware,
    instrumentation and `pages/`."""

    def __init__(self, context: Context, module: int) -> None:
        self._context = context
        self._module = module
        self._layers = list(context.program.layers_of(context.program.layer_bits[module]))

    def message(self, directive: Directive) -> str:
        value = directive.value
        if directive.place not in _HEADS or not is_directive(value):
            return ""
        if value == CLIENT:
            return self._of_client() if directive.place is DirectivePlace.PROLOGUE else ""
        browser = next((layer for layer in self._layers if layer.environment is Environment.CLIENT), None)
        if value != SERVER:
            return f"{self._opening(self._layers[0])} so `'{value}'` caches nothing. Remove it."
        if browser is None:
            return f"{self._opening(self._layers[0])} so `'use server'` does nothing. Remove it."
        return (
            f"{self._opening(browser)} so `'use server'` does nothing, and the functions become code of the browser. "
            "Put them behind an API route, or use them from `app/` only."
        )

    def _of_client(self) -> str:
        """A component that others share may have it for them; an entry point has it in vain."""
        if not self._context.program.entry_bits[self._module]:
            return ""
        return "no directive is read in a file that the framework loads itself here. Remove `'use client'`."

    def _opening(self, layer: Layer) -> str:
        chain = self._context.chains.in_layer(self._module, layer.index)
        entry = chain[0].module if chain else self._module
        if entry == self._module:
            return "the framework reads no directives in this file,"
        return f"the framework reads no directives in what {self._context.program.modules[entry]} loads,"
