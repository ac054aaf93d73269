"""The use sites of every tracked name: found as words, then looked at in the tree one by one. Local aliases that are
found on the way are tracked in their turn."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, SiteKind
from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.drafts.tables import Going, SiteDraft, Tracked
from boundary_lsp.syntax.python.climbing import climb
from boundary_lsp.syntax.python.constants import said_by
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.flows import going_of
from boundary_lsp.syntax.python.grammar import field, starts
from boundary_lsp.syntax.python.places import Place, Use
from boundary_lsp.syntax.python.scopes import Elsewhere, Scope, ScopeKind
from boundary_lsp.syntax.python.words import Word

_QUIET = frozenset({SiteKind.READ, SiteKind.SET, SiteKind.TYPE})


class Shadows:
    """Functions in which another thing has the name."""

    def __init__(self, tracked: Tracked, words: list[Word], own: set[int]) -> None:
        elsewhere = {word.role.scope.start for word in words if isinstance(word.role, Elsewhere)}
        self._scopes = Intervals(
            (word.role.start, word.role.end)
            for word in words
            if isinstance(word.role, Scope)
            and word.role.kind is ScopeKind.FUNCTION
            and word.token.start_byte not in own
            and word.role.start not in elsewhere
            and (word.role.start, word.role.end) != (tracked.start, tracked.end)
            and tracked.start <= word.role.start < tracked.end
        )

    def cover(self, at: int, *, is_type: bool = False) -> bool:
        return not is_type and self._scopes.cover(at)


def add_sites(draft: Draft) -> None:
    """Works through everything that is tracked, until no new alias turns up."""
    done = 0
    while done < len(draft.queue):
        tracked = draft.queue[done]
        done += 1
        _add_sites_of(draft, tracked)


def record(
    draft: Draft, binding: int, kind: SiteKind, span: tuple[int, int], member: str = "", going: Going | None = None
) -> SiteDraft:
    site = SiteDraft(*span, draft.declaration_at(span[0]), binding, kind, member, going)
    draft.sites.append(site)
    return site


def _add_sites_of(draft: Draft, tracked: Tracked) -> None:
    words = draft.words.tokens(tracked.name)
    declaring = draft.words.declaring(tracked.name)
    own = {w.token.start_byte for w in declaring if draft.definitions.get(w.token.start_byte) == tracked.binding}
    shadows = tracked.shadows = Shadows(tracked, declaring, own)
    for word in words:
        at = word.token.start_byte
        is_reference = word.role is None and at not in draft.definitions
        if is_reference and tracked.start <= at < tracked.end and not shadows.cover(at):
            _add_site(draft, tracked, word)
    if draft.deep and not tracked.quiet:
        _add_deep_sites(draft, tracked)


def _add_deep_sites(draft: Draft, tracked: Tracked) -> None:
    """A use of some kind, to be on the safe side."""
    for at in draft.words.within(tracked.name, tracked.start, tracked.end):
        if draft.deep.cover(at):
            record(draft, tracked.binding, SiteKind.READ, (at, at + len(tracked.name)))


def _add_site(draft: Draft, tracked: Tracked, word: Word) -> None:
    binding, node, parent = _longest(draft, tracked, word)
    use = climb(draft.source, Use(node if node is word.token else _last(node)), node, parent)
    kind, going = going_of(draft, use)
    if tracked.quiet and kind in _QUIET:
        return
    site = record(draft, binding, kind, (use.start, use.end), use.member, going)
    if use.place is Place.CALLED and use.node.type == "call" and draft.bindings[binding].kind is BindingKind.IMPORT:
        site.said = said_by(draft, use.node)


def _longest(draft: Draft, tracked: Tracked, word: Word) -> tuple[int, Node, Node]:
    """The binding that the longest part of `a.b.c.f` is the name of, that part, and what is around it."""
    binding, node, parent = tracked.binding, word.token, word.parent
    ways = draft.dotted.get(tracked.name, ())
    found = binding, node, parent
    path: tuple[bytes, ...] = ()
    while ways and parent.type == "attribute" and starts(field(parent, "object"), node):
        name, above = field(parent, "attribute"), parent.parent
        if name is None or above is None:
            break
        path, node, parent = (*path, draft.source[name.start_byte : name.end_byte]), parent, above
        found = next(((known, node, parent) for way, known in ways if way == path), found)
        if len(path) > max(len(way) for way, _ in ways):
            break
    return found


def _last(node: Node) -> Node:
    """The token that ends `a.b`."""
    return field(node, "attribute") or node
