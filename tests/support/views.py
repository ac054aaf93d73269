"""A snapshot in the words that assertions use."""

from __future__ import annotations

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.findings import Finding
from boundary_lsp.model.program import Layer, Reference, ServerFunction

KINDS = ("import", "re-export", "call", "render", "form-action", "bind", "pass", "read", "type", "set")
"""By `SiteKind`."""


def line_of(snapshot: Snapshot, module: int, offset: int) -> int:
    """1-based."""
    return snapshot.lines(module).line_of(offset) + 1


def position_of(snapshot: Snapshot, module: int, offset: int) -> tuple[int, int]:
    """Line and column, 1-based."""
    line, column = snapshot.lines(module).position(offset)
    return line + 1, column + 1


def layer_name(snapshot: Snapshot, layer: Layer) -> str:
    """`rsc`; `web:rsc` where there are several applications."""
    applications = snapshot.program.applications
    return f"{applications[layer.application].name}:{layer.name}" if len(applications) > 1 else layer.name


def layer_names(snapshot: Snapshot, module: int) -> list[str]:
    program = snapshot.program
    return [layer_name(snapshot, layer) for layer in program.layers_of(program.layer_bits[module])]


def reference_words(reference: Reference) -> str:
    """`call network`, `pass in-process, network through components/row.tsx#Row.onDelete > remove`."""
    transfers = ", ".join(sorted({moved.transfer.value for moved in reference.transfers}))
    through = f" through {' > '.join(reference.through)}" if reference.through else ""
    return f"{KINDS[reference.kind]} {transfers}{through}"


def function_words(snapshot: Snapshot, function: ServerFunction) -> dict[str, str]:
    names = [application.name for application in snapshot.program.applications]
    live = {names[index]: liveness.value for index, liveness in function.by_application.items()}
    return {
        "name": function.name,
        "liveness": function.liveness.value,
        "published": function.published.value,
        "apps": ",".join(f"{name}:{liveness}" for name, liveness in sorted(live.items())),
    }


def witness_text(snapshot: Snapshot, finding: Finding) -> str:
    """What a `witness` fence holds."""
    program = snapshot.program
    head = f"{program.modules[finding.module]}:{line_of(snapshot, finding.module, finding.start)}: {finding.rule}\n"
    steps = [
        f"  {program.modules[step.module]}:{line_of(snapshot, step.module, step.start)}: {step.message}\n"
        for step in finding.witness
    ]
    return head + "".join(steps)
