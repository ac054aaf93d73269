"""Assertions in the comments of a program's text, and the text without them.

    import { add } from './cart'; // ref: app/cart.ts#add import erased

An assertion speaks of its line, or of the next line of code where the line holds nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = r"(?P<word{0}>error|warning|info|layers|ref|live):\s*(?P<body{0}>.*?)\s*"
_COMMENT = re.compile(
    r"(?:\{/\*\s*" + _WORDS.format(1) + r"\*/\})"
    r"|(?:/\*\s*" + _WORDS.format(2) + r"\*/)"
    r"|(?:(?://|#)\s*" + _WORDS.format(3) + r"(?=(?://|#)\s*(?:error|warning|info|layers|ref|live):|$))"
)


@dataclass(frozen=True)
class Assertion:
    word: str
    body: str
    line: int
    """1-based: the line of code that it speaks of."""
    written: int
    """1-based: the line that it stands on."""


def assertions(text: str) -> tuple[str, list[Assertion]]:
    """The text with every assertion blanked out (same lines, same columns), and the assertions."""
    blank: list[str] = []
    found: list[tuple[str, str, int]] = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        for comment in _COMMENT.finditer(line):
            groups = {key[:-1]: value for key, value in comment.groupdict().items() if value is not None}
            found.append((groups["word"], groups["body"], number))
        stripped = _COMMENT.sub(lambda comment: " " * len(comment[0]), line)
        blank.append(stripped.rstrip() if stripped != line else line)
    code = [number for number, line in enumerate(blank, 1) if line.strip()]
    placed = [
        Assertion(word, body, next((n for n in code if n >= number), number), number) for word, body, number in found
    ]
    return "".join(f"{line}\n" for line in blank), placed
