"""Functions with a directive of their own, as they are written."""

from __future__ import annotations

from boundary_lsp.model.facts import Form, FormKind
from boundary_lsp.syntax.typescript.draft import Draft


def add_sync_functions(draft: Draft) -> None:
    for inline in draft.inline:
        if not inline.fact.is_async:
            draft.forms.append((Form(FormKind.SYNC_FUNCTION, inline.fact.path), inline.start, inline.end))
