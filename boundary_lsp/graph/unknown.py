"""What was not known of a program, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.resolution import Leaf, LeafKind

_UNRESOLVED = (LeafKind.MISSING, LeafKind.GENERATED, LeafKind.OPAQUE)


def unknown_in(facts: ModuleFacts, row: Iterable[int], leaves: Sequence[Leaf]) -> tuple[str, ...]:
    """Of one module, as often as it happens: unresolved imports by kind, computed ones, a text with problems."""
    kinds = [leaves[~target].kind for target in row if target < 0]
    found = [f"{kind.value}-import" for kind in kinds if kind in _UNRESOLVED]
    if facts.problems:
        problems = [problem.kind for problem in facts.problems]
        found += ["computed-import"] * problems.count("computed-import")
        found += ["file-with-problems"] * (set(problems) != {"computed-import"})
    return tuple(found)


def counted(modules: Iterable[Sequence[str]], lost: int, calls: Mapping[str, int]) -> dict[str, int]:
    """All modules together. `lost`: trails that ended where they could not be followed; `calls`: by name, where that
    leads nowhere, by kind."""
    counts = Counter(chain.from_iterable(modules))
    counts["lost-trail"] = lost
    counts.update(calls)
    return {name: count for name, count in sorted(counts.items()) if count}
