"""`boundary graph [PATH...]`: the module graph, in numbers, as data, and as a map."""

from __future__ import annotations

import argparse

from boundary_lsp.cli.arguments import add_common, add_paths
from boundary_lsp.cli.base import add_base, program_before
from boundary_lsp.cli.errors import CLEAN, CommandError
from boundary_lsp.cli.output import write_bytes
from boundary_lsp.cli.scope import Scope, scope_of
from boundary_lsp.cli.session import analysed, write
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.reports.graph import graph_answer
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.text_project import graph_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_common(parser, "text", "json", "html")
    add_base(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.base is not None and arguments.format != "html":
        raise CommandError("--base is for the map: add `--format html`")
    scope = scope_of(arguments.paths)
    with analysed(arguments, scope) as snapshot:
        modules = {number for number, path in enumerate(snapshot.program.modules) if scope.covers(path)}
        if arguments.format == "html":
            write_bytes(_map(arguments, scope, snapshot, modules), arguments.output)
        else:
            answer = graph_answer(snapshot, modules)
            write(arguments, answer, graph_lines(answer, Shown(snapshot, scope.show)))
    return CLEAN


def _map(arguments: argparse.Namespace, scope: Scope, snapshot: Snapshot, modules: set[int]) -> bytes:
    from datetime import date

    from boundary_lsp.adapters.rendering import rendered
    from boundary_lsp.reports.comparison import comparison, door_changes
    from boundary_lsp.reports.map_changes import Since
    from boundary_lsp.reports.map_html import map_values
    from boundary_lsp.reports.map_page import map_page

    since = None
    if base := program_before(arguments, scope):
        before, after = base.program, snapshot.program
        compared = comparison(before, after, base.name, base.commit, scope.covers)
        since = Since(compared, door_changes(before, after, scope.covers))
    return rendered("map.html", **map_values(map_page(snapshot, modules, since, date.today().isoformat())))
