"""All forms of a module, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable

from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.cached import add_cached_calls
from boundary_lsp.syntax.typescript.forms.captures import add_captures
from boundary_lsp.syntax.typescript.forms.components import add_async_markup
from boundary_lsp.syntax.typescript.forms.constants import add_literal_exports
from boundary_lsp.syntax.typescript.forms.dynamic_options import add_ssr_false
from boundary_lsp.syntax.typescript.forms.exported_values import add_exported_values
from boundary_lsp.syntax.typescript.forms.forbidden_words import add_forbidden_words
from boundary_lsp.syntax.typescript.forms.functions import add_sync_functions
from boundary_lsp.syntax.typescript.forms.methods import add_methods
from boundary_lsp.syntax.typescript.forms.strange_exports import add_strange_exports
from boundary_lsp.syntax.typescript.forms.superclasses import add_superclasses
from boundary_lsp.syntax.typescript.forms.taken_apart import add_taken_apart
from boundary_lsp.syntax.typescript.forms.undefined import add_undefined_functions
from boundary_lsp.syntax.typescript.forms.unregistered import add_unregistered

_COLLECTORS: tuple[Callable[[Draft], None], ...] = (
    add_sync_functions,
    add_forbidden_words,
    add_methods,
    add_strange_exports,
    add_exported_values,
    add_ssr_false,
    add_superclasses,
    add_taken_apart,
    add_literal_exports,
    add_async_markup,
    add_cached_calls,
    add_captures,
    add_undefined_functions,
    add_unregistered,
)


def add_forms(draft: Draft) -> None:
    """Runs when everything else of the draft is filled. A collector looks for a word before it looks at a tree."""
    for collect in _COLLECTORS:
        collect(draft)
    draft.forms.sort(key=lambda found: (found[1], found[0].kind, found[0].subject))
