"""All tokens of one text that mean the same name, so that it can be called otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from tree_sitter import Node

from boundary_lsp.syntax.drafts.depth import deep_spans
from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.languages.texts import Home, Spelled
from boundary_lsp.syntax.python.grammar import field, parse, starts
from boundary_lsp.syntax.python.repair import read
from boundary_lsp.syntax.python.scopes import Elsewhere, Neither, Scope, ScopeKind, scope_around
from boundary_lsp.syntax.python.text import string_value
from boundary_lsp.syntax.python.words import Word, Words

_AS = b" as "


class Spellings:
    """The tokens of a text that spell a name and mean something that has it; attributes are none."""

    def __init__(self, source: bytes, name: bytes) -> None:
        self._source = source
        self._name = name
        self._root = read(source).root_node
        self._deep = Intervals(deep_spans(self._root))
        self.whole = Home(0, len(source))
        """The home of the module's own names."""

    @property
    def is_certain(self) -> bool:
        """No function says that the name is one of another function, no annotation has it in quotes, and it is not the
        `shop` of `import shop.cart`, which is a path."""
        unclear = any(_is_nonlocal(word) or _is_path(word) for word in self._words)
        return not (self._deep or unclear or any(self._quoted_types()))

    @cached_property
    def tokens(self) -> tuple[Spelled, ...]:
        """In the order of the text."""
        return tuple(token for word in self._words for token in self._spelled(word))

    def of(self, home: Home) -> tuple[Spelled, ...]:
        return tuple(token for token in self.tokens if token.home == home)

    def at(self, offset: int) -> Spelled | None:
        """None for what others may say in ways that are not seen: attributes of a class, and parameters."""
        found = next((token for token in self.tokens if token.start <= offset <= token.end), None)
        return found if found is not None and self._is_closed(found.home) else None

    def links(self) -> Iterator[tuple[int, int]]:
        """Where `__all__` lists the name, without the quotes."""
        for statement in self._root.named_children:
            if statement.type == "expression_statement" and self._source.startswith(b"__all__", statement.start_byte):
                yield from (_inside(literal) for literal in self._literals(statement))

    @cached_property
    def _words(self) -> list[Word]:
        return Words(self._source, self._root, self._deep).tokens(self._name)

    @cached_property
    def _scopes(self) -> list[Scope]:
        """Those that declare the name."""
        found = [word.role for word in self._words if isinstance(word.role, Scope)]
        return [scope for scope in found if scope.kind is not ScopeKind.MODULE and scope not in self._global]

    @cached_property
    def _global(self) -> set[Scope]:
        """Those in which it is said to be the module's."""
        return {word.role.scope for word in self._words if isinstance(word.role, Elsewhere)}

    def _spelled(self, word: Word) -> Iterator[Spelled]:
        if isinstance(word.role, Neither):
            return
        token, home = word.token, self._home(word)
        mark = key_mark(token)
        alias_of = field(word.parent, "name") if word.parent.type == "aliased_import" else None
        if alias_of is not None and self._source[alias_of.start_byte : alias_of.end_byte] == self._name:
            yield Spelled(alias_of.start_byte, alias_of.end_byte, home, b"", False)
        yield Spelled(token.start_byte, token.end_byte, home, mark, False)

    def _home(self, word: Word) -> Home:
        at, role = word.token.start_byte, word.role
        if isinstance(role, Scope):
            return Home(role.start, role.end) if role in self._scopes else self.whole
        around = [scope for scope in (*self._scopes, *self._global) if scope.start <= at < scope.end]
        own = scope_around(word.token)
        seen = [scope for scope in around if scope.kind is not ScopeKind.CLASS or scope == own]
        inner = min(seen, key=lambda scope: scope.end - scope.start, default=None)
        return self.whole if inner is None or inner in self._global else Home(inner.start, inner.end)

    def _is_closed(self, home: Home) -> bool:
        scopes = [scope for scope in self._scopes if (scope.start, scope.end) == (home.start, home.end)]
        is_class = any(scope.kind is ScopeKind.CLASS for scope in scopes)
        return not is_class and all(home.start <= token.start < home.end for token in self.of(home))

    def _literals(self, node: Node) -> Iterator[Node]:
        pending = [node]
        while pending:
            inner = pending.pop()
            if inner.type == "string" and string_value(self._source, inner) == self._name.decode():
                yield inner
            pending += inner.named_children

    def _quoted_types(self) -> Iterator[bool]:
        for found in re.finditer(rb"\b%b\b" % re.escape(self._name), self._source):
            node = self._root.descendant_for_byte_range(*found.span())
            is_quoted = False
            while node is not None and node.type != "type":
                is_quoted = is_quoted or node.type == "string"
                node = node.parent
            yield is_quoted and node is not None


def key_mark(token: Node) -> bytes:
    """Of `save` in `from shop import save`, which says what is imported and what it is called here."""
    parent = token.parent
    statement = parent.parent if parent is not None and parent.type == "dotted_name" else None
    if parent is None or statement is None or statement.type not in ("import_statement", "import_from_statement"):
        return b""
    return b"" if starts(field(statement, "module_name"), parent) else _AS


def key_mark_at(source: bytes, start: int, end: int) -> bytes:
    token = parse(source).root_node.descendant_for_byte_range(start, end)
    while token is not None and token.type == "dotted_name" and token.named_children:
        token = token.named_children[0]
    return key_mark(token) if token is not None else b""


def _is_nonlocal(word: Word) -> bool:
    return isinstance(word.role, Elsewhere) and word.parent.type == "nonlocal_statement"


def _is_path(word: Word) -> bool:
    parent, statement = word.parent, word.parent.parent
    is_imported = statement is not None and statement.type == "import_statement"
    return is_imported and len(parent.named_children) > 1 and isinstance(word.role, Scope)


def _inside(literal: Node) -> tuple[int, int]:
    content = next((child for child in literal.children if child.type == "string_content"), literal)
    return content.start_byte, content.end_byte
