"""Where something stands."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Byte offsets in a module's text, end exclusive."""

    module: int
    start: int
    end: int
