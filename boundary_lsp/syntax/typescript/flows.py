"""From the place where a value ends up to the kind of its site and the flow out of it."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from boundary_lsp.model.facts import Flow, FlowKind, SiteKind
from boundary_lsp.syntax.drafts.tables import Going
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import field, unwrapped
from boundary_lsp.syntax.typescript.places import Place, Use

_FORM_PROPS = ("action", "formAction")
_ROOTS = frozenset({"identifier", "this", "super", "import", "meta_property"})
_TEXT_LIMIT = 80
_LOST = Going(Flow(FlowKind.UNKNOWN))


def going_of(draft: Draft, use: Use) -> tuple[SiteKind, Going | None]:
    """The site's kind, and where its value goes if it is handed on."""
    kind = _CONSUMED.get(use.place)
    if kind is not None:
        return kind, None
    going = _RULES[use.place](draft, use)
    if going is None:
        return SiteKind.BIND if use.bound else SiteKind.READ, None
    if use.bound:
        return SiteKind.BIND, going
    if going.form and not going.target:
        return SiteKind.FORM_ACTION, None
    return SiteKind.PASS, going


_CONSUMED = {
    Place.CALLED: SiteKind.CALL,
    Place.RENDERED: SiteKind.RENDER,
    Place.TYPE: SiteKind.TYPE,
    Place.SET: SiteKind.SET,
}


def tag_of(draft: Draft, element: Node) -> tuple[str, bytes, str]:
    """A JSX element's tag as written, its root name (empty for a host element), the member behind it."""
    name = field(element, "name")
    text = draft.text(name) if name is not None else ""
    root, _, member = text.partition(".")
    if not text or (not member and (not (text[0].isupper() or text[0] in "_$") or ":" in text)):
        return text, b"", ""
    return text, root.strip().encode(), member.strip()


def callee_of(draft: Draft, call: Node) -> tuple[str, bytes, str]:
    """A callee's text without arguments (`action.schema().action`), its root name, the last member."""
    callee = field(call, "function") or field(call, "constructor")
    parts: list[str] = []
    member = ""
    while callee is not None:
        callee = unwrapped(callee)
        if callee.type == "member_expression":
            name = field(callee, "property")
            text = draft.text(name) if name is not None else ""
            member = member or text
            parts.append("." + text)
            callee = field(callee, "object")
        elif callee.type == "call_expression":
            parts.append("()")
            callee = field(callee, "function")
        elif callee.type == "await_expression":
            callee = callee.named_children[0]
        else:
            root = draft.text(callee) if callee.type in _ROOTS else ""
            parts.append(root)
            return "".join(reversed(parts))[:_TEXT_LIMIT], root.encode(), member
    return "", b"", member


def _joined(*parts: str) -> str:
    return ".".join(part for part in parts if part)


def _onto(draft: Draft, element: Node, prop: str, at: int) -> Going:
    text, root, member = tag_of(draft, element)
    flow = Flow(FlowKind.PROP, -1, prop, member, text)
    return Going(flow, root, at, form=prop in _FORM_PROPS)


def _attribute(draft: Draft, use: Use) -> Going | None:
    element = use.node.parent
    if element is None:
        return None
    return _onto(draft, element, _joined(draft.text(use.node.children[0]), use.path), use.start)


def _spread(draft: Draft, use: Use) -> Going:
    return _onto(draft, use.node, use.path or "*", use.start)


def _child(draft: Draft, use: Use) -> Going | None:
    opening = field(use.node, "open_tag")
    if opening is None or not tag_of(draft, opening)[1]:
        return None  # a host element or a fragment shows it
    return _onto(draft, opening, _joined("children", use.path), use.start)


def _argument(draft: Draft, use: Use) -> Going:
    text, root, member = callee_of(draft, use.node)
    flow = Flow(FlowKind.ARGUMENT, -1, _joined(str(use.index), use.path), member, text)
    return Going(flow, root, use.start)


def _returned(_draft: Draft, use: Use) -> Going:
    return Going(Flow(FlowKind.RETURN, -1, use.path))


def _variable(draft: Draft, use: Use) -> Going | None:
    """Into `const x = …` or `class x { … }`; a destructuring pattern is taken apart by the caller."""
    name = field(use.node, "name")
    if name is None or name.type not in ("identifier", "type_identifier"):
        return None
    return _into(use, draft.definitions.get(name.start_byte, -1))


def _into(use: Use, binding: int) -> Going:
    if binding < 0:
        return _LOST
    return Going(Flow(FlowKind.EXPORT if use.keys else FlowKind.ALIAS, binding, use.path))


def _default(draft: Draft, use: Use) -> Going:
    pattern = field(use.node, "pattern") or use.node.named_children[0]
    return _into(use, draft.definitions.get(pattern.start_byte, -1))


def _assigned(draft: Draft, use: Use) -> Going:
    left = field(use.node, "left")
    if left is None or left.type != "identifier":
        return _LOST
    kind = FlowKind.EXPORT if use.keys else FlowKind.ALIAS
    return Going(Flow(kind, -1, use.path), draft.source[left.start_byte : left.end_byte], use.start)


def _exported(draft: Draft, use: Use) -> Going:
    declaration = draft.declaration_at(use.start)
    return _into(use, draft.binding_of[declaration])


def _lost(_draft: Draft, _use: Use) -> Going:
    return _LOST


def _consumed(_draft: Draft, _use: Use) -> Going | None:
    return None


_RULES: dict[Place, Callable[[Draft, Use], Going | None]] = {
    Place.CONSUMED: _consumed,
    Place.ATTRIBUTE: _attribute,
    Place.SPREAD: _spread,
    Place.CHILD: _child,
    Place.ARGUMENT: _argument,
    Place.RETURNED: _returned,
    Place.VARIABLE: _variable,
    Place.DEFAULT: _default,
    Place.ASSIGNED: _assigned,
    Place.EXPORTED: _exported,
    Place.LOST: _lost,
}
