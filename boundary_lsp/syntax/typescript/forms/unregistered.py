"""Directives that a compiler reads too late, and functions with one that it makes nonsense of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from boundary_lsp.model.facts import DirectivePlace, Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field

_USING = b"using"


def add_unregistered(draft: Draft) -> None:
    for inline in draft.inline:
        name = field(inline.node, "name")
        if name is not None and name.type == "private_property_identifier":
            draft.forms.append((Form(FormKind.PRIVATE_METHOD, inline.fact.path), name.start_byte, name.end_byte))
    if draft.code != draft.source and draft.source.find(b"using ") >= 0:
        _add_using(draft)


def _add_using(draft: Draft) -> None:
    for inline in draft.inline:
        body = field(inline.node, "body")
        _add(draft, FormKind.USING_IN_FUNCTION, inline.fact.path, body.children if body is not None else ())
    heads = (directive.value for directive, _, _ in draft.directives if directive.place is DirectivePlace.PROLOGUE)
    for value in heads:
        _add(draft, FormKind.USING_IN_MODULE, value, draft.root.children)


def _add(draft: Draft, kind: FormKind, subject: str, statements: Sequence[Node]) -> None:
    """Once for each body, at the first such statement."""
    start = next(_disposals(draft, statements), -1)
    if start >= 0:
        draft.forms.append((Form(kind, subject), start, start + len(_USING)))


def _disposals(draft: Draft, statements: Sequence[Node]) -> Iterator[int]:
    """Starts of the word `using`: the grammar, which does not know it, was shown `const` instead."""
    for statement in statements:
        if statement.type == "lexical_declaration" and draft.source.startswith(_USING, statement.start_byte):
            yield statement.start_byte
