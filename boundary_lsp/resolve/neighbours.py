"""What a module that is made beside another one is called, and what its importers have to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_SUFFIX = "-server"
_MADE = ("ts", "tsx", "js", "jsx", "mts", "mjs")
_FOUND = ("", ".ts", ".tsx", ".js", ".jsx")


class Neighbour(NamedTuple):
    path: str
    old: str
    """The old module's name, without its extension: `likes`."""
    new: str
    """The new one's, `likes-server`; `server` beside an `index`."""

    @property
    def beside(self) -> str:
        return f"./{self.new}"

    def specifier(self, old: str) -> str | None:
        """What leads to the new module where `old` led to the old one. None for names that say nothing of the file
        (`#actions`)."""
        folder, slash, last = old.rpartition("/")
        name, dot, extension = last.partition(".")
        if slash and name == self.old and (not dot or extension in _MADE):
            return f"{folder}/{self.new}{dot}{extension}"
        if self.old == "index" and not dot:
            return f"{old}/{self.new}"
        return None


def neighbour_of(path: str, exists: Callable[[str], bool]) -> Neighbour | None:
    """None where the name that it would have is taken."""
    folder, slash, file = path.rpartition("/")
    old, _, extension = file.partition(".")
    if extension not in _MADE:
        return None
    new = "server" if old == "index" else f"{old}{_SUFFIX}"
    if any(exists(f"{folder}{slash}{new}{ending}") for ending in _FOUND):
        return None
    return Neighbour(f"{folder}{slash}{new}.{extension}", old, new)
