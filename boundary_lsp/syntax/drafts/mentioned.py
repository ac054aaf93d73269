"""The words of a text with problems of which no fact speaks: it may use whatever one of them names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from boundary_lsp.model.facts import Problem
from boundary_lsp.model.problems import HARMLESS

_WORD = re.compile(rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*")


def mentioned(source: bytes, problems: Iterable[Problem], known: Iterable[Sequence[int]]) -> tuple[str, ...]:
    """Sorted; none of a text without problems. `known`: flattened spans of tokens that there are facts about."""
    if all(problem.kind in HARMLESS for problem in problems):
        return ()
    text = bytearray(source)
    for flat in known:
        for start, end in zip(flat[::2], flat[1::2], strict=True):
            text[start:end] = b" " * (end - start)
    return tuple(sorted({word.decode("utf-8", "replace") for word in _WORD.findall(text)}))
