"""The `browser` tables of the project's own manifests: what client code loads instead.

Source: the specification that bundlers share (defunctzombie/package-browser-field-spec): for a file of the package, or
for a package that it imports, the table gives another one, or `false` for an empty module.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from boundary_lsp.model.project import Environment, Project
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.resolve.resolver import Resolver

_EMPTY = "empty for browsers, as the manifest says"


class ClientResolver:
    """The resolver's answers for the client, with the tables applied. (A `browser` that is a text is an entry like
    `main`, and the resolver knows it.)"""

    def __init__(self, project: Project, resolver: Resolver) -> None:
        self._resolver = resolver
        self._tables: dict[str, Mapping[str, Any]] = {
            directory: manifest.browser
            for directory, manifest in project.manifests.items()
            if isinstance(manifest.browser, dict)
        }
        self._files: dict[str, dict[str, Any]] = {}

    @property
    def has_tables(self) -> bool:
        """Else a relative path means the same on both sides."""
        return bool(self._tables)

    def resolve(self, directory: str, specifier: str) -> str | Leaf:
        found = self._resolver.resolve(directory, specifier, Environment.CLIENT)
        if not self._tables:
            return found
        owner = self._owner(directory)
        table = self._tables.get(owner, {})
        if specifier in table and not specifier.startswith("."):
            return self._instead(owner, table[specifier], specifier, found)
        if isinstance(found, str):
            owner = self._owner(found.rpartition("/")[0])
            replaced = self._replaced_files(owner)
            if found in replaced:
                return self._instead(owner, replaced[found], specifier, found)
        return found

    def _owner(self, directory: str) -> str:
        above = self._resolver.places.manifests_above(directory)
        return above[0].directory if above else ""

    def _replaced_files(self, owner: str) -> dict[str, Any]:
        if owner not in self._files:
            table = self._tables.get(owner, {})
            named = {self._resolver.members.file(owner, key): value for key, value in table.items() if key[:2] == "./"}
            self._files[owner] = {path: value for path, value in named.items() if path is not None}
        return self._files[owner]

    def _instead(self, owner: str, value: Any, specifier: str, found: str | Leaf) -> str | Leaf:
        if value is False:
            return Leaf(LeafKind.ASSET, specifier, installed=True, reason=_EMPTY)
        if not isinstance(value, str):
            return found
        if not value.startswith("."):
            return self._resolver.resolve(owner, value, Environment.CLIENT)
        path = self._resolver.members.file(owner, value)
        return self._resolver.existing(path, specifier) if path is not None else found
