"""client-api-on-server: the server uses an API that only the client has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boundary_lsp.frameworks.environments import CLIENT_APIS
from boundary_lsp.graph.paths import ChainStep
from boundary_lsp.model.findings import Finding, Severity, WitnessStep
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.apis import UNSEEN, Misuse, Misuses, once, since_clause
from boundary_lsp.rules.directing import client_module
from boundary_lsp.rules.leaks import chain_witness
from boundary_lsp.rules.rule import Context, Group, Rule

_MISUSES = Misuses(CLIENT_APIS, Environment.SERVER)


def check(context: Context) -> Iterable[Finding]:
    return context.told(_in_module, _MISUSES.found(context))


RULE = Rule(
    "client-api-on-server",
    "the server uses an API that only the client has",
    Severity.ERROR,
    Group.ENVIRONMENTS,
    check,
)


def _in_module(program: Program, _: int, found: Iterable[Misuse]) -> Iterator[Finding]:
    return (_finding(program, misuse) for misuse in once(found) if misuse.chain)


def _finding(program: Program, misuse: Misuse) -> Finding:
    verb = "imports" if misuse.is_refused else "uses"
    last = WitnessStep(misuse.module, misuse.start, misuse.end, f"{verb} {misuse.api.name}, which only the client has")
    path = program.modules[misuse.module]
    return Finding(
        RULE.id,
        Severity.ERROR,
        f"{_trouble(program, misuse)}. {_remedy(program, misuse.module, misuse.chain)}",
        misuse.module,
        misuse.start,
        misuse.end,
        ("server",),
        (*chain_witness(program, misuse.chain), last),
        f"{path} -> {misuse.api.package}#{misuse.api.name}",
        covers=tuple(
            program.modules[module] for module in sorted({misuse.module, *(s.module for s in misuse.chain[1:])})
        ),
        fix=client_module(program, misuse.module, safe=False),
    )


def _trouble(program: Program, misuse: Misuse) -> str:
    only = f"`{misuse.api.name}` of `{misuse.api.package}` works only in the client, and {_way(program, misuse.chain)}"
    if misuse.is_refused:
        return f"{only}: the build fails{since_clause(misuse)}"
    return f"{only}. {UNSEEN}"


def _way(program: Program, chain: Sequence[ChainStep]) -> str:
    if len(chain) == 1:
        return "the server runs this module"
    entry = program.modules[chain[0].module]
    through = f" through {program.modules[chain[-2].module]}" if len(chain) > 2 else ""
    return f"{entry} loads this module on the server{through}"


def _remedy(program: Program, module: int, chain: Sequence[ChainStep]) -> str:
    if program.directives[module] is not None or not program.layers[chain[-1].layer].directives_apply:
        return "Move what needs it into a component with `'use client'`."
    if len(chain) == 1:
        return "Put `'use client'` at the top of this module, or move what needs it into a module that has it."
    return "Put `'use client'` at the top of this module, or of one that leads to it."
