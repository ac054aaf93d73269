"""Number literals."""

from __future__ import annotations

import math

_BASES = {"0x": 16, "0o": 8, "0b": 2}


def number_of(text: str) -> int | float | None:
    """The value of a number literal, with a sign or not; None for a bigint, and for what is none."""
    text = text.replace("_", "").replace(" ", "").lower()
    negative = text.startswith("-")
    digits = text.lstrip("+-")
    try:
        base = _BASES.get(digits[:2])
        value = int(digits, base) if base is not None else float(digits)
    except ValueError:
        return None
    if not math.isfinite(value):
        return None
    value = -value if negative else value
    return int(value) if value == int(value) else value
