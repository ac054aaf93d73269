"""What a user is told on standard error when a command cannot be carried out, or only with less."""

from __future__ import annotations

import sys
from collections.abc import Iterable

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes."""


class CommandError(Exception):
    """One clear line; exit code 2, no traceback."""


def say(message: str) -> None:
    """A line on standard error."""
    to_standard_error(f"boundary: {message}")


def to_standard_error(text: str) -> None:
    """Nothing happens where there is none (`print` would turn to standard output), or it is full."""
    if sys.stderr is None:
        return
    try:
        print(text, file=sys.stderr)
    except OSError:
        return


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean `x`?`, or nothing where no known name is near."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"; did you mean `{near[0]}`?" if near else ""
