"""Functions: made async."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field, unwrapped
from boundary_lsp.syntax.typescript.rewrite.text import Text

_GENERATORS = ("generator_function", "generator_function_declaration")


def made_async(text: Text, at: int) -> tuple[Splice, ...]:
    """The function whose name, else first token, is at an offset; what it is annotated to return becomes a promise.

    Nothing for generators, accessors and type guards, of which there is no async form that means the same.
    """
    function = _function(text, at)
    if function is None or not _can_be_async(function):
        return ()
    where = function
    if function.type == "method_definition":
        name = field(function, "name")
        where = name if name is not None else function
    return (Splice(where.start_byte, where.start_byte, b"async "), *_promised(text, field(function, "return_type")))


def _function(text: Text, at: int) -> Node | None:
    """`save` of `function save`, `const save =`, `save() {}`, `save: () => {}` and `action={() => {}}`."""
    token = text.root.descendant_for_byte_range(at, at + 1)
    holder = token
    while holder is not None and holder.start_byte == at and holder.type not in FUNCTIONS:
        above = holder.parent
        if above is None or above.start_byte != at:
            break
        holder = above
    if holder is not None and holder.type in FUNCTIONS:
        return holder
    above = holder.parent if holder is not None else None
    if above is not None and above.type in FUNCTIONS:
        return above
    value = (field(holder, "value") if holder is not None else None) or _last(holder)
    return value if value is not None and value.type in FUNCTIONS else None


def _last(holder: Node | None) -> Node | None:
    """The value of an attribute, `{…}` around it."""
    inside = holder.named_children[-1] if holder is not None and holder.named_children else None
    if inside is not None and inside.type == "jsx_expression" and inside.named_children:
        inside = inside.named_children[0]
    return unwrapped(inside) if inside is not None else None


def _can_be_async(function: Node) -> bool:
    words = {child.type for child in function.children}
    returned = field(function, "return_type")
    is_guard = returned is not None and returned.type != "type_annotation"
    return function.type not in _GENERATORS and words.isdisjoint(("*", "get", "set", "async")) and not is_guard


def _promised(text: Text, annotation: Node | None) -> tuple[Splice, ...]:
    stated = annotation.named_children[0] if annotation is not None and annotation.named_children else None
    if stated is None or text.of(stated).startswith(b"Promise<"):
        return ()
    return Splice(stated.start_byte, stated.start_byte, b"Promise<"), Splice(stated.end_byte, stated.end_byte, b">")
