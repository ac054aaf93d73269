"""Verdicts on the directives of a program's modules, by the layers that compile them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.directives import CACHE, CLIENT, SERVER, is_cache, misspelled
from boundary_lsp.model.facts import Directive, DirectivePlace
from boundary_lsp.model.program import Application, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import compiling_applications, compiling_layers, with_directives
from boundary_lsp.rules.verdicts import Body, Found, Verdict, client_verdicts, server_verdicts

_FIRST_WITH_CACHE = (15,)


def strangely_directed(program: Program) -> Iterator[int]:
    """Modules in some layer that have more than one `'use client'` or `'use server'` at the head of the file."""
    facts = program.facts
    return (module for module in with_directives(program) if not is_plain(facts[module].interface.directives))


def is_plain(written: Sequence[Directive]) -> bool:
    """Nothing is wrong with them, whoever compiles them."""
    return len(written) == 1 and written[0].place is DirectivePlace.PROLOGUE and written[0].value in (CLIENT, SERVER)


def judged(program: Program, module: int, verdict: Verdict) -> list[Found]:
    """The statements of a module with that verdict, by position, each once, also where several layers compile it."""
    written = program.facts[module].interface.directives
    if not written or is_plain(written) or not program.layer_bits[module]:
        return []
    found = {one.at: one for one in reversed([*_verdicts(program, module)]) if one.verdict is verdict}
    return [found[at] for at in sorted(found)]


def caching_applications(program: Program, module: int) -> Iterator[Application]:
    """Those that compile a module and know `'use cache'`: Next has, since 15."""
    for application in compiling_applications(program, module):
        version = version_tuple(application.framework_version)
        if application.framework == "next" and (not version or version >= _FIRST_WITH_CACHE):
            yield application


def _verdicts(program: Program, module: int) -> Iterator[Found]:
    directives = list(_known(program, module))
    file, *functions = _bodies(directives)
    yield from client_verdicts(file)
    heads = {directive.value for _, directive in file if directive.place is DirectivePlace.PROLOGUE}
    on_server = any(value == SERVER or is_cache(value) for value in heads)
    for environment in {layer.environment for layer in compiling_layers(program, module)}:
        in_client = environment is Environment.CLIENT
        if in_client or CLIENT not in heads:  # the server has a list of references in place of a client module
            yield from server_verdicts(file, False)
            for body in functions:
                yield from server_verdicts(body, in_client and not on_server)


def _known(program: Program, module: int) -> Iterator[tuple[int, Directive]]:
    """Without those of caches, where they are only strings."""
    caches = any(True for _ in caching_applications(program, module))
    for index, directive in enumerate(program.facts[module].interface.directives):
        value = directive.value
        if caches or not (value.startswith(CACHE) or (misspelled(value) or "").startswith(CACHE)):
            yield index, directive


def _bodies(directives: Sequence[tuple[int, Directive]]) -> list[Body]:
    """The file's own first, those in blocks left out."""
    found: dict[int, list[tuple[int, Directive]]] = {0: []}
    for index, directive in directives:
        if directive.place is not DirectivePlace.NESTED:
            found.setdefault(directive.body, []).append((index, directive))
    return list(found.values())
