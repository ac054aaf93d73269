"""What is reached after edits of a graph is what a beginning from nothing reaches."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from random import Random

import pytest

from boundary_lsp.graph.reaching import Arrival, Difference, Reach, Sources, Steps, reach_after, reach_of

MODULES, LAYERS = 7, 3
ALL = (1 << LAYERS) - 1
Node = tuple[int, int]


class Graph:
    """Parts of modules with steps by layer; `open`: the layers in which a module can be reached."""

    def __init__(self, sizes: list[int], steps: dict[tuple[Node, int], set[Arrival]], starts: set[Arrival]) -> None:
        self.sizes, self.steps, self.starts, self.open = sizes, steps, starts, [ALL] * len(sizes)

    def reach(self) -> Reach:
        return reach_of(len(self.sizes), self.as_steps(), self.starts_in(range(len(self.sizes))))

    def after(self, known: Reach, before: Graph, stale: set[int]) -> tuple[Reach, frozenset[int]]:
        shut = {m: was & ~now for m, (was, now) in enumerate(zip(before.open, self.open, strict=True)) if was & ~now}
        opened = {m for m, (was, now) in enumerate(zip(before.open, self.open, strict=True)) if now & ~was}
        begun = self.masked(self.starts - before.starts)
        difference = Difference(stale, before.starts - self.starts, begun, shut, opened)
        sources = Sources(self.starts_in, self.leading_to)
        return reach_after(known, before.as_steps(), self.as_steps(), difference, sources)

    def as_steps(self) -> Steps:
        def onward(module: int, part: int, layers: int) -> Iterator[Arrival]:
            for layer in range(LAYERS):
                if layers >> layer & 1:
                    yield from self.masked(self.steps.get(((module, part), layer), set()))

        return Steps(self.sizes.__getitem__, onward)

    def starts_in(self, modules: Collection[int]) -> Iterator[Arrival]:
        return self.masked(start for start in self.starts if start[0] in modules)

    def leading_to(self, modules: Collection[int]) -> set[int]:
        return {node[0] for (node, _), to in self.steps.items() if any(arrival[0] in modules for arrival in to)}

    def masked(self, arrivals: Collection[Arrival] | Iterator[Arrival]) -> Iterator[Arrival]:
        """Parts that are there, in layers that are open."""
        return ((m, part, bits & self.open[m]) for m, part, bits in arrivals if part < self.sizes[m])


def edited(graph: Graph, random: Random) -> tuple[Graph, set[int]]:
    """Another, and the modules that were edited: their steps are others, and now and then their parts."""
    stale = set(random.sample(range(MODULES), random.choice((0, 1, 1, 2))))
    sizes = [random.randint(1, 3) if m in stale and random.random() < 0.4 else n for m, n in enumerate(graph.sizes)]
    resized = {m for m in range(MODULES) if sizes[m] != graph.sizes[m]}
    stale |= graph.leading_to(resized)
    steps = {key: to for key, to in graph.steps.items() if key[0][0] not in stale or random.random() < 0.6}
    for module in stale:
        for _ in range(random.randint(0, 3)):
            node, layer = (module, random.randrange(sizes[module])), random.randrange(LAYERS)
            steps[node, layer] = {*steps.get((node, layer), ()), arrival(sizes, random)}
    starts = {start for start in graph.starts if random.random() < 0.9}
    starts = {start for start in starts if start[1] < sizes[start[0]]}
    starts |= {arrival(sizes, random) for _ in range(random.choice((0, 0, 1)))}
    found = Graph(sizes, {key: to for key, to in steps.items() if key[0][1] < sizes[key[0][0]]}, starts)
    found.open = [ALL & ~(1 << random.randrange(9)) if random.random() < 0.1 else was for was in graph.open]
    return found, stale


def arrival(sizes: list[int], random: Random) -> Arrival:
    module = random.randrange(MODULES)
    return module, random.randrange(sizes[module]), random.randint(1, ALL)


@pytest.mark.parametrize("seed", range(20))
def test_edits_at_random(seed: int) -> None:
    random = Random(seed)
    graph = Graph([1] * MODULES, {}, {(0, 0, 1)})
    reach = graph.reach()
    for _ in range(150):
        after, stale = edited(graph, random)
        now, differing = after.after(reach, graph, stale)
        fresh = after.reach()
        assert now.rows == fresh.rows
        assert differing == {m for m in range(MODULES) if reach.rows[m] != fresh.rows[m]}
        graph, reach = after, now


def test_a_cycle_does_not_keep_itself() -> None:
    there_and_back = {((1, 0), 0): {(2, 0, 1)}, ((2, 0), 0): {(1, 0, 1)}}
    before = Graph([1, 1, 1], {((0, 0), 0): {(1, 0, 1)}, **there_and_back}, {(0, 0, 1)})
    after = Graph([1, 1, 1], there_and_back, {(0, 0, 1)})
    reach, differing = after.after(before.reach(), before, {0})
    assert reach.rows == [[1], [0], [0]]
    assert differing == {1, 2}


def test_what_two_lead_to_stays_when_one_goes() -> None:
    both = {((0, 0), 0): {(1, 0, 1), (2, 0, 1)}, ((2, 0), 0): {(1, 0, 1)}, ((1, 0), 0): {(3, 0, 1)}}
    one = {**both, ((0, 0), 0): {(2, 0, 1)}}
    before, after = (Graph([1] * 4, steps, {(0, 0, 1)}) for steps in (both, one))
    known = before.reach()
    reach, differing = after.after(known, before, {0})
    assert reach.rows == [[1]] * 4
    assert differing == set()
    assert reach.rows is known.rows, "so that nothing that follows is found out anew"
