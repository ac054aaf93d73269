"""The `exports` and `imports` maps of a package manifest.

Source: Node's "Modules: Packages" (PACKAGE_EXPORTS_RESOLVE): the manifest's own key order decides among conditions; the
longest matching pattern wins among subpaths.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from boundary_lsp.model.project import Environment

_SHARED = ("import", "require", "module", "default", "node-addons", "module-sync")
CONDITIONS = {
    Environment.SERVER: frozenset({"react-server", "node", *_SHARED}),
    Environment.CLIENT: frozenset({"browser", *_SHARED}),
    Environment.UNKNOWN: frozenset({*_SHARED}),
}
_MAX_DEPTH = 12


def targets(table: Any, subpath: str, conditions: frozenset[str]) -> list[str]:
    """Candidates in order of preference for `.`, `./button` or `#internal`; empty where the map does not offer it."""
    if isinstance(table, dict) and any(key.startswith((".", "#")) for key in table):
        value, star = _entry(table, subpath)
    elif subpath == ".":
        value, star = table, ""
    else:
        return []
    return [target.replace("*", star) for target in _leaves(value, conditions, 0)]


def is_closed(table: Any, subpath: str) -> bool:
    """The map has an entry for the subpath, and it is `null`."""
    if not isinstance(table, dict) or not any(key.startswith((".", "#")) for key in table):
        return False
    missing = object()
    before = {key: missing if value is None else value for key, value in table.items()}
    return _entry(before, subpath)[0] is missing


def all_targets(table: Any, subpath: str) -> list[str]:
    """Candidates under any condition: for finding the source behind output that is not built."""
    if isinstance(table, dict) and any(key.startswith((".", "#")) for key in table):
        value, star = _entry(table, subpath)
    else:
        value, star = (table, "") if subpath == "." else (None, "")
    return [target.replace("*", star) for target in _leaves(value, None, 0)]


def _entry(table: dict[str, Any], subpath: str) -> tuple[Any, str]:
    if subpath in table and "*" not in subpath:
        return table[subpath], ""
    best = ""
    for key in table:
        before, star, after = key.partition("*")
        fits = star and subpath.startswith(before) and subpath.endswith(after) and len(subpath) >= len(key)
        if fits and len(before) > len(best.partition("*")[0]):
            best = key
    if not best:
        return None, ""
    before, _, after = best.partition("*")
    return table[best], subpath[len(before) : len(subpath) - len(after)]


def _leaves(value: Any, conditions: frozenset[str] | None, depth: int) -> Iterator[str]:
    """Node takes the first; the rest are what an array or a later condition would still offer."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < _MAX_DEPTH:
        for item in value:
            yield from _leaves(item, conditions, depth + 1)
    elif isinstance(value, dict) and depth < _MAX_DEPTH:
        for condition, item in value.items():
            if conditions is None or condition in conditions:
                yield from _leaves(item, conditions, depth + 1)
