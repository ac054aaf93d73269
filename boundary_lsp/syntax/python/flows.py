"""From the place where a value ends up to the kind of its site and the flow out of it."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, Flow, FlowKind, SiteKind
from boundary_lsp.syntax.drafts.tables import Going
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.grammar import field, unwrapped
from boundary_lsp.syntax.python.places import Place, Use
from boundary_lsp.syntax.python.scopes import Scope, ScopeKind, role_of

_CONSUMED = {
    Place.CONSUMED: SiteKind.READ,
    Place.CALLED: SiteKind.CALL,
    Place.TYPE: SiteKind.TYPE,
    Place.SET: SiteKind.SET,
}
_LOST = Going(Flow(FlowKind.UNKNOWN))
_TEXT_LIMIT = 80


def going_of(draft: Draft, use: Use) -> tuple[SiteKind, Going | None]:
    """The site's kind, and where its value goes if it is handed on."""
    kind = _CONSUMED.get(use.place)
    if kind is not None:
        return kind, None
    if use.place is Place.ARGUMENT:
        return SiteKind.PASS, _argument(draft, use)
    if use.place is Place.RETURNED:
        return SiteKind.PASS, Going(Flow(FlowKind.RETURN, -1, use.path))
    return SiteKind.PASS, _assigned(draft, use) if use.place is Place.ASSIGNED else _LOST


def callee_of(draft: Draft, call: Node) -> tuple[str, bytes, str]:
    """A callee's text without arguments (`app.route().get`), its root name, what is taken of that."""
    node = field(call, "function")
    parts: list[str] = []
    while node is not None:
        node = unwrapped(node)
        if node.type == "attribute" and (name := field(node, "attribute")) is not None:
            parts.append("." + draft.text(name))
            node = field(node, "object")
        elif node.type == "call":
            parts.append("()")
            node = field(node, "function")
        else:
            root = draft.text(node) if node.type == "identifier" else ""
            members = "".join(reversed(parts))
            return (root + members)[:_TEXT_LIMIT], root.encode(), members.rpartition(".")[2].replace("()", "")
    return "", b"", ""


def _argument(draft: Draft, use: Use) -> Going:
    text, root, member = callee_of(draft, use.node)
    name = ".".join(part for part in (use.index, use.path) if part)
    return Going(Flow(FlowKind.ARGUMENT, -1, name, member, text), root, use.start)


def _assigned(draft: Draft, use: Use) -> Going:
    """Into `x = …` or `(x := …)`; a pattern, an attribute or an item is where the trail ends."""
    left = field(use.node, "left") or field(use.node, "name")
    binding = _variable(draft, left) if left is not None and left.type == "identifier" else -1
    if binding < 0:
        return _LOST
    return Going(Flow(FlowKind.EXPORT if use.keys else FlowKind.ALIAS, binding, use.path))


def _variable(draft: Draft, token: Node) -> int:
    """The binding of a name that is assigned to: a local one is tracked from here on."""
    known = draft.definitions.get(token.start_byte)
    if known is not None or token.parent is None:
        return known if known is not None else -1
    scope = role_of(token, token.parent)
    if not isinstance(scope, Scope) or scope.kind is not ScopeKind.FUNCTION:
        return -1
    name = draft.text(token)
    again = draft.locals.get((scope.start, name))
    if again is not None:
        draft.definitions[token.start_byte] = again
        return again
    binding = draft.bind(BindingKind.LOCAL, draft.declaration_at(token.start_byte), name, name)
    draft.locals[scope.start, name] = draft.definitions[token.start_byte] = binding
    draft.track(name.encode(), binding, (scope.start, scope.end), quiet=True)
    return binding
