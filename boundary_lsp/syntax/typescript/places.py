"""The places where a value can end up, and what is remembered on the way there."""

from __future__ import annotations

from enum import IntEnum

from tree_sitter import Node

from boundary_lsp.syntax.typescript.draft import Draft


class Place(IntEnum):
    CONSUMED = 0
    """Read, compared, thrown, or anything else that does not hand the value itself on."""
    CALLED = 1
    RENDERED = 2
    TYPE = 3
    NOWHERE = 4
    """Not a use at all: a closing tag, a CommonJS export's own assignment."""
    ATTRIBUTE = 5
    """`node` is the JSX attribute."""
    SPREAD = 6
    """`{...value}` in a JSX element; `node` is the opening element."""
    CHILD = 7
    """`<A>{value}</A>`; `node` is the element."""
    ARGUMENT = 8
    """`node` is the call, `index` the argument's position."""
    RETURNED = 9
    VARIABLE = 10
    """`node` is the declarator, or the class of a static member."""
    DEFAULT = 11
    """A default value: `node` is the pattern or parameter with it."""
    ASSIGNED = 12
    """`node` is the assignment."""
    EXPORTED = 13
    """Part of `export default <expression>`."""
    LOST = 14
    """Handed on, but nobody can say where to."""
    SET = 15
    """A member of it is what the assignment `node` sets."""


class Use:
    """Where one token's value goes. Reused from token to token."""

    __slots__ = ("bound", "deep", "draft", "end", "index", "keys", "member", "node", "place", "start")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.deep = False
        """Remember two members: `props.actions.save` is `actions.save`."""

    def begin(self, token: Node, parent: Node) -> None:
        self.start, self.end = token.start_byte, token.end_byte
        self.bound = False
        self.member = ""
        self.keys: list[str] = []
        self.place = Place.CONSUMED
        self.node = parent
        self.index = 0

    def stop(self, place: Place, node: Node) -> None:
        self.place = place
        self.node = node

    @property
    def path(self) -> str:
        """Keys of the literals passed on the way out, outermost first: `actions.save`, `items.*`."""
        return ".".join(reversed(self.keys))
