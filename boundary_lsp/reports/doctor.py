"""What was understood of a project, and what was not, with reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.program import Layer
from boundary_lsp.model.resolution import LeafKind
from boundary_lsp.reports.places import Places, header

_UNRESOLVED = (LeafKind.MISSING, LeafKind.OPAQUE, LeafKind.GENERATED)
_SHOWN_IMPORTS = 5


def doctor_answer(snapshot: Snapshot) -> report.DoctorAnswer:
    places = Places(snapshot)
    project, program = snapshot.project, snapshot.program
    return report.DoctorAnswer(
        **header(snapshot),  # type: ignore[arg-type]
        configuration=project.configuration.path or None,
        nested_configurations=sorted(configuration.path for configuration in project.nested.values()),
        modules=len(program.modules),
        roles=dict(sorted(Counter(role.value for role in program.roles).items())),
        layers=[_layer(snapshot, places, layer) for layer in program.layers],
        tsconfigs=sorted(tsconfig.path for tsconfig in project.tsconfigs.values()),
        workspace_packages=sorted(f"{m.name} ({path or '.'})" for path, m in project.manifests.items() if m.name),
        unresolved=list(_unresolved(snapshot, places)),
        problems=list(_problems(snapshot, places)),
    )


def _layer(snapshot: Snapshot, places: Places, layer: Layer) -> report.DoctorLayer:
    program = snapshot.program
    bit = 1 << layer.index
    return report.DoctorLayer(
        application=places.application_names()[layer.application],
        name=layer.name,
        environment=layer.environment.value,
        doors=sorted(layer.doors),
        modules=sum(1 for bits in program.layer_bits if bits & bit),
        entry_points=[places.path(module) for module, bits in enumerate(program.entry_bits) if bits & bit],
    )


def _unresolved(snapshot: Snapshot, places: Places) -> Iterator[report.Unresolved]:
    """By kind, the most imported first."""
    links = snapshot.program.links
    importers: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for module, row in enumerate(links.server):
        for imported, target in enumerate(row):
            if target < 0 and links.leaves[~target].kind in _UNRESOLVED:
                importers[~target].append((module, imported))

    def rank(leaf: int) -> tuple[int, int]:
        return _UNRESOLVED.index(links.leaves[leaf].kind), -len(importers[leaf])

    for number in sorted(importers, key=rank):
        leaf, imports = links.leaves[number], importers[number]
        shown = [_place(places, *site) for site in imports[:_SHOWN_IMPORTS]]
        yield report.Unresolved(leaf.kind.value, leaf.specifier, leaf.reason, shown, len(imports))  # type: ignore[arg-type]


def _place(places: Places, module: int, imported: int) -> str:
    start = places.import_range(module, imported).start
    return f"{places.path(module)}:{start.line}:{start.column}"


def _problems(snapshot: Snapshot, places: Places) -> Iterator[report.FileProblem]:
    for module, facts in enumerate(snapshot.program.facts):
        for problem in facts.problems:
            yield report.FileProblem(
                places.path(module), problem.kind, places.range(module, problem.start, problem.end)
            )
