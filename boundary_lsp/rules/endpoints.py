"""What the rules about endpoints have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from boundary_lsp.graph.publication import BY_CLIENT_CODE, BY_CLIENT_MODULE
from boundary_lsp.graph.table import differing, mended
from boundary_lsp.model.facts import DirectivePlace
from boundary_lsp.model.findings import WitnessStep
from boundary_lsp.model.program import Liveness, Program, Publication, Reference, Role, ServerFunction, Transfer
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.syntax.languages import language_of
from boundary_lsp.wire.changes import differing_functions

DEAD = frozenset({Liveness.UNUSED, Liveness.UNREACHED, Liveness.TEST_ONLY})
ALIVE = frozenset({Liveness.CALLED, Liveness.HANDED_OVER, Liveness.USED_OUTSIDE})


def by_module(program: Program) -> Mapping[int, Sequence[ServerFunction]]:
    """The server functions of each module that some application owns."""
    return _of(program, dict.fromkeys(function.module for function in program.server_functions))


def by_module_after(
    before: Program, after: Program, known: Mapping[int, Sequence[ServerFunction]]
) -> Mapping[int, Sequence[ServerFunction]]:
    """The same after an edit. `known`: of the program before."""
    stale = {module for module, *_ in differing_functions(before, after)}
    stale |= differing(before.layer_bits, after.layer_bits)  # which decide about roles, too
    return mended(known, stale, _of(after, stale))


def _of(program: Program, modules: Iterable[int]) -> dict[int, Sequence[ServerFunction]]:
    ours = (module for module in modules if is_ours(program, module))
    return {module: found for module in ours if (found := program.functions_of(module))}


def exported(functions: Iterable[ServerFunction]) -> list[ServerFunction]:
    """Those that a `'use server'` module exports."""
    return [function for function in functions if function.inline < 0 and not function.is_registered]


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


def publishing_steps(program: Program, function: ServerFunction) -> tuple[WitnessStep, ...]:
    """The imports that make the framework publish the function, where there are any."""
    if function.published is not Publication.YES:
        return ()
    targets = [program.modules[module] for module, _ in function.published_by[1:]]
    whole = function.publication_reason != BY_CLIENT_CODE
    last = "this import publishes every function of the module" if whole else "this import publishes it"
    messages = [*(f"imports {target}" for target in targets), last]
    return tuple(
        WitnessStep(module, *span_at(decode_spans(program.facts[module]).imports, imported), message)
        for (module, imported), message in zip(function.published_by, messages, strict=False)
    )


def publishing_clause(program: Program, function: ServerFunction) -> str:
    """How it comes to be published: `lib/survey.ts, which app/survey/page.tsx loads, imports this module`."""
    if not function.published_by and function.is_registered and function.publication_reason:
        return function.publication_reason
    if not function.published_by:
        return "the framework loads this module itself"
    entry, importer = (program.modules[function.published_by[end][0]] for end in (0, -1))
    if function.publication_reason == BY_CLIENT_MODULE:
        return f"{importer}, which client code loads, imports this module, and {_bundler(program)} publishes all of it"
    loaded = "" if entry == importer else f", which {entry} loads,"
    return f"{importer}{loaded} imports this module"


def _bundler(program: Program) -> str:
    """The bundler's name, where all applications have the same."""
    names = {application.bundler for application in program.applications if application.bundler}
    return names.pop() if len(names) == 1 else "the bundler"


def server_only_advice(program: Program, module: int) -> str:
    """`, and add `import 'server-only'``, unless the module has it already, or its language has no such thing."""
    leaves, guard = program.links.leaves, language_of(program.modules[module]).guard
    guarded = any(target < 0 and leaves[~target].specifier == guard for target in program.links.server[module])
    return f", and add `import '{guard}'`" if guard and not guarded else ""


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
    own = (facts.interface.directive, DirectivePlace.PROLOGUE)
    index = next(i for i, d in enumerate(facts.interface.directives) if (d.value, d.place) == own)
    return span_at(decode_spans(facts).directives, index)
