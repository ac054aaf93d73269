"""A chain of imports as an answer shows it."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.paths import ChainStep
from boundary_lsp.model import report
from boundary_lsp.model.project import Environment
from boundary_lsp.reports.places import Places, header


def why_answer(
    snapshot: Snapshot, module: int, environment: Environment | None, chain: Sequence[ChainStep]
) -> report.WhyAnswer:
    """`environment`: None where any would do and there is no chain."""
    places = Places(snapshot)
    importers = [None, *chain]
    return report.WhyAnswer(
        **header(snapshot),  # type: ignore[arg-type]
        path=places.path(module),
        environment=environment.value if environment else None,
        chain=[_link(snapshot, places, step, by) for step, by in zip(chain, importers, strict=False)],
    )


def _link(snapshot: Snapshot, places: Places, step: ChainStep, importer: ChainStep | None) -> report.ChainLink:
    layer = snapshot.program.layers[step.layer]
    entered = importer is None or step.imported < 0
    return report.ChainLink(
        path=places.path(step.module),
        layer=places.layer_name(layer),
        environment=layer.environment.value,
        door=step.door.value if step.door else None,
        range=places.range(step.module, 0, 0)
        if entered or importer is None
        else places.import_range(importer.module, step.imported),
    )
