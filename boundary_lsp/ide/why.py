"""Why is a module here? The shortest way from an entry point, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.paths import ChainStep
from boundary_lsp.ide.places import Place
from boundary_lsp.model.naming import layer_name
from boundary_lsp.model.program import DoorKind, Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.spans import decode_spans, span_at


class WhyStep(NamedTuple):
    module: int
    layer: str
    door: DoorKind | None
    """The door that leads here."""
    place: Place
    """The import that leads here; the head of the module itself for an entry point."""


class Why(NamedTuple):
    environment: Environment
    steps: tuple[WhyStep, ...]
    """From an entry point to the module."""


_IN_ORDER = (Environment.SERVER, Environment.CLIENT, Environment.UNKNOWN)


def why(snapshot: Snapshot, module: int) -> list[Why]:
    """One for each environment that loads the module; none where no entry point reaches it."""
    return [Why(environment, _steps(snapshot, chain)) for environment, chain in ways(snapshot, module).items()]


def ways(snapshot: Snapshot, module: int) -> dict[Environment, list[ChainStep]]:
    """The same without places, which take time for many modules."""
    if not snapshot.program.layer_bits[module]:
        return {}
    chains = snapshot.names.chains
    found = ((environment, chains.to(module, environment)) for environment in _IN_ORDER)
    return {environment: chain for environment, chain in found if chain}


WHERE = {
    Environment.SERVER: "on the server",
    Environment.CLIENT: "on the client",
    Environment.UNKNOWN: "on a side that is not known",
}


def way_text(program: Program, steps: Iterable[WhyStep | ChainStep]) -> str:
    """`app/page.tsx → (client door) components/card.tsx`."""
    return " → ".join(f"{_door(step)}{program.modules[step.module]}" for step in steps)


def _door(step: WhyStep | ChainStep) -> str:
    return f"({step.door.value} door) " if step.door else ""


def _steps(snapshot: Snapshot, chain: Sequence[ChainStep]) -> tuple[WhyStep, ...]:
    entry = _step(snapshot, chain[0], Place(chain[0].module, 0, 0))
    return (entry, *(_step(snapshot, now, _import(snapshot, before, now)) for before, now in pairwise(chain)))


def _step(snapshot: Snapshot, step: ChainStep, place: Place) -> WhyStep:
    program = snapshot.program
    return WhyStep(step.module, layer_name(program.applications, program.layers[step.layer]), step.door, place)


def _import(snapshot: Snapshot, importer: ChainStep, step: ChainStep) -> Place:
    spans = decode_spans(snapshot.program.facts[importer.module])
    return Place(importer.module, *span_at(spans.imports, step.imported))
