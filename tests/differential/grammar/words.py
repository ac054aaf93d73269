"""A source of choices and of names that are not taken yet."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random


class Words:
    """What one module is written with."""

    def __init__(self, random: Random, extension: str) -> None:
        self._random = random
        self._taken: set[str] = set()
        self.is_typescript = extension.startswith("ts")
        self.has_jsx = extension != "ts"

    def pick(self, choices: Sequence[str]) -> str:
        return self._random.choice(choices)

    def chance(self, of_a_hundred: int) -> bool:
        return self._random.randrange(100) < of_a_hundred

    def several(self, least: int, most: int) -> range:
        return range(self._random.randint(least, most))

    def fresh(self, prefix: str = "a") -> str:
        name = f"{prefix}{len(self._taken)}"
        self._taken.add(name)
        return name

    def take(self, name: str) -> bool:
        """False where the module has that name already."""
        is_new = name not in self._taken
        self._taken.add(name)
        return is_new


def lines(text: str) -> tuple[str, ...]:
    """Its lines, each a choice; ` ⏎ ` in one is a line's end."""
    return tuple(line.replace(" ⏎ ", "\n") for line in text.strip().split("\n"))
