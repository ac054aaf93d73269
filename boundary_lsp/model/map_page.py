"""The map of a program as its page draws it: the two sides, the doors between them, and why each module is there.

Everything is numbered and written as arrays: a program of 20,000 modules is still a small page.
"""

from __future__ import annotations

import msgspec


class Node(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A module on a side; a module that both sides load is two of them."""

    path: int
    """Index into the map's paths."""
    side: int
    """Index into its sides."""
    way: int
    """The last step of the shortest way there; -1 where none is known."""
    new: bool
    """On the client, and not there before."""


class Step(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Of a way: ways share their beginnings."""

    node: int
    before: int
    """The step before; -1 where a framework starts there."""
    line: int
    """1-based, of the import in the module before; 0 where there is none."""


class MapDoor(msgspec.Struct, frozen=True, array_like=True):
    source: int
    target: int
    """Both nodes, on different sides."""
    line: int
    """Of the import, 1-based."""
    names: list[str]
    new: bool


class MapUse(msgspec.Struct, frozen=True):
    node: int
    """The module on the side on which it uses the endpoint; -1 where no side is known."""
    path: str
    line: int
    text: str
    side: str
    """As `endpoints_page.Use` has it."""


class MapEndpoint(msgspec.Struct, frozen=True):
    node: int
    """Its module, on the server where it is there."""
    name: str
    line: int
    liveness: str
    label: str
    """Its liveness in plain words."""
    why: str
    published: str
    exposure: str
    """Who can reach it, and why."""
    advice: str
    used: str
    uses: list[MapUse]
    more_uses: int
    mark: str
    """What a comparison says of it; empty where nothing."""


class Entry(msgspec.Struct, frozen=True):
    text: str
    detail: str
    """Empty where the text says all."""
    at: str
    """What to show of it: `client/app/page.tsx`, `server/actions/cart.ts~add`; empty where it is gone."""


class Change(msgspec.Struct, frozen=True):
    title: str
    entries: list[Entry]


class Map(msgspec.Struct, frozen=True):
    project: str
    tool: str
    made: str
    """A date."""
    headline: str
    paths: list[str]
    directives: list[str]
    """By path; empty where it has none."""
    sides: list[str]
    """`server`, `client`, `unknown`, `neither`."""
    nodes: list[Node]
    imports: list[list[int]]
    """By node: the nodes that it loads on its own side."""
    steps: list[Step]
    doors: list[MapDoor]
    endpoints: list[MapEndpoint]
    base: str
    """What it is compared with; empty where with nothing."""
    changes: list[Change]
    notes: list[str]
    """What could not be used or read."""
