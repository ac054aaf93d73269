"""`boundary endpoints [PATH...]`: the dead-endpoint report."""

from __future__ import annotations

import argparse

from boundary_lsp.cli.arguments import add_common, add_paths, add_types
from boundary_lsp.cli.base import add_base, compared
from boundary_lsp.cli.endpoint_formats import FORMATS, write_endpoints
from boundary_lsp.cli.errors import CLEAN
from boundary_lsp.cli.scope import scope_of
from boundary_lsp.cli.session import analysed
from boundary_lsp.model.program import Liveness


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_common(parser, *FORMATS)
    add_types(parser)
    add_base(parser)
    parser.add_argument(
        "--only",
        metavar="LIVENESS",
        action="append",
        choices=[liveness.value for liveness in Liveness],
        help=f"only these: {', '.join(Liveness)} (may be repeated)",
    )


def run(arguments: argparse.Namespace) -> int:
    scope = scope_of(arguments.paths)
    with analysed(arguments, scope) as snapshot:
        functions = [
            number
            for number, function in enumerate(snapshot.program.server_functions)
            if scope.covers(snapshot.program.modules[function.module])
            and (not arguments.only or function.liveness in arguments.only)
        ]
        write_endpoints(arguments, scope, snapshot, functions, compared(arguments, scope, snapshot))
    return CLEAN
