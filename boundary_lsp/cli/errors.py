"""What a user is told when a command cannot be carried out."""

from __future__ import annotations

from collections.abc import Iterable

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes."""


class CommandError(Exception):
    """One clear line; exit code 2, no traceback."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean `x`?`, or nothing where no known name is near."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"; did you mean `{near[0]}`?" if near else ""
