"""The formats of `boundary endpoints`: for people, for programs, for a meeting and for a pull request."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from boundary_lsp.cli.output import columns, write_bytes, write_json, write_text
from boundary_lsp.cli.scope import Scope
from boundary_lsp.composition import history_of
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.endpoints_page import Page
from boundary_lsp.ports import FileChange, NotInHistory
from boundary_lsp.reports.endpoints import endpoints_answer
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.text_endpoints import endpoints_lines

FORMATS = ("text", "json", "markdown", "html")


def write_endpoints(
    arguments: argparse.Namespace,
    scope: Scope,
    snapshot: Snapshot,
    functions: Sequence[int],
    comparison: report.Comparison | None,
) -> None:
    """In the format that was asked for; each loads only what it needs itself."""
    match arguments.format:
        case "json":
            write_json(endpoints_answer(snapshot, functions, comparison), arguments.output)
        case "html":
            changes = _changes(scope, snapshot, functions)
            write_bytes(_html(_page(snapshot, functions, comparison, changes)), arguments.output)
        case "markdown":
            from boundary_lsp.reports.markdown_endpoints import markdown_endpoints

            text = markdown_endpoints(_page(snapshot, functions, comparison, {}))
            write_bytes(text.encode("utf-8", "backslashreplace"), arguments.output)
        case _:
            answer = endpoints_answer(snapshot, functions, comparison)
            write_text(endpoints_lines(answer, Shown(snapshot, scope.show), columns()), arguments.output)


def _page(
    snapshot: Snapshot,
    functions: Sequence[int],
    comparison: report.Comparison | None,
    changes: Mapping[str, FileChange],
) -> Page:
    from datetime import date

    from boundary_lsp.reports.endpoints_page import endpoints_page

    return endpoints_page(snapshot, functions, comparison, changes, date.today().isoformat())


def _html(page: Page) -> bytes:
    from boundary_lsp.adapters.rendering import rendered
    from boundary_lsp.reports.endpoints_html import page_values

    return rendered("endpoints.html", **page_values(page))


def _changes(scope: Scope, snapshot: Snapshot, functions: Sequence[int]) -> Mapping[str, FileChange]:
    """Nothing where there is no history."""
    program = snapshot.program
    try:
        return history_of(scope.root).last_changes(
            {program.modules[program.server_functions[number].module] for number in functions}
        )
    except NotInHistory:
        return {}
