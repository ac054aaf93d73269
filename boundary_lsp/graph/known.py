"""What is known of a program before it is assembled; and of which modules an edit leaves nothing that holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from boundary_lsp.graph.change import Change
from boundary_lsp.graph.imports import Loading
from boundary_lsp.graph.moving import Moved
from boundary_lsp.graph.reach import Ground
from boundary_lsp.graph.reaching import Reach
from boundary_lsp.graph.setting import Scenery, Setting
from boundary_lsp.graph.views import View
from boundary_lsp.graph.ways import Ways


class Known(NamedTuple):
    scenery: Scenery
    loading: Loading
    setting: Setting
    views: tuple[View, ...]
    ground: Ground
    reach: Reach
    """Of declarations."""
    ways: Ways


class Stale(NamedTuple):
    """Modules of which something has to be found out anew."""

    edited: frozenset[int] = frozenset()
    doors: frozenset[int] = frozenset()
    reached: frozenset[int] = frozenset()
    """Other declarations are reached in them."""
    ways: frozenset[int] = frozenset()
    """They are reached otherwise, or by other imports, for publication."""
    trails: frozenset[int] = frozenset()
    """Functions that were looked for in them have to be looked for again."""
    judges: bool = False
    """All functions have to be judged again."""


def stale_of(
    before: Known, known: Known, change: Change, moved: Moved, reached: frozenset[int], turned: frozenset[int]
) -> Stale:
    """`reached`: modules in which other declarations are; `turned`: those that ways lead to otherwise."""
    elsewhere = moved.stale | turned
    targets = (_loaded(side.loading, elsewhere) for side in (before, known))
    retold = known.ground.importers.differing(before.ground.importers, change.rewired)
    return Stale(
        edited=change.edited,
        doors=change.rewired.union(moved.stale, moved.modules),
        reached=reached,
        ways=elsewhere.union(*targets),
        trails=change.affected.union(moved.modules, reached, retold),
    )


def _loaded(loading: Loading, modules: Iterable[int]) -> set[int]:
    """What these load."""
    loads = (loading.loads[module] for module in modules)
    return {target for one in loads for edges in (one.server, one.client) for _, target in edges}
