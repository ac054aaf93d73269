"""What calls are given, `.bind(…)` among them."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.value_expressions import UnknownValue
from boundary_lsp.model.values import Argument, CallSite
from boundary_lsp.syntax.typescript.grammar import WRAPPERS, field, first
from boundary_lsp.syntax.typescript.values.reader import Reader

_CALLS = frozenset({"call_expression", "new_expression"})
_THROUGH = WRAPPERS | {
    "member_expression",
    "subscript_expression",
    "ternary_expression",
    "binary_expression",
    "await_expression",
    "instantiation_expression",
}


def call_site(reader: Reader, token: Node, name: str) -> CallSite | None:
    """Of the call whose callee has `token` as the last name that is tracked, spelled `name`."""
    call = _call_around(token)
    if call is None:
        return None
    arguments = arguments_of(reader, call)
    method = _method(reader, call, name)
    if method == "apply":
        arguments = (Argument(UnknownValue("apply"), call.start_byte, call.end_byte, spread=True),)
    elif method in ("bind", "call"):
        arguments = arguments[1:]
    return CallSite(token.start_byte, arguments, method == "bind", call.start_byte, call.end_byte)


def arguments_of(reader: Reader, call: Node) -> tuple[Argument, ...]:
    """Of a tagged template: none."""
    found = field(call, "arguments")
    if found is None or found.type != "arguments":
        return ()
    return tuple(_argument(reader, child) for child in found.named_children if child.type != "comment")


def _argument(reader: Reader, node: Node) -> Argument:
    spread = node.type == "spread_element"
    value = (first(node) or node) if spread else node
    return Argument(reader.whole_value(value), value.start_byte, value.end_byte, spread)


def _call_around(token: Node) -> Node | None:
    node = token
    while (parent := node.parent) is not None:
        if parent.type in _CALLS:
            callee = field(parent, "function") or field(parent, "constructor")
            return parent if callee is not None and callee.start_byte == node.start_byte else None
        if parent.type not in _THROUGH:
            return None
        node = parent
    return None


def _method(reader: Reader, call: Node, name: str) -> str:
    """`bind`, `call` or `apply`, where that is what is called of the function."""
    callee = field(call, "function")
    member = field(callee, "property") if callee is not None and callee.type == "member_expression" else None
    method = reader.module.text(member) if member is not None else ""
    return method if method != name and method in ("bind", "call", "apply") else ""
