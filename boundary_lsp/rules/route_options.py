"""The options that a route may export, and the values that Next takes for them.

Source: the schema of `build/segment-config/app` in Next 15.0 to 16.4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Option(NamedTuple):
    accepts: Callable[[object], bool]
    told: str
    """What it may be, as a sentence."""
    since: tuple[int, ...] = (15,)


def takes(name: str, value: object) -> bool:
    """`value` as JSON has it. Whether Next goes on with it."""
    return OPTIONS[name].accepts(value)


def _one_of(*words: str) -> Callable[[object], bool]:
    return lambda value: value in words


def _listed(*words: str) -> str:
    quoted = [f"`'{word}'`" for word in words]
    return f"It can be {', '.join(quoted[:-1])} or {quoted[-1]}."


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_region(value: object) -> bool:
    return isinstance(value, str | list)


_DYNAMIC = ("auto", "force-dynamic", "error", "force-static")
_FETCH_CACHE = (
    "auto",
    "default-cache",
    "only-cache",
    "force-cache",
    "force-no-store",
    "default-no-store",
    "only-no-store",
)
_PREFETCH = ("auto", "partial", "force-disabled")
_ENSURE_STATIC = ("auto", "shell", "prefetch", "navigation")
_SECONDS = "a whole number of seconds"

OPTIONS: Mapping[str, Option] = {
    "dynamic": Option(_one_of(*_DYNAMIC), _listed(*_DYNAMIC)),
    "dynamicParams": Option(lambda value: isinstance(value, bool), "It can be `true` or `false`."),
    "fetchCache": Option(_one_of(*_FETCH_CACHE), _listed(*_FETCH_CACHE)),
    "revalidate": Option(lambda value: value is False or _is_count(value), f"It can be {_SECONDS}, or `false`."),
    "maxDuration": Option(_is_count, f"It can be {_SECONDS}."),
    "runtime": Option(_one_of("nodejs", "edge", "experimental-edge"), _listed("nodejs", "edge")),
    "preferredRegion": Option(_is_region, "It can be a string, or a list of strings."),
    "instant": Option(lambda value: isinstance(value, bool), "It can be `true`, `false` or an object.", (16, 3)),
    "prefetch": Option(_one_of(*_PREFETCH), _listed(*_PREFETCH), (16, 3)),
    "ensureStatic": Option(
        lambda value: value is False or value in _ENSURE_STATIC,
        f"{_listed(*_ENSURE_STATIC)[:-1]}, or `false`.",
        (16, 4),
    ),
}
