"""A trail: the places that hold a function on its way, and the references found there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from boundary_lsp.graph.token import Token
from boundary_lsp.graph.transfers import World, transfers
from boundary_lsp.model.program import Reference

MAX_PROPS = 4
"""Props in a row that are followed."""


class Place(NamedTuple):
    """A binding, or one member of it, that holds the function in some layers."""

    module: int
    key: int
    member: str
    layers: int
    props: int
    through: tuple[str, ...]


@dataclass(slots=True)
class Trail:
    """All references to one function, and whether some trail of it ended where we could not follow."""

    references: list[Reference] = field(default_factory=list)
    lost: int = 0
    visited: set[int] = field(default_factory=set)
    """The modules that it was looked for in."""
    audiences: dict[int, frozenset[int]] = field(default_factory=dict)
    """The same where names of a module could stand, by that module."""

    def is_touched(self, modules: frozenset[int]) -> bool:
        """It was looked for in one of these."""
        return not (self.visited.isdisjoint(modules) and all(map(modules.isdisjoint, self.audiences.values())))


def reference_at(world: World, token: Token, place: Place) -> Reference:
    return Reference(
        module=token.module,
        start=token.span[0],
        end=token.span[1],
        kind=token.kind,
        declaration=token.declaration,
        transfers=transfers(world, token, place.layers),
        through=place.through,
    )
