"""Lines of text whose parts say what they are, so that a terminal can colour them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum


class Style(Enum):
    PLAIN = ""
    STRONG = "bold"
    FAINT = "dim"
    ERROR = "bold red"
    WARNING = "yellow"
    INFO = "cyan"
    GOOD = "green"


Part = tuple[str, Style]
Line = tuple[Part, ...]

EMPTY: Line = ()


def line(*parts: str | Part) -> Line:
    """`line("a ", ("b", Style.STRONG))`."""
    return tuple((part, Style.PLAIN) if isinstance(part, str) else part for part in parts)


def plain(lines: Iterable[Line]) -> str:
    return "".join("".join(text for text, _ in parts).rstrip() + "\n" for parts in lines)


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 finding`, `2 findings`, `4,211 modules`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)
