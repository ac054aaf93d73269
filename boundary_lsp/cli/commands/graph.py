"""`boundary graph [PATH...]`: the module graph."""

from __future__ import annotations

import argparse

from boundary_lsp.cli.arguments import add_common, add_paths
from boundary_lsp.cli.errors import CLEAN
from boundary_lsp.cli.scope import scope_of
from boundary_lsp.cli.session import analysed, write
from boundary_lsp.reports.graph import graph_answer
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.text_project import graph_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_common(parser)


def run(arguments: argparse.Namespace) -> int:
    scope = scope_of(arguments.paths)
    with analysed(arguments, scope) as snapshot:
        modules = {number for number, path in enumerate(snapshot.program.modules) if scope.covers(path)}
        answer = graph_answer(snapshot, modules)
        write(arguments, answer, graph_lines(answer, Shown(snapshot, scope.show)))
    return CLEAN
