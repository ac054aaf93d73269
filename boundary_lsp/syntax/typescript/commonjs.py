"""`module.exports = …`, `exports.x = …` and `export = …` at module level, as exports."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import Declaration, DeclarationKind, ValueKind
from boundary_lsp.syntax.drafts.tables import ExportDraft
from boundary_lsp.syntax.typescript.declarations import add_fact, is_async, value_of
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field, unwrapped
from boundary_lsp.syntax.typescript.places import Use
from boundary_lsp.syntax.typescript.text import cook

_NAMES = ("identifier", "shorthand_property_identifier")
_MAYBE_FUNCTIONS = (ValueKind.FUNCTION, ValueKind.CALL)


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


def says_export(use: Use, name: str) -> bool:
    """Whether a value on its way into the export `name` is what an entry of the exports table says already:
    `exports.f = f`, `module.exports = f`, `module.exports = { f }`."""
    if not name or use.member or use.bound:
        return False
    return not use.keys or (name == "=" and len(use.keys) == 1 and use.keys != ["*"])


def add_assignment(draft: Draft, assignment: Node) -> None:
    left, right = field(assignment, "left"), field(assignment, "right")
    name = exported_name(draft, left) if left is not None else ""
    if left is not None and right is not None and name:
        add_exported(draft, name, field(left, "property") or left, unwrapped(right))


def add_exported(draft: Draft, name: str, token: Node, value: Node) -> None:
    """`name` is `=` for the whole. An object's keys are exported as names, as bundlers read it."""
    _add(draft, name, token, value)
    if name == "=" and value.type == "object":
        for child in value.named_children:
            _add_property(draft, child)


def _add_property(draft: Draft, child: Node) -> None:
    key: Node | None = child
    value: Node | None = child
    if child.type == "pair":
        key, value = field(child, "key"), field(child, "value")
    elif child.type == "method_definition":
        key = field(child, "name")
    elif child.type != "shorthand_property_identifier":
        return
    if key is None or value is None or key.type == "computed_property_name":
        return
    text = draft.source[key.start_byte : key.end_byte]
    _add(draft, cook(text) if key.type == "string" else draft.text(key), key, unwrapped(value))


def _add(draft: Draft, name: str, token: Node, value: Node) -> None:
    span = token.start_byte, token.end_byte
    if value.type in _NAMES:
        draft.exports.append(ExportDraft(name, *span, local=draft.text(value)))
    else:
        binding = _declare(draft, name, span, value) if name != "=" else -1
        draft.exports.append(ExportDraft(name, *span, binding=binding))


def _declare(draft: Draft, name: str, span: tuple[int, int], value: Node) -> int:
    """The binding of what may be a function and has no name but its export's, else -1.

    Its code stays the module's own: it may run wherever somebody has got hold of the whole `exports`.
    """
    kind, function = value_of(value)
    if kind not in _MAYBE_FUNCTIONS:
        return -1
    asynchronous = function is not None and is_async(draft, function)
    index = add_fact(draft, Declaration(name, DeclarationKind.EXPRESSION, kind, asynchronous), span, named=False)
    if function is not None:
        draft.functions[index] = function
    return draft.binding_of[index]
