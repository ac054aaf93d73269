"""directive-without-effect: a directive that nobody reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from boundary_lsp.model.directives import CLIENT, SERVER, is_directive
from boundary_lsp.model.facts import Directive, DirectivePlace
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.program import Layer, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import compiling_layers, directives, with_directives
from boundary_lsp.rules.reading import Reading, finding, remove
from boundary_lsp.rules.rule import Context, Group, Rule

_HEADS = frozenset({DirectivePlace.PROLOGUE, DirectivePlace.FUNCTION, DirectivePlace.METHOD, DirectivePlace.ACCESSOR})


def check(context: Context) -> Iterator[Finding]:
    yield from context.everywhere(_in_vain, with_directives)
    for module in context.everywhere(_unread, with_directives):
        yield from _reported(context.program, module, _Unread(context, module).told)


def _in_vain(program: Program, module: int) -> Iterator[Finding]:
    if _is_ours(program, module) and any(True for _ in compiling_layers(program, module)):
        yield from _reported(program, module, _told_where_read)


def _unread(program: Program, module: int) -> Iterator[int]:
    """The module, if only such parts of the application load it in which no directive counts."""
    if _is_ours(program, module) and not any(True for _ in compiling_layers(program, module)):
        yield module


def _is_ours(program: Program, module: int) -> bool:
    interface = program.facts[module].interface
    return bool(interface.directives and program.layer_bits[module]) and not interface.is_transformed


RULE = Rule("directive-without-effect", "a directive that nobody reads", Severity.WARNING, Group.DIRECTIVES, check)


class _Told(NamedTuple):
    message: str = ""
    """Empty where nothing is wrong."""
    is_for_nothing: bool = False
    """Without it, all would stay as it is."""


_FINE = _Told()


def _reported(program: Program, module: int, judge: Callable[[Directive], _Told]) -> Iterator[Finding]:
    """Spans are decoded only where something is said."""
    told = [judge(directive) for directive in program.facts[module].interface.directives]
    if any(one.message for one in told):
        for one, (directive, start, end) in zip(told, directives(program, module), strict=True):
            read = Reading(module, directive, start, end)
            if one.message:
                fix = remove(read) if one.is_for_nothing else None
                found = finding(RULE.id, RULE.severity, program, read, one.message, fix)
                yield msgspec.structs.replace(found, covers=(program.modules[module],))


def _told_where_read(directive: Directive) -> _Told:
    """In a module whose directives count, where the place is wrong and the build green."""
    value, place = directive.value, directive.place
    if not is_directive(value):
        return _FINE
    if place is DirectivePlace.TEMPLATE:
        return _Told(
            f"in backquotes this is a template, and nobody reads it as a directive. Write `'{value}'` in quotes."
        )
    if value == CLIENT and (directive.function or directive.body):
        return _Told(
            "`'use client'` speaks for a whole file and does nothing inside of a function. "
            "Move what the browser runs into a file that starts with it."
        )
    if place is DirectivePlace.NESTED:
        return _Told(
            f"nobody reads `'{value}'` in a block or a constructor. "
            "Make it the first statement of a function, or of the file."
        )
    return _FINE


class _Unread:
    """A module that only such parts of the application load in which no directive counts: Next's middleware,
    instrumentation and `pages/`."""

    def __init__(self, context: Context, module: int) -> None:
        self._context = context
        self._module = module
        self._layers = list(context.program.layers_of(context.program.layer_bits[module]))

    def told(self, directive: Directive) -> _Told:
        value = directive.value
        if directive.place not in _HEADS or not is_directive(value):
            return _FINE
        browser = next((layer for layer in self._layers if layer.environment is Environment.CLIENT), None)
        if value == CLIENT:
            return self._of_client(browser)
        if value == SERVER and browser is not None:
            return _Told(
                f"{self._opening(browser)} so `'use server'` does nothing, and the functions become code of the "
                "browser. Put them behind an API route, or use them from `app/` only."
            )
        return _Told(f"{self._opening(self._layers[0])} so `'{value}'` does nothing. Remove it.", True)

    def _of_client(self, browser: Layer | None) -> _Told:
        """A component that `app/` may come to share can have it for then; an entry point has it in vain."""
        if browser is None or not self._context.program.entry_bits[self._module]:
            return _FINE
        return _Told("the browser gets this file anyway, so `'use client'` does nothing. Remove it.", True)

    def _opening(self, layer: Layer) -> str:
        chain = self._context.chains.in_layer(self._module, layer.index)
        entry = chain[0].module if chain else self._module
        if entry == self._module:
            return "the framework reads no directives in this file,"
        return f"the framework reads no directives in what {self._context.program.modules[entry]} loads,"
