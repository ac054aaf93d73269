"""All forms of a module, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.captures import add_captures
from boundary_lsp.syntax.typescript.forms.functions import add_sync_functions
from boundary_lsp.syntax.typescript.forms.undefined import add_undefined_functions
from boundary_lsp.syntax.typescript.forms.unregistered import add_unregistered

_COLLECTORS: tuple[Callable[[Draft], None], ...] = (
    add_sync_functions,
    add_captures,
    add_undefined_functions,
    add_unregistered,
)


def add_forms(draft: Draft) -> None:
    """Runs when everything else of the draft is filled. A collector looks for a word before it looks at a tree."""
    for collect in _COLLECTORS:
        collect(draft)
    draft.forms.sort(key=lambda found: (found[1], found[0].kind, found[0].subject))
