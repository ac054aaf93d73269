"""Climbing from a value to the place where it ends up, one rule for each kind of node on the way.

Parentheses, `await`, conditionals, `or` and `and` are looked through; lists, tuples and dictionaries are looked through
with their keys remembered.
"""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from boundary_lsp.syntax.python.grammar import SEQUENCES, field, starts
from boundary_lsp.syntax.python.places import Place, Use
from boundary_lsp.syntax.python.text import string_value

Step = Callable[[bytes, Use, Node, Node], Node | None]
_MEMBERS = 4
"""How many attributes of a name are followed: `package.module.Class.method`."""
_TYPES = frozenset({"binary_operator", "subscript", "attribute", "list", "tuple"})


def climb(source: bytes, use: Use, token: Node, parent: Node) -> Use:
    """Fills `use` for a token, or for the part `a.b` of an expression that is a name by itself."""
    child: Node | None = token
    while child is not None:
        step = _STEPS.get(parent.type)
        if step is None:
            break
        child = step(source, use, child, parent)
        above = child.parent if child is not None else None
        if above is None:
            break
        parent = above
    return use


def _through(_source: bytes, _use: Use, _child: Node, parent: Node) -> Node:
    return parent


def _attribute(source: bytes, use: Use, child: Node, parent: Node) -> Node | None:
    name = field(parent, "attribute")
    if name is None or use.keys or not starts(field(parent, "object"), child):
        return None
    if use.member.count(".") + 1 >= _MEMBERS:
        return None
    word = source[name.start_byte : name.end_byte].decode("utf-8", "replace")
    use.member = f"{use.member}.{word}" if use.member else word
    use.start, use.end = name.start_byte, name.end_byte
    return parent


def _call(_source: bytes, use: Use, child: Node, parent: Node) -> None:
    if starts(field(parent, "function"), child):
        use.stop(Place.CALLED, parent)


def _decorator(_source: bytes, use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.CALLED, parent)


def _arguments(_source: bytes, use: Use, child: Node, parent: Node) -> None:
    call = parent.parent
    if call is None or call.type != "call":
        return
    if child.type != "keyword_argument":
        before = (c for c in parent.named_children if c.start_byte < child.start_byte)
        use.index = str(sum(1 for c in before if c.type not in ("comment", "keyword_argument")))
    use.stop(Place.ARGUMENT, call)


def _keyword(source: bytes, use: Use, child: Node, parent: Node) -> Node | None:
    name = field(parent, "name")
    if name is None or not starts(field(parent, "value"), child):
        return None
    use.index = source[name.start_byte : name.end_byte].decode("utf-8", "replace")
    return parent


def _sequence(_source: bytes, use: Use, _child: Node, parent: Node) -> Node | None:
    if _is_type(parent):
        return parent
    use.keys.append("*")
    return parent


def _pair(source: bytes, use: Use, child: Node, parent: Node) -> Node | None:
    key = field(parent, "key")
    if key is None or starts(key, child):
        return None
    use.keys.append(string_value(source, key) or "*")
    return parent


def _conditional(_source: bytes, _use: Use, child: Node, parent: Node) -> Node | None:
    parts = [part for part in parent.named_children if part.type != "comment"]
    return None if len(parts) > 1 and starts(parts[1], child) else parent


def _boolean(_source: bytes, _use: Use, child: Node, parent: Node) -> Node | None:
    is_and = any(part.type == "and" for part in parent.children)
    return None if is_and and starts(field(parent, "left"), child) else parent


def _named(_source: bytes, use: Use, child: Node, parent: Node) -> None:
    if starts(field(parent, "value"), child):
        use.stop(Place.ASSIGNED, parent)


def _assignment(_source: bytes, use: Use, child: Node, parent: Node) -> None:
    if starts(field(parent, "right"), child):
        use.stop(Place.ASSIGNED, parent)
    elif use.member and starts(field(parent, "left"), child):
        use.stop(Place.SET, parent)


def _lambda(_source: bytes, use: Use, child: Node, parent: Node) -> None:
    if starts(field(parent, "body"), child):
        use.stop(Place.RETURNED, parent)


def _return(_source: bytes, use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.RETURNED, parent)


def _lost(_source: bytes, use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.LOST, parent)


def _default(_source: bytes, use: Use, child: Node, parent: Node) -> None:
    if starts(field(parent, "value"), child):
        use.stop(Place.LOST, parent)


def _type(_source: bytes, use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.TYPE, parent)


def _operator(_source: bytes, _use: Use, _child: Node, parent: Node) -> Node | None:
    """`Row | None`, in an annotation; elsewhere what operators give is another value."""
    return parent if _is_type(parent) else None


def _is_type(node: Node) -> bool:
    around: Node | None = node
    while around is not None and around.type in _TYPES:
        around = around.parent
    return around is not None and around.type == "type"


_STEPS: dict[str, Step] = {
    "parenthesized_expression": _through,
    "await": _through,
    "dictionary": _through,
    **dict.fromkeys(SEQUENCES, _sequence),
    "attribute": _attribute,
    "call": _call,
    "decorator": _decorator,
    "argument_list": _arguments,
    "keyword_argument": _keyword,
    "pair": _pair,
    "conditional_expression": _conditional,
    "boolean_operator": _boolean,
    "named_expression": _named,
    "assignment": _assignment,
    "lambda": _lambda,
    "return_statement": _return,
    "yield": _lost,
    "list_splat": _lost,
    "dictionary_splat": _lost,
    "default_parameter": _default,
    "typed_default_parameter": _default,
    "type": _type,
    "generic_type": _type,
    "union_type": _type,
    "member_type": _type,
    "constrained_type": _type,
    "binary_operator": _operator,
    "subscript": _operator,
}
