"""Climbing from a value to the place where it ends up, one rule for each kind of node on the way.

Casts, parentheses, `!`, conditionals, `await`, `||`, `&&`, `??` are looked through; object and array
literals are looked through with their keys remembered; `.bind(…)` is looked through and remembered.
"""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from boundary_lsp.syntax.typescript.commonjs import says_export
from boundary_lsp.syntax.typescript.containers import (
    out_of_array,
    out_of_class,
    out_of_class_body,
    out_of_field,
    out_of_object,
    out_of_pair,
    out_of_spread,
)
from boundary_lsp.syntax.typescript.grammar import field, inner, unwrapped
from boundary_lsp.syntax.typescript.places import Place, Use
from boundary_lsp.syntax.typescript.text import cook

Step = Callable[[Use, Node, Node], Node | None]


def climb(use: Use, token: Node, parent: Node) -> Use:
    """Fills `use` for a token, or for an expression that is looked at as one."""
    use.begin(token, parent)
    child: Node | None = token
    while child is not None:
        step = _STEPS.get(parent.type)
        if step is None:
            break
        child = step(use, child, parent)
        if child is not None:
            above = child.parent
            if above is None:
                break
            parent = above
    return use


def _through(_use: Use, _child: Node, parent: Node) -> Node:
    return parent


def _cast(_use: Use, child: Node, parent: Node) -> Node | None:
    inside = inner(parent)
    return parent if inside is not None and inside.start_byte == child.start_byte else None


def _ternary(_use: Use, child: Node, parent: Node) -> Node | None:
    return parent if child.start_byte != parent.start_byte else None


def _binary(_use: Use, child: Node, parent: Node) -> Node | None:
    operator = field(parent, "operator")
    kind = operator.type if operator is not None else ""
    if kind == "&&":
        return parent if child.start_byte != parent.start_byte else None
    return parent if kind in ("||", "??") else None


def _sequence(_use: Use, child: Node, parent: Node) -> Node | None:
    return parent if child.end_byte == parent.end_byte else None


def _call(use: Use, child: Node, parent: Node) -> None:
    if child.start_byte == parent.start_byte:
        use.stop(Place.CALLED, parent)


def _new(use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.CALLED, parent)


def _arguments(use: Use, child: Node, parent: Node) -> None:
    call = parent.parent
    if call is None:
        return
    before = child.start_byte
    use.index = sum(1 for c in parent.named_children if c.start_byte < before and c.type != "comment")
    use.stop(Place.ARGUMENT, call)


def _member(use: Use, child: Node, parent: Node) -> Node | None:
    name = field(parent, "property")
    if name is None or child.start_byte != parent.start_byte:
        return None
    text = use.draft.text(name)
    if text in ("bind", "call", "apply") and not use.keys:
        call = parent.parent
        if call is not None and call.type == "call_expression" and call.start_byte == parent.start_byte:
            if text == "bind":
                use.bound = True
                return call
            use.stop(Place.CALLED, call)
            return None
    return _add_member(use, text, name, parent)


def _add_member(use: Use, text: str, token: Node, parent: Node) -> Node | None:
    if use.keys or use.bound:
        return None
    if use.member:
        if not use.deep or "." in use.member:
            if _outermost_member(parent).type == "jsx_closing_element":
                use.stop(Place.NOWHERE, parent)
            return None
        text = f"{use.member}.{text}"
    use.member = text
    use.start, use.end = token.start_byte, token.end_byte
    return parent


def _outermost_member(node: Node) -> Node:
    while (parent := node.parent) is not None:
        node = parent
        if node.type != "member_expression":
            break
    return node


def _subscript(use: Use, child: Node, parent: Node) -> Node | None:
    """`actions['save']` is a member; a computed index is not."""
    index = field(parent, "index")
    if index is None or index.type != "string" or child.start_byte != parent.start_byte:
        return None
    return _add_member(use, cook(use.draft.source[index.start_byte : index.end_byte]), index, parent)


def _nested_type(use: Use, child: Node, parent: Node) -> None:
    name = field(parent, "name") or field(parent, "property")
    if name is not None and child.start_byte == parent.start_byte:
        use.member = use.draft.text(name)
        use.start, use.end = name.start_byte, name.end_byte
    use.stop(Place.TYPE, parent)


def _nested_name(use: Use, child: Node, parent: Node) -> Node | None:
    name = field(parent, "property")
    if name is None or child.start_byte != parent.start_byte:
        return parent
    return _add_member(use, use.draft.text(name), name, parent)


def _type(use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.TYPE, parent)


def _element(use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.RENDERED, parent)


def _closing(use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.NOWHERE, parent)


def _jsx_expression(use: Use, _child: Node, parent: Node) -> Node | None:
    holder = parent.parent
    if holder is None:
        return None
    if holder.type == "jsx_attribute":
        use.stop(Place.ATTRIBUTE, holder)
    elif holder.type in ("jsx_opening_element", "jsx_self_closing_element"):
        use.stop(Place.SPREAD, holder)
    elif holder.type == "jsx_element":
        use.stop(Place.CHILD, holder)
    return None


def _arrow_body(use: Use, child: Node, parent: Node) -> None:
    if child.end_byte == parent.end_byte:
        use.stop(Place.RETURNED, parent)


def _return(use: Use, _child: Node, parent: Node) -> None:
    use.stop(Place.RETURNED, parent)


def _variable(use: Use, child: Node, parent: Node) -> None:
    if child.start_byte != parent.start_byte:
        use.stop(Place.VARIABLE, parent)


def _default_value(use: Use, child: Node, parent: Node) -> None:
    if child.start_byte != parent.start_byte:
        use.stop(Place.DEFAULT, parent)


def _assignment(use: Use, child: Node, parent: Node) -> None:
    operator = field(parent, "operator")  # none for a plain `=`
    if child.start_byte == parent.start_byte:
        if use.member and operator is None:
            use.stop(Place.SET, parent)
    elif operator is None or operator.type in ("||=", "&&=", "??="):
        use.stop(Place.ASSIGNED, parent)


def _lost(use: Use, child: Node, parent: Node) -> None:
    if child.start_byte != parent.start_byte:
        use.stop(Place.LOST, parent)


def _exported(use: Use, child: Node, parent: Node) -> None:
    """`export default f`, `export = f`, `export = { f }`: the export itself says it, so that the token is no use."""
    assigned = parent.children[1].type == "="
    said = says_export(use, "=" if assigned else "default") and (use.keys or unwrapped(child).type == "identifier")
    use.stop(Place.NOWHERE if said else Place.EXPORTED, parent)


_STEPS: dict[str, Step] = {
    "parenthesized_expression": _through,
    "non_null_expression": _through,
    "await_expression": _through,
    "instantiation_expression": _through,
    "as_expression": _cast,
    "satisfies_expression": _cast,
    "type_assertion": _cast,
    "ternary_expression": _ternary,
    "binary_expression": _binary,
    "sequence_expression": _sequence,
    "call_expression": _call,
    "decorator": _new,
    "new_expression": _new,
    "arguments": _arguments,
    "member_expression": _member,
    "subscript_expression": _subscript,
    "nested_type_identifier": _nested_type,
    "nested_identifier": _nested_name,
    "type_query": _type,
    "type_annotation": _type,
    "type_arguments": _type,
    "extends_type_clause": _type,
    "implements_clause": _type,
    "jsx_opening_element": _element,
    "jsx_self_closing_element": _element,
    "jsx_closing_element": _closing,
    "jsx_expression": _jsx_expression,
    "pair": out_of_pair,
    "object": out_of_object,
    "array": out_of_array,
    "spread_element": out_of_spread,
    "arrow_function": _arrow_body,
    "return_statement": _return,
    "variable_declarator": _variable,
    "required_parameter": _default_value,
    "optional_parameter": _default_value,
    "assignment_pattern": _default_value,
    "object_assignment_pattern": _default_value,
    "assignment_expression": _assignment,
    "augmented_assignment_expression": _assignment,
    "public_field_definition": out_of_field,
    "class_body": out_of_class_body,
    "class": _through,
    "class_declaration": out_of_class,
    "abstract_class_declaration": out_of_class,
    "yield_expression": _lost,
    "export_statement": _exported,
}
