"""Where we differ from Next's compiler on the recorded cases, and why."""

from __future__ import annotations

EXPECTED: dict[str, tuple[tuple[str, ...], str]] = {}
