"""Whether what is said of sides and doors may differ from what was said before."""

from __future__ import annotations

from collections.abc import Hashable

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.client_references import modules_of
from boundary_lsp.ide.doors import doors


def state_of_doors(snapshot: Snapshot) -> Hashable:
    """Equal for two snapshots between which no side, no door and no liveness differs, wherever things stand now."""
    program = snapshot.program
    found = doors(snapshot, lambda _: True)
    return (
        program.modules,
        tuple((layer.application, layer.name, layer.environment) for layer in program.layers),
        program.layer_bits,
        tuple(facts.interface.directive for facts in program.facts),
        tuple((one.id, one.liveness, one.published, one.network, one.in_process) for one in found.endpoints),
        tuple((r.place.module, r.name, modules_of(r.uses), r.by_framework) for r in found.client_references),
    )
