"""What a string can be, where the text tells: literals, and names that are given nothing else.

NAME = "save"
anvil.server.call(NAME if first else "update")
for name in ("a", "b"): anvil.server.call(name)
"""

from __future__ import annotations

import re

from tree_sitter import Node

from boundary_lsp.syntax.drafts.tables import Said
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.grammar import field, first, starts, unwrapped
from boundary_lsp.syntax.python.scopes import Elsewhere, Scope, ScopeKind
from boundary_lsp.syntax.python.text import string_value
from boundary_lsp.syntax.python.words import Word

_DEPTH = 4
_MOST = 50
_NAME = re.compile(r"[^\W\d][\w.]{0,199}")


def said_by(draft: Draft, call: Node) -> Said | None:
    """The strings that a call is given first, if each could be a name."""
    arguments = field(call, "arguments")
    given = first(arguments) if arguments is not None and arguments.type == "argument_list" else None
    if given is None:
        return None
    literals = strings_of(draft, given, _DEPTH)
    names = [string_value(draft.source, literal) or "" for literal in literals]
    if not names or not all(_NAME.fullmatch(name) for name in names):
        return None
    places = {name: (literal.start_byte, literal.end_byte) for name, literal in zip(names, literals, strict=True)}
    places = {name: span if names.count(name) == 1 else (span[0], span[0]) for name, span in places.items()}
    return Said(tuple(places), given.start_byte, given.end_byte, tuple(places.values()))


def strings_of(draft: Draft, node: Node, depth: int) -> list[Node]:
    """The literals; none where it could be something else."""
    node = unwrapped(node)
    if string_value(draft.source, node) is not None:
        return [node]
    if depth == 0:
        return []
    if node.type == "conditional_expression":
        parts = [part for part in node.named_children if part.type != "comment"]
        return _all(draft, parts[::2], depth)
    return _constant(draft, node, depth) if node.type == "identifier" else []


def _constant(draft: Draft, token: Node, depth: int) -> list[Node]:
    """Of the one assignment, or the one loop, that gives a name its values."""
    given = _only_declaration(draft, token)
    if given is None:
        return []
    if given.parent.type == "assignment":
        right = field(given.parent, "right")
        return strings_of(draft, right, depth - 1) if right is not None else []
    if given.parent.type in ("for_statement", "for_in_clause") and starts(field(given.parent, "left"), given.token):
        return _all(draft, _items(draft, field(given.parent, "right")), depth)
    return []


def _items(draft: Draft, node: Node | None) -> list[Node]:
    """Of a list or a tuple, or of a name for one."""
    if node is not None and node.type == "identifier":
        given = _only_declaration(draft, node)
        node = field(given.parent, "right") if given is not None and given.parent.type == "assignment" else None
    node = unwrapped(node) if node is not None else None
    if node is None or node.type not in ("list", "tuple"):
        return []
    return [item for item in node.named_children if item.type != "comment"]


def _only_declaration(draft: Draft, token: Node) -> Word | None:
    """What alone gives a name its value."""
    words = draft.words.declaring(draft.source[token.start_byte : token.end_byte])
    declared = _declarations(words, token.start_byte)
    is_changed = any(isinstance(word.role, Elsewhere) for word in words)
    return declared[0] if len(declared) == 1 and not is_changed else None


def _all(draft: Draft, nodes: list[Node], depth: int) -> list[Node]:
    """What each of them can be; empty where one is not known."""
    found = [strings_of(draft, node, depth - 1) for node in nodes[:_MOST]]
    return [literal for literals in found for literal in literals] if all(found) and len(nodes) <= _MOST else []


def _declarations(words: list[Word], at: int) -> list[Word]:
    """Those of the innermost scope around an offset that has any; a name that some function changes has several."""
    around = [
        (word.role.end - word.role.start, word)
        for word in words
        if isinstance(word.role, Scope)
        and word.role.kind is not ScopeKind.CLASS
        and word.role.start <= at < word.role.end
    ]
    smallest = min((size for size, _ in around), default=0)
    return [word for size, word in around if size == smallest]
