"""Which serializer carries an application's values."""

from __future__ import annotations

from boundary_lsp.frameworks.detect import PROFILES
from boundary_lsp.frameworks.profile import WireRow
from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.program import Application


def wire_of(application: Application) -> WireRow | None:
    """By framework and version, the newest where the version is not known; None where nothing is known."""
    rows = PROFILES[application.framework].wires
    version = version_tuple(application.framework_version)
    if not version:
        return rows[0] if rows else None
    return next((row for row in rows if version >= row.since), None)
