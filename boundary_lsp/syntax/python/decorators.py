"""What stands above functions, methods and classes."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import Decorator
from boundary_lsp.syntax.python.draft import Decorated, Draft
from boundary_lsp.syntax.python.grammar import field, first
from boundary_lsp.syntax.python.text import string_value


def add_decorators(draft: Draft) -> None:
    for decorated in draft.decorated:
        for child in decorated.node.named_children:
            if child.type == "decorator" and (inside := first(child)) is not None:
                found = _decorator(draft, decorated, inside)
                draft.decorators.append((found, inside.start_byte, inside.end_byte))
    draft.decorators.sort(key=lambda found: found[1])


def _decorator(draft: Draft, decorated: Decorated, node: Node) -> Decorator:
    call = node if node.type == "call" else None
    name = field(node, "function") if call is not None else node
    place = decorated.node.parent
    is_inside = place is None or place.type != "module"
    if name is None or name.type not in ("identifier", "attribute"):
        return Decorator(decorated.declaration, decorated.path, -1, "", "", is_inside=is_inside)
    text = "".join(draft.text(name).split())
    binding, member = _named(draft, text)
    given = _first_argument(call) if call is not None else None
    argument = string_value(draft.source, given) if given is not None else None
    is_computed = given is not None and argument is None
    return Decorator(decorated.declaration, decorated.path, binding, member, text, argument, is_computed, is_inside)


def _named(draft: Draft, text: str) -> tuple[int, str]:
    """The binding that the longest beginning of a path is the name of, and the rest of the path."""
    head, rest = text, ""
    while head:
        if head in draft.module_names:
            return draft.module_names[head], rest
        head, _, last = head.rpartition(".")
        rest = f"{last}.{rest}" if rest else last
    return -1, ""


def _first_argument(call: Node) -> Node | None:
    """Without those that are given by their name."""
    arguments = field(call, "arguments")
    given = first(arguments) if arguments is not None else None
    return None if given is None or given.type == "keyword_argument" else given
