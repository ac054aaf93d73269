"""Programs compared: leaves are numbered in the order in which they were met, which an edit may change."""

from __future__ import annotations

from itertools import chain

from msgspec.structs import replace

from boundary_lsp.model.program import Program


def numbered(program: Program) -> Program:
    """The same with its leaves in the order of the imports, and none that no import leads to."""
    links = program.links
    met = dict.fromkeys(target for target in chain(*links.server, *links.client) if target < 0)
    numbers = {target: ~number for number, target in enumerate(met)}

    def rows(old: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(numbers.get(target, target) for target in row) for row in old)

    leaves = tuple(links.leaves[~target] for target in met)
    renumbered = replace(links, server=rows(links.server), client=rows(links.client), leaves=leaves)
    doors = tuple(replace(door, target=numbers.get(door.target, door.target)) for door in program.doors)
    return replace(program, links=renumbered, doors=doors)


def differing_parts(one: Program, other: Program) -> list[str]:
    """The names of what differs between two programs."""
    mine, others = numbered(one), numbered(other)
    return [part for part in type(one).__annotations__ if getattr(mine, part) != getattr(others, part)]
