"""The use sites of every tracked name: found as bytes, then looked at in the tree one by one.

Walking the tree from Python costs as much as parsing it, so that only tokens that spell a tracked
name are ever looked at. Local aliases found on the way are tracked in their turn.
"""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, SiteKind
from boundary_lsp.syntax.typescript.draft import Draft, Going, SiteDraft, Tracked
from boundary_lsp.syntax.typescript.flows import going_of
from boundary_lsp.syntax.typescript.locals import bind_variable, take_apart
from boundary_lsp.syntax.typescript.places import Place, Use
from boundary_lsp.syntax.typescript.scopes import Scope, role_of
from boundary_lsp.syntax.typescript.words import occurrences

_IDENTIFIERS = frozenset(
    {"identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"}
)
_QUIET = frozenset({SiteKind.READ, SiteKind.TYPE})


def add_sites(draft: Draft) -> None:
    """Works through everything that is tracked, until no new alias turns up."""
    use = Use(draft)
    done = 0
    while done < len(draft.queue):
        tracked = draft.queue[done]
        done += 1
        _add_sites_of(draft, tracked, use)


def _add_sites_of(draft: Draft, tracked: Tracked, use: Use) -> None:
    references = []
    length = len(tracked.name)
    at_bytes = draft.root.descendant_for_byte_range
    start = max(tracked.start, draft.uses_start)
    for at in occurrences(draft.source, tracked.name, start, tracked.end):
        token = at_bytes(at, at + length)
        if token is None:
            continue
        kind = token.type
        is_type = kind == "type_identifier"
        if not is_type and kind not in _IDENTIFIERS:
            continue
        parent = token.parent
        if parent is None or token.start_byte != at or token.end_byte != at + length:
            continue
        role = role_of(token, parent)
        if role is None:
            references.append((token, parent, is_type))
        elif isinstance(role, Scope) and at not in draft.definitions:
            tracked.shadows.append((role.start, role.end, role.space))
    if tracked.shadows:
        references = [found for found in references if not _shadowed(tracked, found[0].start_byte, found[2])]
    for token, parent, is_type in references:
        _add_site(draft, tracked, use, token, parent, is_type)


def _shadowed(tracked: Tracked, at: int, is_type: bool) -> bool:
    other = "value" if is_type else "type"
    return any(start <= at < end and space != other for start, end, space in tracked.shadows)


def _add_site(draft: Draft, tracked: Tracked, use: Use, token: Node, parent: Node, is_type: bool) -> None:
    binding = tracked.binding
    if is_type:
        if not tracked.quiet:
            record(draft, binding, SiteKind.TYPE, token.start_byte, token.end_byte)
        return
    use.deep = draft.bindings[binding].kind is BindingKind.PROP
    use.climb(token, parent)
    if use.place is Place.NOWHERE or (use.place is Place.RENDERED and _is_host(draft, token, use)):
        return
    if use.place is Place.VARIABLE and not use.keys and take_apart(draft, tracked, use):
        return
    if use.place is Place.VARIABLE:
        bind_variable(draft, use.node)
    kind, going = going_of(draft, use)
    if tracked.quiet and kind in _QUIET:
        return
    record(draft, binding, kind, use.start, use.end, use.member, going)


def _is_host(draft: Draft, token: Node, use: Use) -> bool:
    """`<title>` is not the local `title`; `<motion.div>` is `motion`."""
    first = draft.source[token.start_byte]
    return not use.member and (97 <= first <= 122)


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
