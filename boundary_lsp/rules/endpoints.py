"""What the rules about endpoints have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from boundary_lsp.graph.publication import BY_CLIENT_CODE
from boundary_lsp.model.facts import decode_spans, span_at
from boundary_lsp.model.findings import WitnessStep
from boundary_lsp.model.program import Liveness, Program, Publication, Reference, Role, ServerFunction, Transfer

DEAD = frozenset({Liveness.UNUSED, Liveness.UNREACHED, Liveness.TEST_ONLY})
ALIVE = frozenset({Liveness.CALLED, Liveness.HANDED_OVER, Liveness.USED_OUTSIDE})


def by_module(program: Program) -> Mapping[int, Sequence[ServerFunction]]:
    """The exported server functions of each `'use server'` module that some application owns."""
    found: dict[int, list[ServerFunction]] = defaultdict(list)
    for function in program.server_functions:
        if function.inline < 0 and is_ours(program, function.module):
            found[function.module].append(function)
    return found


def is_ours(program: Program, module: int) -> bool:
    """Some application loads the module, or it lies in one's folder: else who uses it cannot be known."""
    if program.layer_bits[module]:
        return True
    if program.roles[module] in (Role.TEST, Role.STORY, Role.TYPES):
        return False
    path = program.modules[module]
    return any(not a.path or path.startswith(f"{a.path}/") for a in program.applications)


def spoken_name(function: ServerFunction) -> str:
    """How a message calls it: in backquotes, but for a default export that has no name of its own."""
    outer, _, last = function.name.rpartition(".")
    if last.startswith("$"):
        return f"the inline action in `{outer}`"
    return "the default export" if function.name == "default" else f"`{function.name}`"


def publishing_step(program: Program, function: ServerFunction) -> tuple[WitnessStep, ...]:
    """The import that makes the framework publish the function, where there is one."""
    if function.published is not Publication.YES or function.published_by is None:
        return ()
    module, imported = function.published_by
    if module < 0:
        return ()
    start, end = span_at(decode_spans(program.facts[module]).imports, imported)
    message = "this import publishes every function of the module"
    if function.publication_reason == BY_CLIENT_CODE:
        message = "this import publishes it"
    return (WitnessStep(module, start, end, message),)


def published_where(program: Program, function: ServerFunction) -> str:
    """`, through its import in app/page.tsx`; empty where the module itself is an entry point."""
    steps = publishing_step(program, function)
    return f" by the import in {program.modules[steps[0].module]}" if steps else ""


def in_process_uses(function: ServerFunction) -> list[Reference]:
    return [
        r
        for r in function.references
        if not r.is_specifier and any(t.transfer is Transfer.IN_PROCESS for t in r.transfers)
    ]


def directive_span(program: Program, module: int) -> tuple[int, int]:
    """The span of the module's directive."""
    facts = program.facts[module]
    directives = facts.interface.directives
    index = next(i for i, d in enumerate(directives) if d.value == facts.interface.directive)
    return span_at(decode_spans(facts).directives, index)
