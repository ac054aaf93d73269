"""What classes extend: `Component`, `React.Component`."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field

_WORD = b"extends"


def add_superclasses(draft: Draft) -> None:
    if b"class " not in draft.code:
        return
    for at in draft.words.occurrences(_WORD, draft.uses_start, draft.size):
        token = _superclass_at(draft, at)
        if token is not None:
            draft.forms.append((Form(FormKind.SUPERCLASS, draft.text(token)), token.start_byte, token.end_byte))


def _superclass_at(draft: Draft, at: int) -> Node | None:
    """The last name of what the class extends. An interface and a type parameter extend, too."""
    word = draft.root.descendant_for_byte_range(at, at + len(_WORD))
    clause = word.parent if word is not None else None
    if clause is None or clause.type != "extends_clause":
        return None
    value = field(clause, "value")
    if value is not None and value.type == "member_expression":
        return field(value, "property")
    return value if value is not None and value.type == "identifier" else None
