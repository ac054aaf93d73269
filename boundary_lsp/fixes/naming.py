"""What a module that is made beside another one is called, and what its importers have to write."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.fixes.case import Case, Unplannable

_SUFFIX = "-server"


class Neighbour(NamedTuple):
    path: str
    old: str
    """The old module's name, without its extension: `likes`."""
    new: str
    """The new one's, `likes-server`; `server` beside an `index`."""

    @property
    def beside(self) -> str:
        return f"./{self.new}"

    def specifier(self, old: str) -> str:
        """What leads to the new module where `old` led to the old one. Raises Unplannable for names that say nothing
        of the file (`#actions`)."""
        folder, slash, last = old.rpartition("/")
        name, dot, extension = last.partition(".")
        if slash and name == self.old and (not dot or extension in ("js", "ts", "mjs", "mts", "jsx", "tsx")):
            return f"{folder}/{self.new}{dot}{extension}"
        if self.old == "index" and not dot:
            return f"{old}/{self.new}"
        raise Unplannable


def neighbour_of(case: Case) -> Neighbour:
    folder, slash, file = case.path.rpartition("/")
    old, _, extension = file.partition(".")
    if extension not in ("ts", "tsx", "js", "jsx", "mts", "mjs"):
        raise Unplannable
    new = "server" if old == "index" else f"{old}{_SUFFIX}"
    path = f"{folder}{slash}{new}.{extension}"
    if any(case.exists(f"{folder}{slash}{new}{ending}") for ending in ("", ".ts", ".tsx", ".js", ".jsx")):
        raise Unplannable
    return Neighbour(path, old, new)
