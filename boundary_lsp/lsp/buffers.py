"""What the editor has open: texts as bytes, changed as the editor says.

Our own, and not the library's: that one also ends lines at U+2028, form feed and the like, and so puts an edit below
such a character into the wrong line.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from boundary_lsp.model.lines import Columns, LineIndex


class Buffer:
    """One open document. `text` is replaced with every change, never changed."""

    def __init__(self, uri: str, version: int, text: str) -> None:
        self.uri = uri
        self.version = version
        self.text = _encoded(text)

    def change(self, version: int, changes: Iterable[types.TextDocumentContentChangeEvent], columns: Columns) -> None:
        """Each change speaks of the text that the one before it left."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                self.text = _replaced(self.text, change.range, change.text, columns)
            else:
                self.text = _encoded(change.text)
        self.version = version


def _replaced(text: bytes, where: types.Range, by: str, columns: Columns) -> bytes:
    lines = LineIndex(text)
    start = lines.offset(where.start.line, where.start.character, columns)
    end = lines.offset(where.end.line, where.end.character, columns)
    return text[:start] + _encoded(by) + text[max(start, end) :]


def _encoded(text: str) -> bytes:
    """Half of a surrogate pair, which JSON can say and UTF-8 cannot, becomes `?`: columns stay as they are."""
    return text.encode("utf-8", "replace")
