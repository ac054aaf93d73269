"""What the rules about endpoints have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from boundary_lsp.graph.publication import BY_CLIENT_CODE, BY_CLIENT_MODULE
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
    whole = function.publication_reason != BY_CLIENT_CODE
    message = "this import publishes every function of the module" if whole else "this import publishes it"
    return (WitnessStep(module, start, end, message),)


def publishing_clause(program: Program, function: ServerFunction) -> str:
    """How it comes to be published: `lib/survey.ts, which a page loads, imports this module`."""
    steps = publishing_step(program, function)
    if not steps:
        return "the framework loads this module itself"
    importer = program.modules[steps[0].module]
    if function.publication_reason == BY_CLIENT_MODULE:
        return f"{importer}, which client code loads, imports this module, and the bundler publishes all of it"
    if function.publication_reason == BY_CLIENT_CODE:
        return f"{importer} imports it"
    loaded = "" if program.entry_bits[steps[0].module] else ", which a page loads,"
    return f"{importer}{loaded} imports this module"


def server_only_advice(program: Program, module: int) -> str:
    """`, and add `import 'server-only'``, unless the module has it already."""
    leaves = program.links.leaves
    guarded = any(target < 0 and leaves[~target].specifier == "server-only" for target in program.links.server[module])
    return "" if guarded else ", and add `import 'server-only'`"


def more(shown: Sequence[WitnessStep], total: int) -> tuple[WitnessStep, ...]:
    """The shown steps, the last of which says how many there are besides."""
    rest = total - len(shown)
    if rest <= 0:
        return tuple(shown)
    last = shown[-1]
    return (*shown[:-1], WitnessStep(last.module, last.start, last.end, f"{last.message} (and {rest} more)"))


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
