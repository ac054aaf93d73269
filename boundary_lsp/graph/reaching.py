"""What is reached, step by step, from where it starts; and after an edit, for the work that the edit makes.

Nodes are parts of modules: a module instance, or a declaration. Each is reached in some layers, and a step leads from a
layer of one node to layers of another: so this is reachability in a graph of (node, layer). After an edit it comes to
what a beginning from nothing would:

- What was reached by a step that is gone is taken back, and all that was first reached from there with it: a node knows
  the modules that it was first reached from. What is left is reached from a start by steps that are still there, and
  nothing supports only itself, as modules might that import each other.
- Then all that still leads to what was taken back leads there again, and what is new leads on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

START = -1
"""The origin of what is reached without a step."""

Arrival = tuple[int, int, int]
"""(module, part, the layers in which it is reached, as a bit set)."""


class Reach(NamedTuple):
    """By module and part. Rows are shared with the reach before, and written to by nobody."""

    rows: list[list[int]]
    """The layers in which it is reached."""
    origins: list[list[tuple[int, ...]]]
    """The modules, START among them, from which it was first reached in some of these."""


class Steps(NamedTuple):
    size: Callable[[int], int]
    """How many parts a module has."""
    onward: Callable[[int, int, int], Iterable[Arrival]]
    """Where a module's part leads in one step, in these layers. Where one of them leads does not depend on others."""


class Sources(NamedTuple):
    """The same graph from the other end. Both may answer with more than they are asked for."""

    starts: Callable[[Collection[int]], Iterable[Arrival]]
    """Those in these modules."""
    leading_to: Callable[[Collection[int]], Collection[int]]
    """The modules with steps to these."""


class Difference(NamedTuple):
    """Of a graph from the one before."""

    stale: Collection[int]
    """Modules whose parts may lead elsewhere, or are others."""
    ended: Iterable[Arrival]
    """Starts that are none any more."""
    begun: Iterable[Arrival]
    """New ones."""
    shut: Mapping[int, int]
    """By module, the layers in which nothing leads to it any more."""
    opened: Collection[int]
    """Modules to which something may lead in more layers."""


def reach_of(count: int, steps: Steps, starts: Iterable[Arrival]) -> Reach:
    """From nothing, of so many modules."""
    sizes = [steps.size(module) for module in range(count)]
    growing = _Growing(Reach([[0] * size for size in sizes], [[()] * size for size in sizes]), set(range(count)))
    growing.spread(steps, growing.started(starts))
    return growing.reach


def reach_after(
    before: Reach, was: Steps, now: Steps, difference: Difference, sources: Sources
) -> tuple[Reach, frozenset[int]]:
    """What is reached now, and the modules of which that differs."""
    growing = _Growing(Reach(list(before.rows), list(before.origins)), set())
    lost = growing.take_back(was, _gone(before, was, now, difference))
    for module in difference.stale:
        growing.resize(module, now.size(module))
    entered = lost.union(difference.opened)
    leading = {*difference.stale, *(sources.leading_to(entered) if entered else ())}
    begun = growing.started([*difference.begun, *(sources.starts(entered) if entered else ())])
    growing.spread(now, [*begun, *growing.arrivals(leading)])
    return growing.settled(before)


_Gone = tuple[int, Arrival]
"""Whose step is no more, and where it led; ANY for whoever led there."""
_ANY = -2


def _gone(before: Reach, was: Steps, now: Steps, difference: Difference) -> Iterator[_Gone]:
    yield from ((START, arrival) for arrival in difference.ended)
    for module, layers in difference.shut.items():
        yield from ((_ANY, (module, part, layers)) for part in range(len(before.rows[module])))
    for module in difference.stale:
        size = now.size(module)
        for part, bits in enumerate(before.rows[module]):
            for layer in _each(bits):
                still = set(now.onward(module, part, layer)) if part < size else ()
                yield from ((module, to) for to in was.onward(module, part, layer) if to not in still)


def _each(bits: int) -> Iterator[int]:
    while bits:
        yield (lowest := bits & -bits)
        bits ^= lowest


class _Growing:
    """A reach that is being made; the rows of another are copied before they are written to."""

    def __init__(self, reach: Reach, owned: set[int]) -> None:
        """`owned`: modules whose rows are no one else's."""
        self.reach = reach
        self._owned = owned

    def started(self, starts: Iterable[Arrival]) -> list[Arrival]:
        """What is reached that was not."""
        pending: list[Arrival] = []
        for module, part, bits in starts:
            if new := bits & ~self.reach.rows[module][part]:
                self._add(module, part, new, (START,))
                pending.append((module, part, new))
        return pending

    def spread(self, steps: Steps, pending: list[Arrival]) -> None:
        onward, rows = steps.onward, self.reach.rows
        for module, part, bits in pending:
            origin = (module,)
            for target, at, reached in onward(module, part, bits):
                if new := reached & ~rows[target][at]:
                    self._add(target, at, new, origin)
                    pending.append((target, at, new))

    def take_back(self, steps: Steps, gone: Iterable[_Gone]) -> set[int]:
        """The modules that lost something. `steps` are those from before."""
        pending = [lost for source, arrival in gone for lost in self._taken(source, arrival)]
        for module, part, bits in pending:
            for arrival in steps.onward(module, part, bits):
                pending.extend(self._taken(module, arrival))
        return {module for module, _, _ in pending}

    def resize(self, module: int, size: int) -> None:
        row = self.reach.rows[module]
        if len(row) != size:
            self._own(module)
            missing = max(0, size - len(row))
            self.reach.rows[module] = [*row[:size], *[0] * missing]
            self.reach.origins[module] = [*self.reach.origins[module][:size], *[()] * missing]

    def arrivals(self, modules: Iterable[int]) -> list[Arrival]:
        """All that is reached in these modules."""
        rows = self.reach.rows
        return [(module, part, bits) for module in modules for part, bits in enumerate(rows[module]) if bits]

    def settled(self, before: Reach) -> tuple[Reach, frozenset[int]]:
        """And the modules that differ."""
        rows = self.reach.rows
        differing = frozenset(module for module in self._owned if rows[module] != before.rows[module])
        for module in self._owned - differing:
            rows[module] = before.rows[module]
        return self.reach if differing else self.reach._replace(rows=before.rows), differing

    def _taken(self, source: int, arrival: Arrival) -> Iterator[Arrival]:
        module, part, bits = arrival
        lost = bits & self.reach.rows[module][part]
        if lost and (source == _ANY or source in self.reach.origins[module][part]):
            self._own(module)
            self.reach.rows[module][part] ^= lost
            yield module, part, lost

    def _add(self, module: int, part: int, new: int, origin: tuple[int, ...]) -> None:
        if module not in self._owned:
            self._own(module)
        row, origins = self.reach.rows[module], self.reach.origins[module]
        if not row[part]:
            origins[part] = origin
        elif origin[0] not in origins[part]:
            origins[part] += origin
        row[part] |= new

    def _own(self, module: int) -> None:
        if module not in self._owned:
            self._owned.add(module)
            self.reach.rows[module] = list(self.reach.rows[module])
            self.reach.origins[module] = list(self.reach.origins[module])
