"""`setup.cfg`: the few keys that say where packages are."""

from __future__ import annotations

from collections.abc import Mapping

Setup = Mapping[str, list[str]]
"""Key to the lines of its value; `where` is that of `options.packages.find`."""

_KEYS = (
    ("metadata", "name"),
    ("options", "package_dir"),
    ("options.packages.find", "where"),
)


def read_setup_cfg(text: str) -> Setup:
    """Empty for what is no such file."""
    from configparser import Error, RawConfigParser

    parser = RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except Error:
        return {}
    return {key: _lines(parser.get(section, key, fallback="")) for section, key in _KEYS}


def _lines(value: str) -> list[str]:
    return [line.strip() for line in value.splitlines() if line.strip()]
