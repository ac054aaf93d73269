"""Which sides a module is on: for badges, of many modules at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.why import way_text, ways
from boundary_lsp.model.naming import layer_name
from boundary_lsp.model.project import Environment


class Sides(NamedTuple):
    environments: tuple[Environment, ...]
    """None where no entry point reaches the module."""
    layers: tuple[str, ...]
    directive: str | None
    """What is written at its head."""
    reached_by: Mapping[Environment, str]
    """The shortest way from an entry point, in one line."""


def sides(snapshot: Snapshot, module: int) -> Sides:
    """Of one module."""
    program = snapshot.program
    layers = list(program.layers_of(program.layer_bits[module]))
    found = {layer.environment for layer in layers}
    return Sides(
        tuple(environment for environment in Environment if environment in found),
        tuple(layer_name(program.applications, layer) for layer in layers),
        program.facts[module].interface.directive,
        {environment: way_text(program, steps) for environment, steps in ways(snapshot, module).items()},
    )
