"""Finding names as bytes: a hundred times faster than asking the tree for them."""

from __future__ import annotations

from collections.abc import Iterator

_PART = bytes(1 if b >= 128 or chr(b).isalnum() or b in b"_$\\" else 0 for b in range(256))
"""1 for bytes that make a hit part of a longer name (or may do so: the bytes of wide characters)."""
_WIDE_SPACES = tuple(c.encode() for c in "\u00a0\ufeff\u2028\u2029\u3000")
_DOT = ord(".")


def occurrences(source: bytes, name: bytes, start: int, end: int) -> Iterator[int]:
    """Offsets where `name` stands as a whole word and not behind a single dot. `source` ends with a newline."""
    find, part, length = source.find, _PART, len(name)
    at = find(name, start, end)
    while at >= 0:
        before = source[at - 1]
        after = source[at + length]
        if (not part[before] or _is_space_before(source, at)) and (
            not part[after] or source.startswith(_WIDE_SPACES, at + length)
        ) and (before != _DOT or source[at - 2] == _DOT):
            yield at
        at = find(name, at + length, end)


def _is_space_before(source: bytes, at: int) -> bool:
    return source[at - 1] >= 128 and source[max(at - 3, 0) : at].endswith(_WIDE_SPACES)
