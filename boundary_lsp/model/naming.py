"""What applications and layers are called, where there may be several of a name."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.model import report
from boundary_lsp.model.program import Application, Layer


def application_names(applications: Sequence[Application] | Sequence[report.Application]) -> list[str]:
    """By index; the path stands in for a name that two of them share."""
    names = [application.name for application in applications]
    return [(a.path or ".") if names.count(a.name) > 1 else a.name for a in applications]


def layer_name(applications: Sequence[Application], layer: Layer) -> str:
    """`rsc`, or `web:rsc` where there are several applications."""
    if len(applications) < 2:
        return layer.name
    return f"{application_names(applications)[layer.application]}:{layer.name}"
