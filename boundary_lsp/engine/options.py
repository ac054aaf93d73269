"""What a user may ask of an analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Types = Literal["auto", "declared", "off"]
"""`auto`: our own reading, and a checker's answers where there is one; `declared`: our own reading; `off`: nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    framework: str | None = None
    """Instead of what the project's dependencies say."""
    select: frozenset[str] | None = None
    """Rules to run; None for those that are on by default."""
    ignore: frozenset[str] = frozenset()
    types: Types = "declared"
    """How much is asked about values that cross."""
    props: bool = False
    """Also what rendered client components declare their props to be, for contracts."""
