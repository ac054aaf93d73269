"""Comments that suppress findings: `// boundary-ignore dead-endpoint: reason`, `{/* boundary-ignore … */}`."""

from __future__ import annotations

from boundary_lsp.syntax.drafts.tables import Tables
from boundary_lsp.syntax.suppressions import MARK, suppression_of

_MOST = 1000
"""In one file; all others do nothing. To look up a place costs time in a file that is generated."""


def add_suppressions(tables: Tables) -> None:
    """Only what the grammar takes for a comment is one: a string and the text of an element are not."""
    at = tables.source.find(MARK)
    while at >= 0 and len(tables.suppressions) < _MOST:
        end = at + len(MARK)
        node = tables.root.descendant_for_byte_range(at, end)
        if node is not None and node.type == "comment":
            end = node.end_byte
            if found := suppression_of(tables.source[node.start_byte : end]):
                tables.suppressions.append((found, node.start_byte, end))
        at = tables.source.find(MARK, end)
