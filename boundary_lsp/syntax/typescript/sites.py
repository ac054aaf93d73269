"""The use sites of every tracked name: found as bytes, then looked at in the tree one by one.

Walking the tree from Python costs as much as parsing it, so that only tokens that spell a tracked
name are ever looked at. Local aliases found on the way are tracked in their turn.
"""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, SiteKind
from boundary_lsp.syntax.drafts.tables import Going, SiteDraft, Tracked
from boundary_lsp.syntax.typescript.climbing import climb
from boundary_lsp.syntax.typescript.commonjs import exported_name, says_export
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.flows import going_of
from boundary_lsp.syntax.typescript.grammar import field
from boundary_lsp.syntax.typescript.locals import bind_hook_result, bind_variable, take_apart
from boundary_lsp.syntax.typescript.places import Place, Use
from boundary_lsp.syntax.typescript.scopes import ROLES, Scope
from boundary_lsp.syntax.typescript.shadows import Shadows

_IDENTIFIERS = {
    "identifier": SiteKind.READ,
    "shorthand_property_identifier": SiteKind.READ,
    "shorthand_property_identifier_pattern": SiteKind.READ,
    "type_identifier": SiteKind.TYPE,
}
_TAGS = frozenset({"jsx_opening_element", "jsx_self_closing_element"})
_QUIET = frozenset({SiteKind.READ, SiteKind.SET, SiteKind.TYPE})


def add_sites(draft: Draft) -> None:
    """Works through everything that is tracked, until no new alias turns up."""
    use = Use(draft)
    draft.words.expect(set(draft.by_name))
    done = 0
    while done < len(draft.queue):
        tracked = draft.queue[done]
        done += 1
        _add_sites_of(draft, tracked, use)


def _add_sites_of(draft: Draft, tracked: Tracked, use: Use) -> None:
    """Plain calls, tags and types, which most sites are, are told without climbing."""
    source, definitions, binding = draft.source, draft.definitions, tracked.binding
    length = len(tracked.name)
    token_at = draft.root.descendant_for_byte_range
    is_host = 97 <= tracked.name[0] <= 122
    references: list[tuple[int, SiteKind | None, Node, Node]] = []
    shadows: list[Scope] = []
    for at in draft.words.occurrences(tracked.name, max(tracked.start, draft.uses_start), tracked.end):
        if draft.deep and draft.deep.cover(at):
            if not tracked.quiet:  # a use of some kind, to be on the safe side
                record(draft, binding, SiteKind.READ, at, at + length)
            continue
        token = token_at(at, at + length)
        kind = _IDENTIFIERS.get(token.type) if token is not None else None
        parent = token.parent if token is not None and kind is not None else None
        if token is None or parent is None:
            continue
        around = parent.type
        rule = ROLES.get(around)
        role = rule(token, parent) if rule is not None else None
        if role is not None:
            if isinstance(role, Scope) and definitions.get(at) != binding:
                shadows.append(role)
        elif kind is SiteKind.TYPE:
            references.append((at, kind, token, parent))
        elif around == "call_expression" and parent.start_byte == at:
            references.append((at, SiteKind.CALL, token, parent))
        elif around == "member_expression" and _is_plain_method(source, at, at + length, parent):
            references.append((at, SiteKind.BIND, token, parent))
        elif around in _TAGS:
            if not is_host:
                references.append((at, SiteKind.RENDER, token, parent))
        else:
            references.append((at, None, token, parent))
    if shadows:
        inner = tracked.shadows = Shadows(shadows)
        references = [found for found in references if not inner.cover(found[0], is_type=found[1] is SiteKind.TYPE)]
    use.deep = draft.bindings[binding].kind is BindingKind.PROP
    for at, known, token, parent in references:
        if known is None:
            _add_site(draft, tracked, use, token, parent)
        elif known is SiteKind.BIND:
            end = parent.end_byte
            start = at + length + 1
            record(draft, binding, SiteKind.CALL, start, end, source[start:end].decode())
        elif known is not SiteKind.TYPE or not tracked.quiet:
            record(draft, binding, known, at, at + length)


def _is_plain_method(source: bytes, start: int, end: int, member: Node) -> bool:
    """`toast.error(…)`, told by its bytes: neither `.bind` and its like nor a chain."""
    name = source[end : member.end_byte]
    if not name.startswith(b".") or not name[1:].isalnum() or name in (b".bind", b".call", b".apply"):
        return False
    call = member.parent
    return call is not None and call.type == "call_expression" and call.start_byte == start


def _add_site(draft: Draft, tracked: Tracked, use: Use, token: Node, parent: Node) -> None:
    place = climb(use, token, parent).place
    if place is Place.NOWHERE or (place is Place.ASSIGNED and _is_export(draft, use)):
        return
    if place is Place.VARIABLE:
        if not use.keys and take_apart(draft, tracked, use):
            return
        bind_variable(draft, use.node)
    kind, going = going_of(draft, use)
    if going is not None and place is Place.ARGUMENT:
        bind_hook_result(draft, use, going.flow)
    if not tracked.quiet or kind not in _QUIET or _takes_by_key(use, token):
        record(draft, tracked.binding, kind, use.start, use.end, use.member, going)


def _takes_by_key(use: Use, token: Node) -> bool:
    """`record[key]` may be any member of it."""
    is_read = use.place is Place.CONSUMED and use.node.type == "subscript_expression"
    return is_read and use.node.start_byte == token.start_byte


def _is_export(draft: Draft, use: Use) -> bool:
    """`module.exports = f`, `module.exports = { f }`, `exports.f = f`: the export itself says it."""
    left = field(use.node, "left")
    return left is not None and says_export(use, exported_name(draft, left))


def record(
    draft: Draft,
    binding: int,
    kind: SiteKind,
    start: int,
    end: int,
    member: str = "",
    going: Going | None = None,
) -> None:
    draft.sites.append(SiteDraft(start, end, draft.declaration_at(start), binding, kind, member, going))
