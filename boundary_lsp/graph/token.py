"""One identifier token, and what it is known to hold."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.model.facts import Site, SiteKind


class Token(NamedTuple):
    """One identifier token. `site` is None for import and export specifiers."""

    module: int
    kind: SiteKind
    declaration: int
    span: tuple[int, int]
    site: Site | None
    type_only: bool = False


class Escape(NamedTuple):
    """A token that stands for a whole module, an object that holds the thing under a name."""

    token: Token
    name: str
