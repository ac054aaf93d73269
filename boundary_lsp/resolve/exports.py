"""The `exports` and `imports` maps of a package manifest.

Source: Node's "Modules: Packages" (PACKAGE_EXPORTS_RESOLVE): the manifest's own key order decides among conditions; the
longest matching pattern wins among subpaths.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
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
    offered = _offered(table, subpath, conditions)
    return [target for target in takewhile(lambda target: target is not None, offered) if target is not None]


def is_closed(table: Any, subpath: str, conditions: frozenset[str]) -> bool:
    """What the map has for the subpath, under these conditions, is `null`."""
    return next(_offered(table, subpath, conditions), "") is None


def all_targets(table: Any, subpath: str) -> list[str]:
    """Candidates under any condition: for finding the source behind output that is not built."""
    return [target for target in _offered(table, subpath, None) if target is not None]


def _offered(table: Any, subpath: str, conditions: frozenset[str] | None) -> Iterator[str | None]:
    if isinstance(table, dict) and any(key.startswith((".", "#")) for key in table):
        key = _entry(table, subpath)
        if key is not None:
            star = _star(key, subpath)
            for target in _leaves(table[key], conditions, 0):
                yield target + star if target and key.endswith("/") else target and target.replace("*", star)
    elif subpath == "." and table is not None:
        yield from _leaves(table, conditions, 0)


def _entry(table: dict[str, Any], subpath: str) -> str | None:
    """The key that decides: the subpath itself, else the pattern with the longest head, and of those the longest."""
    if subpath in table and "*" not in subpath:
        return subpath
    fitting = [key for key in table if _star(key, subpath)]
    return max(fitting, key=lambda key: (len(key.partition("*")[0]), len(key)), default=None)


def _star(key: str, subpath: str) -> str:
    """What `*` stands for; a key with a slash at its end is the older spelling of a pattern. Empty where none fits."""
    before, star, after = key.partition("*")
    fits = (star or key.endswith("/")) and subpath.startswith(before) and subpath.endswith(after)
    return subpath[len(before) : len(subpath) - len(after)] if fits and len(subpath) > len(before) + len(after) else ""


def _leaves(value: Any, conditions: frozenset[str] | None, depth: int) -> Iterator[str | None]:
    """Node takes the first; the rest are what an array or a later condition would still offer. None is a `null`, which
    ends the search, except in an array."""
    if isinstance(value, str) or value is None:
        yield value
    elif isinstance(value, list) and depth < _MAX_DEPTH:
        offered = [target for item in value for target in _leaves(item, conditions, depth + 1)]
        yield from [target for target in offered if target is not None] or offered[:1]
    elif isinstance(value, dict) and depth < _MAX_DEPTH:
        for condition, item in value.items():
            if conditions is None or condition in conditions:
                yield from _leaves(item, conditions, depth + 1)
