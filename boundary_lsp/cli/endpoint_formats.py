"""The formats of `boundary endpoints`: for people, for programs, for a meeting and for a pull request."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from boundary_lsp.cli.output import columns, write_bytes, write_json, write_text
from boundary_lsp.cli.scope import Scope
from boundary_lsp.composition import history_of
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.endpoints_page import Page
from boundary_lsp.ports import NotInHistory
from boundary_lsp.reports.endpoint_history import NO_HISTORY, History
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
            page = _page(snapshot, functions, comparison, _history(scope, snapshot, functions))
            write_bytes(_html(page), arguments.output)
        case "markdown":
            from boundary_lsp.reports.markdown_endpoints import markdown_endpoints

            text = markdown_endpoints(_page(snapshot, functions, comparison, _history(scope, snapshot, ())))
            write_bytes(text.encode("utf-8", "backslashreplace"), arguments.output)
        case _:
            answer = endpoints_answer(snapshot, functions, comparison)
            write_text(endpoints_lines(answer, Shown(snapshot, scope.show), columns()), arguments.output)


def _page(
    snapshot: Snapshot,
    functions: Sequence[int],
    comparison: report.Comparison | None,
    history: History,
) -> Page:
    from datetime import date

    from boundary_lsp.reports.endpoints_page import endpoints_page

    return endpoints_page(snapshot, functions, comparison, history, date.today().isoformat())


def _html(page: Page) -> bytes:
    from boundary_lsp.adapters.rendering import rendered
    from boundary_lsp.reports.endpoints_html import page_values

    return rendered("endpoints.html", **page_values(page))


def _history(scope: Scope, snapshot: Snapshot, dated: Sequence[int]) -> History:
    """`dated`: the functions of whose files it is asked when they were last changed."""
    modules, control = snapshot.program.modules, history_of(scope.root)
    files = {modules[snapshot.program.server_functions[number].module] for number in dated}
    try:
        differing = control.changed("HEAD", modules)
        return History(control.head(), len(differing), control.last_changes(files) if files else {})
    except NotInHistory:
        return NO_HISTORY
