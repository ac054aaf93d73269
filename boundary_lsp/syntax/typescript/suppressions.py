"""Comments that suppress findings: `// boundary-ignore dead-endpoint: reason`, `{/* boundary-ignore … */}`."""

from __future__ import annotations

from boundary_lsp.syntax.suppressions import MARK, suppression_of
from boundary_lsp.syntax.typescript.draft import Draft

_MOST = 1000
"""In one file; all others do nothing. To look up a place costs time in a file that is generated."""


def add_suppressions(draft: Draft) -> None:
    """Only what the grammar takes for a comment is one: a string and the text of an element are not."""
    at = draft.source.find(MARK)
    while at >= 0 and len(draft.suppressions) < _MOST:
        end = at + len(MARK)
        node = draft.root.descendant_for_byte_range(at, end)
        if node is not None and node.type == "comment":
            end = node.end_byte
            if found := suppression_of(draft.source[node.start_byte : end]):
                draft.suppressions.append((found, node.start_byte, end))
        at = draft.source.find(MARK, end)
