"""All tokens of one text that mean the same name, so that it can be called otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from tree_sitter import Node

from boundary_lsp.syntax.languages.texts import Home, Spelled, clash
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.rewrite.text import Text
from boundary_lsp.syntax.typescript.scopes import ROLES, Neither, Scope, role_of
from boundary_lsp.syntax.typescript.words import Words

_SHORTHANDS = frozenset({"shorthand_property_identifier", "shorthand_property_identifier_pattern"})
_MARK = b": "
_NAMES = _SHORTHANDS | {"identifier", "type_identifier"}
_TAGS = frozenset({"jsx_opening_element", "jsx_self_closing_element", "jsx_closing_element"})
_IMPORTS = frozenset({"import_clause", "namespace_import", "import_require_clause"})
_SPECIFIERS = frozenset({"import_specifier", "export_specifier"})
_NEVER_MEANT = frozenset({"namespace_export", "jsx_namespace_name", "meta_property", "index_signature"})


class Spellings:
    """The tokens of a text that spell a name and mean something that has it."""

    def __init__(self, text: Text, name: bytes) -> None:
        self._text = text
        self._name = name
        self.whole = Home(0, len(text.source))
        """The home of the module's own names."""

    @cached_property
    def tokens(self) -> tuple[Spelled, ...]:
        """In the order of the text."""
        found = list(self._meant())
        scopes = [role for _, role in found if isinstance(role, Scope)]
        return tuple(self._spelled(token, role, scopes) for token, role in found)

    def of(self, home: Home) -> tuple[Spelled, ...]:
        return tuple(token for token in self.tokens if token.home == home)

    def links(self) -> Iterator[tuple[int, int]]:
        """Where comments link to the name: `{@link save}`."""
        for found in re.finditer(rb"\{@link(?:code|plain)?\s+(%b)(?![\w$])" % re.escape(self._name), self._text.source):
            node = self._text.root.descendant_for_byte_range(*found.span(1))
            if node is not None and node.type == "comment":
                yield found.span(1)

    def at(self, offset: int) -> Spelled | None:
        return next((token for token in self.tokens if token.start <= offset <= token.end), None)

    def _meant(self) -> Iterator[tuple[Node, Scope | None]]:
        """Tokens, with the scope that each declares the name in; None for references and the module's own."""
        words = Words(self._text.source + b"\n")
        for at in words.occurrences(self._name, 0, len(self._text.source)):
            token = self._text.root.descendant_for_byte_range(at, at + len(self._name))
            parent = token.parent if token is not None else None
            if token is None or parent is None or token.type not in _NAMES or not self._is_meant(token, parent):
                continue
            role = role_of(token, parent)
            yield token, role if isinstance(role, Scope) else None

    def _is_meant(self, token: Node, parent: Node) -> bool:
        if parent.type in _SPECIFIERS:
            return _is_local_part(token, parent)
        if parent.type in _TAGS:
            return not self._name[:1].islower()
        if parent.type in _IMPORTS or parent.type == "type_predicate":
            return True
        if parent.type in _NEVER_MEANT:
            return False
        role = role_of(token, parent)
        return not isinstance(role, Neither) or _declares(token, parent)

    def _spelled(self, token: Node, role: Scope | None, scopes: list[Scope]) -> Spelled:
        parent = token.parent
        home = Home(role.start, role.end) if role is not None else self._home(token, scopes)
        is_tag = parent is not None and parent.type in _TAGS
        return Spelled(token.start_byte, token.end_byte, home, _MARK if token.type in _SHORTHANDS else b"", is_tag)

    def _home(self, token: Node, scopes: list[Scope]) -> Home:
        """That of the innermost declaration around a reference."""
        other = "value" if token.type == "type_identifier" else "type"
        around = [
            Home(scope.start, scope.end)
            for scope in scopes
            if scope.space != other and scope.start <= token.start_byte < scope.end
        ]
        return min(around, key=lambda home: home.end - home.start, default=self.whole)


def is_taken(text: Text, new: bytes, renamed: tuple[Spelled, ...]) -> int | None:
    return clash(Spellings(text, new).tokens, renamed)


def key_mark(text: Text, start: int, end: int) -> bytes:
    token = text.root.descendant_for_byte_range(start, end)
    return _MARK if token is not None and token.type in _SHORTHANDS else b""


def closing_name(text: Text, start: int, end: int) -> tuple[int, int] | None:
    """Where the closing tag says the member that is named here in the opening one (`<ui.Card>…</ui.Card>`)."""
    tag = text.root.descendant_for_byte_range(start, end)
    while tag is not None and tag.type in ("property_identifier", "member_expression", "nested_identifier"):
        tag = tag.parent
    if tag is None or tag.parent is None or tag.type != "jsx_opening_element":
        return None
    closing_tag = field(tag.parent, "close_tag")
    opening, closing = field(tag, "name"), field(closing_tag, "name") if closing_tag is not None else None
    if opening is None or closing is None or not opening.start_byte <= start < opening.end_byte:
        return None
    return closing.start_byte + start - opening.start_byte, closing.start_byte + end - opening.start_byte


def _is_local_part(token: Node, specifier: Node) -> bool:
    """Of `a as b`: `b` of an import, `a` of an export of the module's own."""
    name, alias = field(specifier, "name"), field(specifier, "alias")
    if specifier.type == "import_specifier":
        return (alias or name) == token
    statement = specifier.parent.parent if specifier.parent is not None else None
    return name == token and statement is not None and field(statement, "source") is None


def _declares(token: Node, parent: Node) -> bool:
    """A name of the module itself, which `role_of` has no scope for."""
    if parent.type in ("required_parameter", "optional_parameter", "nested_type_identifier"):
        return False
    name = field(parent, "name")
    return parent.type in ROLES and (name is None or name.start_byte == token.start_byte)
