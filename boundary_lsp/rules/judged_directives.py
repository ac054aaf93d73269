"""Verdicts on the directives of a program's modules, by the layers that compile them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.directives import CACHE, CLIENT, SERVER, is_cache, misspelled
from boundary_lsp.model.facts import Directive, DirectivePlace
from boundary_lsp.model.program import Application, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import compiling_applications, compiling_layers
from boundary_lsp.rules.verdicts import Body, Found, Verdict, client_verdicts, server_verdicts

_FIRST_WITH_CACHE = (15,)


def judged_directives(program: Program, modules: Iterable[int]) -> Mapping[Verdict, Sequence[tuple[int, Found]]]:
    """By verdict: (module, statement) by module and position, each once, also where several layers compile the
    module."""
    found: dict[Verdict, list[tuple[int, Found]]] = {}
    for module in modules:
        distinct: dict[tuple[Verdict, int], Found] = {}
        for one in _verdicts(program, module):
            distinct.setdefault((one.verdict, one.at), one)
        for one in sorted(distinct.values(), key=lambda one: one.at):
            found.setdefault(one.verdict, []).append((module, one))
    return found


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
