"""The names of directives, and which of them a string that is none was meant to be."""

from __future__ import annotations

import re

CLIENT = "use client"
SERVER = "use server"
CACHE = "use cache"
_CACHE_OF_KIND = "use cache: "
_MOST_SUBSTITUTIONS = 2
_ANOTHER = re.compile("use [a-z][a-z ]*")
_MOVES_NOTHING = frozenset({"use strict", "use asm", "use memo", "use no memo", "use forget", "use no forget"})
"""Of the language and of React's compiler."""


def is_directive(value: str) -> bool:
    """`use client`, `use server`, `use cache`, and `use cache: remote` with any kind of cache."""
    return value in (CLIENT, SERVER) or is_cache(value)


def is_cache(value: str) -> bool:
    return value == CACHE or (value.startswith(_CACHE_OF_KIND) and value != _CACHE_OF_KIND)


def cache_kind(value: str) -> str:
    """`remote` of `use cache: remote`, `default` of `use cache`. The value is a cache directive's."""
    return value.removeprefix(_CACHE_OF_KIND) if value != CACHE else "default"


def misspelled(value: str) -> str | None:
    """The directive that Next takes a string for when it refuses to build: `use server` for `us server`,
    `use cache: remote` for `use cache:remote`. None for directives, and for strings that it passes over."""
    if is_directive(value):
        return None
    if resembles(value, SERVER) or value == "use action":
        return SERVER
    if value.startswith(CACHE):
        return _cache_of(value)
    return CACHE if resembles(value, CACHE) else None


def overlooked(value: str) -> str | None:
    """The directive that a string almost is, where Next passes over it: `use client` for `Use Client`, `use clinet`
    and `us client`; `use server` for `USE SERVER`."""
    if is_directive(value) or misspelled(value):
        return None
    plain = " ".join(value.replace("-", " ").replace("_", " ").split()).lower()
    if plain in (CLIENT, SERVER, CACHE):
        return plain
    return CLIENT if resembles(value, CLIENT) or resembles(plain, CLIENT) else None


def is_of_another_tool(value: str) -> bool:
    """`use workflow`, `use generative`: a transform that is not the framework's reads it, and may move code to another
    side. What is left of such a file in which environment is not known."""
    if value in _MOVES_NOTHING or is_directive(value) or misspelled(value) or overlooked(value):
        return False
    return _ANOTHER.fullmatch(value) is not None


def resembles(value: str, name: str) -> bool:
    """It is the name, or at most two letters differ, or just one is missing or too many: Next's own measure (16.4)."""
    if len(value) == len(name):
        return sum(a != b for a, b in zip(value, name, strict=True)) <= _MOST_SUBSTITUTIONS
    longer, shorter = sorted((value, name), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return longer[same + 1 :] == shorter[same:]


def _cache_of(value: str) -> str:
    tail = value.removeprefix(CACHE)
    kind = tail.strip(" :")
    return f"{_CACHE_OF_KIND}{kind}" if kind and tail[0] in " :" else CACHE
