"""`const { useState } = React`: names taken out of the whole of an import."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field, unwrapped

_TAKEN = re.compile(rb"\}\s*=\s*([A-Za-z_$][\w$]*)")
_WHOLE = ("default", "*")


def add_taken_apart(draft: Draft) -> None:
    for pattern in _patterns(draft):
        for child in pattern.named_children:
            token = field(child, "key") if child.type == "pair_pattern" else child
            if token is not None and token.type in ("property_identifier", "shorthand_property_identifier_pattern"):
                form = Form(FormKind.TAKEN_APART, draft.text(token))
                draft.forms.append((form, token.start_byte, token.end_byte))


def _patterns(draft: Draft) -> Iterator[Node]:
    names = {name.local.encode() for entry in draft.imports for name in entry.names if name.imported in _WHOLE}
    for match in _TAKEN.finditer(draft.code, draft.uses_start) if names else ():
        if match[1] in names:
            pattern = _pattern_before(draft, match[1], match.start(1))
            if pattern is not None:
                yield pattern


def _pattern_before(draft: Draft, name: bytes, at: int) -> Node | None:
    token = draft.root.named_descendant_for_byte_range(at, at + len(name))
    if token is None or token.type != "identifier":
        return None
    declarator = token.parent
    while declarator is not None and declarator.type.endswith("_expression"):
        declarator = declarator.parent
    if declarator is None or declarator.type != "variable_declarator":
        return None
    pattern, value = field(declarator, "name"), field(declarator, "value")
    is_whole = value is not None and unwrapped(value) == token
    binding = draft.resolve(name, at)
    is_import = binding >= 0 and draft.bindings[binding].kind is BindingKind.IMPORT
    return pattern if pattern is not None and pattern.type == "object_pattern" and is_whole and is_import else None
