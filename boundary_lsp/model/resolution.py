"""Where a specifier leads: a module of the project, or a leaf."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from boundary_lsp.model.project import Environment


class LeafKind(StrEnum):
    PACKAGE = "package"
    """A package outside of the project, installed or not."""
    BUILTIN = "builtin"
    """`fs`, `node:crypto`, `bun:sqlite`, `cloudflare:workers`: name without the scheme for node's."""
    ASSET = "asset"
    """A stylesheet, image, font, JSON, WASM, text: known to exist, carries no imports."""
    GENERATED = "generated"
    """Git-ignored or configured as generated: not there now, and no concern of ours."""
    MISSING = "missing"
    """Nothing is there and nothing says why. The only kind that is reported."""
    OPAQUE = "opaque"
    """Something is there that we cannot read: built output of a workspace package with no source to map it to, a URL,
    a bundler's virtual module, a pattern. Rules behind it are silent."""


class Leaf(msgspec.Struct, frozen=True):
    kind: LeafKind
    specifier: str
    package: str = ""
    """PACKAGE: the package's name (`@scope/name`). BUILTIN: the module's bare name (`fs`, `fs/promises`)."""
    directive: str | None = None
    """PACKAGE: the directive at the head of the file that the conditions lead to, where the package is installed."""
    installed: bool = False
    reason: str = ""
    """OPAQUE, GENERATED, MISSING: why, for `boundary doctor`."""


class Links(msgspec.Struct, frozen=True):
    """For every module, where each of its imports leads: `server[m][i]` belongs to `facts[m].interface.imports[i]`.

    A value >= 0 is a module's index; a negative one is leaf `leaves[~value]`. `client` differs from `server` only where
    conditions (`react-server`, `browser`) choose otherwise, and shares the other rows with it.
    """

    server: tuple[tuple[int, ...], ...]
    client: tuple[tuple[int, ...], ...]
    leaves: tuple[Leaf, ...]
    verbatim: frozenset[int]
    """Modules under `verbatimModuleSyntax`: imports whose names are used only as types are kept."""
    output_directives: Mapping[int, str] = msgspec.field(default_factory=dict)
    """Modules that are built into output with a directive of its own (a bundler's banner): what importers meet."""
    own_builds: frozenset[int] = frozenset()
    """Modules of packages whose importers get what a script of their own makes of it, and not what is written there."""
    packages: Mapping[int, tuple[tuple[int, int], ...]] = msgspec.field(default_factory=dict)
    """By module, (index of an import, a package that runs before what it leads to): `from shop.cart import add` runs
    `shop/__init__.py` as well."""

    def rows(self, environment: Environment) -> tuple[tuple[int, ...], ...]:
        """As imports lead for code that runs there."""
        return self.client if environment is Environment.CLIENT else self.server
