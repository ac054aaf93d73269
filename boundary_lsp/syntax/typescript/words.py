"""Finding names as bytes: a hundred times faster than asking the tree for them."""

from __future__ import annotations

from collections.abc import Iterator

_PART = bytes(1 if (b < 128 and chr(b).isalnum()) or b in b"_$\\" else 0 for b in range(256))
"""1 for bytes that would make a hit part of a longer name."""
_DOT = ord(".")


def occurrences(source: bytes, name: bytes, start: int, end: int) -> Iterator[int]:
    """Offsets where `name` stands as a whole word and not behind a single dot. `source` ends with a newline."""
    find, part, length = source.find, _PART, len(name)
    at = find(name, start, end)
    while at >= 0:
        before = source[at - 1]
        if not part[source[at + length]] and not part[before] and (before != _DOT or source[at - 2] == _DOT):
            yield at
        at = find(name, at + length, end)
