"""`module.exports = …` and `exports.x = …` at module level, as exports."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.syntax.typescript.draft import Draft, ExportDraft
from boundary_lsp.syntax.typescript.grammar import field, unwrapped
from boundary_lsp.syntax.typescript.text import cook


def exported_name(draft: Draft, left: Node) -> str:
    """`=` for `module.exports`, `x` for `exports.x` and `module.exports.x`; empty for anything else."""
    if left.type != "member_expression":
        return ""
    text = draft.text(left)
    if text == "module.exports":
        return "="
    for prefix in ("module.exports.", "exports."):
        name = text.removeprefix(prefix)
        if name != text and name.isidentifier():
            return name
    return ""


def add_assignment(draft: Draft, assignment: Node) -> None:
    left, right = field(assignment, "left"), field(assignment, "right")
    if left is None or right is None:
        return
    name = exported_name(draft, left)
    if not name:
        return
    value = unwrapped(right)
    token = field(left, "property") or left
    local = draft.text(value) if value.type == "identifier" else ""
    draft.exports.append(ExportDraft(name, token.start_byte, token.end_byte, local=local))
    if name == "=" and value.type == "object":
        _add_properties(draft, value)


def _add_properties(draft: Draft, value: Node) -> None:
    """`module.exports = { a, b: c }` exports its keys as names, as bundlers read it."""
    for child in value.named_children:
        key: Node | None = child
        inside: Node | None = child
        if child.type == "pair":
            key, inside = field(child, "key"), field(child, "value")
        elif child.type == "method_definition":
            key, inside = field(child, "name"), None
        elif child.type != "shorthand_property_identifier":
            continue
        if key is None or key.type == "computed_property_name":
            continue
        text = draft.source[key.start_byte : key.end_byte]
        name = cook(text) if key.type == "string" else draft.text(key)
        names = inside is not None and inside.type in ("identifier", "shorthand_property_identifier")
        local = draft.text(inside) if inside is not None and names else ""
        draft.exports.append(ExportDraft(name, key.start_byte, key.end_byte, local=local))
