"""What is told about a server function: how it is called, what does not arrive, who calls it, and who could."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.places import line_text
from boundary_lsp.ide.transfers import layers_text
from boundary_lsp.model import report
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Program, Publication, Reference, ServerFunction
from boundary_lsp.rules.endpoints import publishing_clause
from boundary_lsp.rules.wording import MEANING, counted
from boundary_lsp.syntax.languages import language_of
from boundary_lsp.wire.arrival import Arrival, arrival, trouble_of

_MOST_USES = 5
_WIDEST = 100
_LONGEST_TYPE = 200


def function_text(snapshot: Snapshot, number: int, here: Reference | None, is_signed: bool) -> str:
    """Markdown. `number` is the function's in the program; `here` the use that the cursor is on; `is_signed`: with the
    signature."""
    function = snapshot.program.server_functions[number]
    found = arrival(snapshot.program, snapshot.wire, function)
    paragraphs = (
        _signature(snapshot.program, function, found) if is_signed else "",
        _what(snapshot.program, function),
        _here(snapshot.program, here),
        "\n".join(_troubles(found)),
        _public(snapshot.program, function),
        "\n".join(_uses(snapshot, function)),
    )
    return "\n\n".join(filter(None, paragraphs))


def _signature(program: Program, function: ServerFunction, found: Arrival) -> str:
    if not found.returns and not found.parameters:
        return ""
    parameters = [f"{p.name}{'?' if p.optional else ''}: {_cut(p.type)}" for p in found.parameters]
    short = function.name.rpartition(".")[2]
    line = f"{short}({', '.join(parameters)}): {_cut(found.returns)}"
    if len(line) > _WIDEST and parameters:
        inside = "".join(f"  {parameter},\n" for parameter in parameters)
        line = f"{short}(\n{inside}): {_cut(found.returns)}"
    return f"```{language_of(program.modules[function.module]).fence}\n{line}\n```"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TYPE else f"{text[: _LONGEST_TYPE - 1]}…"


def _what(program: Program, function: ServerFunction) -> str:
    return (
        f"**Server function** `{program.function_id(function)}`: it runs on the server. "
        "The client has a reference to it, and a call there is a request."
    )


def _here(program: Program, here: Reference | None) -> str:
    if here is None or here.is_specifier:
        return ""
    through = "".join(f", through `{carrier}`" for carrier in here.through)
    return f"Here: {here.kind.word}, {layers_text(program, here.transfers)}{through}."


def _troubles(found: Arrival) -> Iterator[str]:
    carried: list[report.Carried] = [*found.parameters, found.result]
    for one in carried:
        if trouble := trouble_of(one):
            yield f"- **{one.verdict}**: {trouble}"


def _public(program: Program, function: ServerFunction) -> str:
    liveness = f"**{function.liveness.value.capitalize()}**: {MEANING[function.liveness]}."
    match function.published:
        case Publication.YES:
            return f"{liveness} **Published**: anyone can POST to it, as {publishing_clause(program, function)}."
        case Publication.NO:
            return f"{liveness} Not published: nobody can call it over the network."
        case _:
            return f"{liveness} Whether it is published is not known."


def _uses(snapshot: Snapshot, function: ServerFunction) -> Iterator[str]:
    uses = [r for r in function.references if not r.is_specifier and r.kind is not SiteKind.TYPE]
    if not uses:
        return
    yield f"{counted(len(uses), 'use')}:\n"
    for use in uses[:_MOST_USES]:
        how = layers_text(snapshot.program, use.transfers)
        yield f"- `{line_text(snapshot, use.module, use.start)}`: {use.kind.word}, {how}"
    if len(uses) > _MOST_USES:
        yield f"- and {len(uses) - _MOST_USES} more"
