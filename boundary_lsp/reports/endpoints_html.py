"""What the template of the report's page is given."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.model.endpoints_page import Page
from boundary_lsp.reports.endpoint_words import REACH, REACH_MEANING, STATES

_COLUMNS = {
    "name": "Endpoint",
    "module": "File",
    "state": "State",
    "reach": "Reachable by",
    "callers": "Callers",
    "signature": "Signature",
    "changed": "Last change",
}
_MOST = 20
"""Of the items of a list above the table."""


def page_values(page: Page) -> Mapping[str, object]:
    labels = {liveness.value: words.label for liveness, words in STATES.items()}
    return {
        "page": page,
        "labels": labels,
        "reach": {published.value: label for published, label in REACH.items()},
        "reach_meaning": {published.value: meaning for published, meaning in REACH_MEANING.items()},
        "columns": _COLUMNS,
        "most": _MOST,
        "data": {"rows": page.rows, "labels": labels},
        "styles": ["page.css", "endpoints.css"],
        "scripts": ["dom.js", "evidence.js", "endpoints.js"],
    }
