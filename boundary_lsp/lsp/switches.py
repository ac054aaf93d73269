"""Settings as an editor sends them."""

from __future__ import annotations

import logging
from typing import Any

from boundary_lsp.ide.settings import Settings, settings_from

_log = logging.getLogger(__name__)


def told_settings(content: Any) -> Settings:
    """What cannot be used is told in the log."""
    settings = settings_from(content)
    for trouble in settings.troubles:
        _log.warning("settings: %s", trouble)
    return settings
