"""The framework that a configuration names."""

from __future__ import annotations

from boundary_lsp.model.project import Configuration
from boundary_lsp.project import ConfigurationError, no_such


def require_known_framework(configuration: Configuration) -> None:
    """Raises ConfigurationError."""
    name = configuration.framework
    if name is None:
        return
    from boundary_lsp.frameworks.detect import PROFILES  # costs time, and hardly any configuration has it

    if name not in PROFILES:
        raise ConfigurationError(configuration.path, no_such("framework", name, sorted(PROFILES)))
