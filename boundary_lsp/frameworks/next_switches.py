"""What a Next configuration turns on in the compiler, out of the literals that it is made of.

Source: Next's `server/config` and `build/swc/options`, 15.0 to 16.4: `dynamicIO` became `experimental.cacheComponents`
with 15.4, and that `cacheComponents` with 16; either turns `'use cache'` on unless `experimental.useCache` says
otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from boundary_lsp.model.program import Switches

DEFAULT_KINDS = ("default", "remote", "private")
OFF = Switches(False, False, False, DEFAULT_KINDS)
"""What holds without any configuration."""

WORDS = (b"cacheComponents", b"dynamicIO", b"useCache", b"taint", b"cacheHandlers")
"""Where none of them stands in a configuration, and nothing is spread into it, all switches are off."""

_Path = tuple[str, ...]
_SINCE_16: tuple[_Path, ...] = (("cacheComponents",), ("experimental", "cacheComponents"))
_BEFORE_16: tuple[_Path, ...] = (("experimental", "cacheComponents"), ("experimental", "dynamicIO"))
_MOVED = (15, 6)
"""Canaries of 16 were called 15.6."""
_USE_CACHE: tuple[_Path, ...] = (("experimental", "useCache"),)
_TAINT: tuple[_Path, ...] = (("experimental", "taint"),)
_HANDLERS: tuple[_Path, ...] = (("cacheHandlers",), ("experimental", "cacheHandlers"))
_ABSENT = object()
_UNKNOWN = object()


def switches_of(config: object, source: bytes, version: tuple[int, ...]) -> Switches:
    """`config`: what `read_config` made of `source`. `version`: Next's, `()` where it is not known."""
    if not isinstance(config, dict) or _is_changed_later(source):
        return Switches()
    cache_components = _flag(config, _cache_components(version))
    use_cache = _found(config, _USE_CACHE)
    return Switches(
        cache_components,
        cache_components if use_cache in (_ABSENT, None) else _truth(use_cache),
        _flag(config, _TAINT),
        _kinds(_found(config, _HANDLERS)),
    )


def _cache_components(version: tuple[int, ...]) -> Sequence[_Path]:
    if not version:
        return (*_SINCE_16, *_BEFORE_16)
    return _SINCE_16 if version >= _MOVED else _BEFORE_16


def _flag(config: Mapping[str, object], paths: Sequence[_Path]) -> bool | None:
    found = _found(config, paths)
    return False if found in (_ABSENT, None) else _truth(found)


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _kinds(handlers: object) -> tuple[str, ...] | None:
    if handlers in (_ABSENT, None):
        return DEFAULT_KINDS
    if not isinstance(handlers, dict) or "..." in handlers:
        return None
    return (*DEFAULT_KINDS, *(name for name in handlers if name not in DEFAULT_KINDS))


def _found(config: Mapping[str, object], paths: Sequence[_Path]) -> object:
    """The first of these that is there; `_UNKNOWN` where it may be."""
    values = [_at(config, path) for path in paths]
    return next((value for value in values if value is not _ABSENT), _ABSENT)


def _at(config: object, path: _Path) -> object:
    value = config
    for key in path:
        if value is None or value is _ABSENT:
            return _ABSENT
        if not isinstance(value, dict):
            return _UNKNOWN
        value = value.get(key, _UNKNOWN if "..." in value else _ABSENT)
    return value


_CHANGE = re.compile(rb"\.(?:experimental|" + b"|".join(WORDS) + rb")\b[\w.]*\s*(?:\?\?|\|\|)?=[^=>]")


def _is_changed_later(source: bytes) -> bool:
    """`config.experimental.useCache = true`: the literals do not show it."""
    return _CHANGE.search(source) is not None
