"""Server and cached functions that are not async."""

from __future__ import annotations

from boundary_lsp.model.facts import Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.declarations import is_async
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.names import pointed_at
from boundary_lsp.syntax.typescript.forms.server_functions import Reach, server_functions

_KINDS = {
    Reach.PLAIN: FormKind.SYNC_FUNCTION,
    Reach.BY_NAME: FormKind.SYNC_BY_NAME,
    Reach.WITHIN: FormKind.SYNC_WITHIN,
}


def add_sync_functions(draft: Draft) -> None:
    for function in server_functions(draft):
        if not is_async(draft, function.node):
            form = Form(_KINDS[function.reach], function.path, function.serving)
            draft.forms.append((form, *pointed_at(function.node)))
