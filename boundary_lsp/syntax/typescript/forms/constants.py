"""Exported constants with a literal value, as they are written."""

from __future__ import annotations

import json
import re

from tree_sitter import Node

from boundary_lsp.model.facts import DeclarationKind, Form, ValueKind
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field, unwrapped
from boundary_lsp.syntax.typescript.text import string_value

_LONGEST = 80
"""Bytes. What somebody reads by name is an option, not a text."""
_CAMEL_CASE = re.compile(r"[a-z][a-zA-Z]+")
_VALUES = frozenset({ValueKind.LITERAL, ValueKind.ARRAY})
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def add_literal_exports(draft: Draft) -> None:
    for name in draft.exported:
        if not _CAMEL_CASE.fullmatch(name):
            continue
        index = draft.bindings[draft.module_names[name]].owner
        fact = draft.declarations[index]
        if fact.kind is DeclarationKind.VARIABLE and fact.value in _VALUES:
            _add(draft, name, *draft.declaration_spans[index])


def _add(draft: Draft, name: str, start: int, end: int) -> None:
    token = draft.root.named_descendant_for_byte_range(start, end)
    value = field(token.parent, "value") if token is not None and token.parent is not None else None
    if value is None or value.end_byte - value.start_byte > _LONGEST:
        return
    found = _literal(draft, unwrapped(value))
    if found is not None:
        draft.forms.append((Form(FormKind.LITERAL_EXPORT, name, found), start, end))


def _literal(draft: Draft, node: Node) -> str | None:
    """As JSON; None for anything else, so for `null` and `undefined` too."""
    text = string_value(draft.source, node)
    if text is not None:
        return json.dumps(text)
    if node.type in ("true", "false") or _NUMBER.fullmatch(draft.text(node)):
        return draft.text(node)
    if node.type != "array":
        return None
    items = [string_value(draft.source, item) for item in node.named_children if item.type != "comment"]
    return json.dumps(items) if all(item is not None for item in items) else None
