"""`boundary doctor`: what was understood, and what was not."""

from __future__ import annotations

import argparse

from boundary_lsp.cli.arguments import add_common, add_paths
from boundary_lsp.cli.errors import CLEAN
from boundary_lsp.cli.scope import scope_of
from boundary_lsp.cli.session import analysed, write
from boundary_lsp.reports.doctor import doctor_answer
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.text_project import doctor_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_common(parser)


def run(arguments: argparse.Namespace) -> int:
    scope = scope_of(arguments.paths)
    with analysed(arguments, scope) as snapshot:
        answer = doctor_answer(snapshot)
        write(arguments, answer, doctor_lines(answer, Shown(snapshot, scope.show)))
    return CLEAN
