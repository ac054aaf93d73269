"""Versions and ranges as manifests write them."""

from __future__ import annotations

import re
from functools import lru_cache

_NEWEST = frozenset({"latest", "canary", "rc", "*", ""})
_NUMBERS = re.compile(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?")


@lru_cache
def version_tuple(text: str) -> tuple[int, ...]:
    """The first version number in a version or range: `^15.3.1` is (15, 3, 1), `latest` and `workspace:*` are ()."""
    found = _NUMBERS.search(text)
    return tuple(int(part) for part in found.groups() if part is not None) if found else ()


def is_newest(text: str) -> bool:
    """A tag, or a range that takes anything: whatever was published last."""
    return text.strip() in _NEWEST


def version_text(text: str) -> str:
    """The version in a range, as written: `^16.0.0-canary.1` is `16.0.0-canary.1`; empty where there is none."""
    found = re.search(r"\d+(?:\.\d+)*(?:-[\w.]+)?", text)
    return found.group() if found else ""
