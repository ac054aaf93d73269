"""Steps of `climbing` out of objects, arrays and classes, whose keys are remembered."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.places import Place, Use
from boundary_lsp.syntax.typescript.text import cook


def out_of_pair(use: Use, child: Node, parent: Node) -> Node | None:
    key = field(parent, "key")
    if key is None or child.end_byte != parent.end_byte:
        return None
    return _under_key(use, key, parent)


def _under_key(use: Use, key: Node, parent: Node) -> Node | None:
    if key.type == "computed_property_name":
        use.stop(Place.LOST, parent)
        return None
    text = use.draft.source[key.start_byte : key.end_byte]
    use.keys.append(cook(text) if key.type == "string" else use.draft.text(key))
    return parent


def out_of_object(use: Use, child: Node, parent: Node) -> Node | None:
    """The object's literal itself goes on; `{ fn }` is `{ fn: fn }`, and `{ fn() {} }` as well."""
    if child.type in ("spread_element", "pair"):
        return parent
    token = field(child, "name") if child.type == "method_definition" else child
    return _under_key(use, token, parent) if token is not None else None


def out_of_class_body(use: Use, child: Node, parent: Node) -> Node | None:
    """A static member is the class's as a key is an object's; any other is an instance's, and nobody follows those, nor
    `this.save` in another static member."""
    key = field(child, "name")
    if key is None or not any(word.type == "static" for word in child.children) or _is_used_by_this(use, key, parent):
        use.stop(Place.LOST, parent)
        return None
    return _under_key(use, key, parent)


def _is_used_by_this(use: Use, key: Node, body: Node) -> bool:
    source = use.draft.source
    return source.find(b"this." + source[key.start_byte : key.end_byte], body.start_byte, body.end_byte) >= 0


def out_of_class(use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.VARIABLE, parent)


def out_of_array(use: Use, _child: Node, parent: Node) -> Node:
    use.keys.append("*")
    return parent


def out_of_spread(use: Use, child: Node, parent: Node) -> Node | None:
    """`<A {...x}>` is still a place of that element; any other spread loses the trail."""
    holder = parent.parent
    if holder is not None and holder.type == "jsx_expression":
        return parent
    if holder is not None and holder.type == "object" and child.type == "object":
        return holder
    use.stop(Place.LOST, parent)
    return None


def out_of_field(_use: Use, child: Node, parent: Node) -> Node | None:
    return parent if child.start_byte != parent.start_byte else None
