"""Maps of programs as large as one likes, of the shape that large programs have."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.map_page import Map, MapDoor, MapEndpoint, MapUse, Node, Step
from boundary_lsp.reports.map_headline import headline
from boundary_lsp.reports.map_nodes import SIDES

_SERVER, _CLIENT = 0, 1
_IN_ONE_FOLDER = 12


def large_map(modules: int) -> Map:
    """Nine in ten on one side, the tenth on both; two imports and the seventh part of a door for each."""
    paths = [_path(index) for index in range(modules)]
    nodes = [Node(path, side, path, False) for path in range(modules) for side in _sides(path)]
    doors = list(_doors(nodes))
    return Map(
        project="large",
        tool="boundary",
        made="2026-11-30",
        headline=headline(nodes, doors),
        paths=paths,
        directives=["use server" if "/actions/" in path else "" for path in paths],
        sides=list(SIDES),
        nodes=nodes,
        imports=[_imports(number, nodes) for number in range(len(nodes))],
        steps=list(_steps(nodes, modules)),
        doors=doors,
        endpoints=list(_endpoints(nodes)),
        base="",
        changes=[],
        notes=[],
    )


def _path(index: int) -> str:
    """Folders in folders, and one in twenty modules in one that is far too long."""
    if index % 20 == 0:
        return f"packages/icons/src/icon-{index:05}.tsx"
    folder = index // _IN_ONE_FOLDER
    kind = ("app", "components", "lib", "actions")[folder % 4]
    return f"apps/app-{folder % 5}/{kind}/area-{folder % 37}/section-{folder // 100}/part-{index:05}.tsx"


def _sides(index: int) -> tuple[int, ...]:
    return (_SERVER, _CLIENT) if index % 10 == 0 else (index // _IN_ONE_FOLDER % 4 % 2,)


def _imports(number: int, nodes: list[Node]) -> list[int]:
    near = {number * 7 % len(nodes), number // 2, (number + 5) % len(nodes)}
    return sorted(target for target in near if nodes[target].side == nodes[number].side and target != number)


def _doors(nodes: list[Node]) -> Iterator[MapDoor]:
    for source in range(0, len(nodes), 7):
        candidates = ((source * 31 + more) % len(nodes) for more in range(100))
        target = next(one for one in candidates if nodes[one].side != nodes[source].side)
        yield MapDoor(source, target, source % 40 + 1, [f"name{source}"], False)


def _steps(nodes: list[Node], modules: int) -> Iterator[Step]:
    """One for each path: the way to a module is that to the one with half its number, and a step more."""
    first = {node.path: number for number, node in reversed(list(enumerate(nodes)))}
    for path in range(modules):
        yield Step(first[path], path // 2 if path > 3 else -1, path % 30 + 1 if path > 3 else 0)


def _endpoints(nodes: list[Node]) -> Iterator[MapEndpoint]:
    users = [number for number, node in enumerate(nodes) if node.side == _CLIENT]
    for number in range(0, len(nodes), 9):
        if nodes[number].side == _SERVER:
            use = MapUse(users[number % len(users)], "a.tsx", 3, "over the network: Part calls it", "network")
            yield _endpoint(number, use)


def _endpoint(number: int, use: MapUse) -> MapEndpoint:
    return MapEndpoint(
        node=number,
        name=f"update{number}",
        line=3,
        liveness="called",
        label="In use",
        why="Code in the browser calls it over the network.",
        published="yes",
        exposure="Anyone can call it with a POST request.",
        advice="",
        used="Used from 1 place over the network.",
        uses=[use],
        more_uses=0,
        mark="",
    )
