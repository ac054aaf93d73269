"""What the template of the report's page is given."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.model.endpoints_page import Page, Row, Use
from boundary_lsp.reports.endpoint_uses import first_callers, short_place
from boundary_lsp.reports.endpoint_words import REACH, STATES

_COLUMNS = {
    "name": "Endpoint",
    "module": "File",
    "state": "State",
    "reach": "Reachable by",
    "callers": "Callers",
    "signature": "Signature",
    "changed": "File changed",
}
_MOST = 20
"""Of the items of a list above the table."""
_MOST_CALLERS = 3


def page_values(page: Page) -> Mapping[str, object]:
    labels = {liveness.value: words.label for liveness, words in STATES.items()}
    return {
        "page": page,
        "labels": labels,
        "reach": {published.value: words.label for published, words in REACH.items()},
        "columns": _COLUMNS,
        "most": _MOST,
        "callers": _callers,
        "callers_line": _callers_line,
        "data": {"rows": page.rows, "labels": labels},
        "styles": ["page.css", "endpoints.css"],
        "scripts": ["dom.js", "evidence.js", "search.js", "endpoints.js"],
    }


def _callers(row: Row) -> tuple[list[Use], int]:
    """The first ones, and how many there are besides."""
    return first_callers(row, _MOST_CALLERS)


def _callers_line(row: Row) -> str:
    """`POST ban/route.ts:45, banAction ban.ts:40 and 2 more`."""
    first, rest = _callers(row)
    names = ", ".join(f"{use.within} {short_place(use.place)}".lstrip() for use in first)
    return f"{names} and {rest:,} more" if rest else names
