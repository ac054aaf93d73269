"""server-api-on-client: the client uses an API that only the server has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boundary_lsp.frameworks.environments import SERVER_APIS
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.apis import UNSEEN, Misuse, Misuses, once, since_clause
from boundary_lsp.rules.leaks import chain_witness
from boundary_lsp.rules.rule import Context, Group, Rule

_MISUSES = Misuses(SERVER_APIS, Environment.CLIENT)


def check(context: Context) -> Iterable[Finding]:
    return context.told(_in_module, _MISUSES.found(context))


RULE = Rule(
    "server-api-on-client",
    "the client uses an API that only the server has",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
    yields_to=("server-only-on-client",),
)


def _in_module(program: Program, _: int, found: Iterable[Misuse]) -> Iterator[Finding]:
    return (_finding(program, misuse) for misuse in once(found) if misuse.chain)


def _finding(program: Program, misuse: Misuse) -> Finding:
    verb = "imports" if misuse.is_refused else "uses"
    last = WitnessStep(misuse.module, misuse.start, misuse.end, f"{verb} {misuse.api.name}, which only the server has")
    return Finding(
        RULE.id,
        Severity.ERROR,
        _message(program, misuse),
        misuse.module,
        misuse.start,
        misuse.end,
        ("client",),
        (*chain_witness(program, misuse.chain), last),
        f"{program.modules[misuse.module]} -> {misuse.api.package}#{misuse.api.name}",
    )


def _message(program: Program, misuse: Misuse) -> str:
    chain = misuse.chain
    outcome = f": the build fails{since_clause(misuse)}" if misuse.is_refused else f". {UNSEEN}"
    way = "this module is the client's"
    if len(chain) > 1 and chain[-1].door is None:
        way = f"{program.modules[chain[-2].module]} brings this module into the client bundle"
    return (
        f"`{misuse.api.name}` of `{misuse.api.package}` works only on the server, and {way}{outcome}. "
        "Call it in a server function, in a module with `'use server'`."
    )
