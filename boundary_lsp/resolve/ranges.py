"""Version ranges of dependencies, as far as they tell a package of the workspace from its namesake on a registry."""

from __future__ import annotations

import re

_LOCAL = ("workspace:", "file:", "link:", "portal:", "catalog:")
_COMPARATOR = re.compile(r"(\^|~|>=|<=|>|<|=)?\s*v?(\d+)(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?[^\s]*")


def may_be(wanted: str | None, version: str) -> bool:
    """Whether a package manager would link a workspace member of that version for the range. What it cannot read
    (a tag, a URL, a catalog's entry) may be anything."""
    if wanted is None or not version or wanted.startswith(_LOCAL):
        return True
    if wanted.startswith(("npm:", "git", "github:", "http")):
        return False
    have = _numbers(version)
    return have is None or any(_satisfies(part.strip(), have) for part in wanted.split("||"))


def _satisfies(wanted: str, have: tuple[int, int, int]) -> bool:
    comparators = list(_COMPARATOR.finditer(wanted))
    if not comparators or " - " in wanted:
        return True
    return all(_holds(found, have) for found in comparators)


def _holds(found: re.Match[str], have: tuple[int, int, int]) -> bool:
    operator = found[1] or "="
    given = [int(part) for part in found.groups()[1:] if part and part.isdigit()]
    low = (*given, *[0] * (3 - len(given)))
    if operator in (">=", ">"):
        return have >= low
    if operator in ("<=", "<"):
        return have <= low
    kept = len(given) if operator == "=" else min(len(given), 2) if operator == "~" else _caret(given)
    return have >= low and list(have[:kept]) == given[:kept]


def _caret(given: list[int]) -> int:
    """How many leading numbers `^` holds on to: up to the first that is not 0."""
    return next((at for at, number in enumerate(given, 1) if number), len(given))


def _numbers(version: str) -> tuple[int, int, int] | None:
    found = re.match(r"v?(\d+)\.(\d+)\.(\d+)", version)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
