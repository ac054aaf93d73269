"""`boundary why PATH`: the shortest chain from an entry point to a module."""

from __future__ import annotations

import argparse

from boundary_lsp.cli.arguments import add_common
from boundary_lsp.cli.errors import CLEAN, CommandError
from boundary_lsp.cli.scope import Scope, scope_of
from boundary_lsp.cli.session import analysed, write
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.paths import Chains
from boundary_lsp.model.project import Environment
from boundary_lsp.reports.text_refs import why_lines
from boundary_lsp.reports.why import why_answer


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
        chains = Chains(snapshot.program)
        found = [(environment, chains.to(module, environment)) for environment in _asked(arguments.environment)]
        environment, chain = next((pair for pair in found if pair[1]), found[-1])
        answer = why_answer(snapshot, module, environment, chain)
        write(arguments, answer, why_lines(answer, scope.show))
    return CLEAN


def _asked(environment: str | None) -> list[Environment]:
    return [Environment(environment)] if environment else [Environment.CLIENT, Environment.SERVER]


def _module(snapshot: Snapshot, scope: Scope, given: str) -> int:
    module = snapshot.program.module_index(scope.inside[0])
    if module is None:
        raise CommandError(f"`{given}` is not a module: a source file is wanted, not a folder")
    return module
