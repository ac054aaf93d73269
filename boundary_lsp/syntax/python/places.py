"""Where a value ends up, and what is remembered on the way there."""

from __future__ import annotations

from enum import IntEnum

from tree_sitter import Node


class Place(IntEnum):
    CONSUMED = 0
    """Read, compared, raised, or anything else that does not hand the value itself on."""
    CALLED = 1
    """Or used as a decorator."""
    TYPE = 2
    SET = 3
    """An attribute of it is assigned to."""
    ARGUMENT = 4
    """`node` is the call, `index` the argument's position or keyword."""
    RETURNED = 5
    ASSIGNED = 6
    """`node` is the assignment, or the `:=`."""
    LOST = 7
    """Handed on, but nobody can say where to."""


class Use:
    """Where one token's value goes."""

    __slots__ = ("end", "index", "keys", "member", "node", "place", "start")

    def __init__(self, token: Node) -> None:
        self.start, self.end = token.start_byte, token.end_byte
        self.member = ""
        self.keys: list[str] = []
        self.place = Place.CONSUMED
        self.node = token
        self.index = ""

    def stop(self, place: Place, node: Node) -> None:
        self.place = place
        self.node = node

    @property
    def path(self) -> str:
        """Keys of the literals passed on the way out, outermost first: `actions.save`, `*` for an element."""
        return ".".join(reversed(self.keys))
