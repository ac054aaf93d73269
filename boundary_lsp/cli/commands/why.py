"""`boundary why PATH`: the shortest chain from an entry point to a module."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from boundary_lsp.cli.arguments import add_common
from boundary_lsp.cli.errors import CLEAN, CommandError
from boundary_lsp.cli.scope import Scope, scope_of
from boundary_lsp.cli.session import analysed, write
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.paths import Chains, ChainStep
from boundary_lsp.model.project import Environment
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.text_refs import why_lines
from boundary_lsp.reports.why import why_answer

_IN_ORDER = (Environment.CLIENT, Environment.SERVER, Environment.UNKNOWN)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="a module")
    add_common(parser)
    parser.add_argument(
        "--environment",
        choices=("client", "server"),
        help="default: the client, if the module is loaded there, else the server",
    )


def run(arguments: argparse.Namespace) -> int:
    scope = scope_of([arguments.path])
    with analysed(arguments, scope) as snapshot:
        module = _module(snapshot, scope, arguments.path)
        chains = Chains(snapshot.program, snapshot.names.importers, as_written=True)
        asked = Environment(arguments.environment) if arguments.environment else None
        environment, chain = _found(chains, module, [asked] if asked else _IN_ORDER)
        answer = why_answer(snapshot, module, environment or asked, chain)
        write(arguments, answer, why_lines(answer, Shown(snapshot, scope.show)))
    return CLEAN


def _found(
    chains: Chains, module: int, environments: Sequence[Environment]
) -> tuple[Environment | None, Sequence[ChainStep]]:
    found = ((environment, chains.to(module, environment)) for environment in environments)
    return next((pair for pair in found if pair[1]), (None, ()))


def _module(snapshot: Snapshot, scope: Scope, given: str) -> int:
    module = snapshot.program.module_index(scope.inside[0])
    if module is None:
        raise CommandError(f"`{given}` is not a module: a source file is wanted, not a folder")
    return module
