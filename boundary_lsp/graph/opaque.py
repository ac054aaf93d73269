"""What may be asked of packages: by imports that lead to output we cannot read, and by whoever installs them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from boundary_lsp.frameworks.detect import nearest_manifest
from boundary_lsp.graph.functions import FunctionSeed
from boundary_lsp.model.facts import ImportForm, ModuleFacts
from boundary_lsp.model.project import Project
from boundary_lsp.model.resolution import Leaf, LeafKind

Asked = Mapping[str, frozenset[str]]
"""By the workspace package's name: the names that imports take out of its unreadable output, `*` for anything."""


def asked_by(facts: ModuleFacts, row: Sequence[int], leaves: Sequence[Leaf]) -> tuple[tuple[str, str], ...]:
    """(package, name) of what one module's imports take."""
    found: list[tuple[str, str]] = []
    for index, target in enumerate(row):
        if target < 0 and (leaf := leaves[~target]).kind is LeafKind.OPAQUE and leaf.package:
            found += [(leaf.package, name) for name in _names(facts, index)]
    return tuple(found)


def asked_of_opaque(modules: Iterable[Iterable[tuple[str, str]]]) -> Asked:
    """All modules together."""
    found: dict[str, set[str]] = {}
    for package, name in chain.from_iterable(modules):
        found.setdefault(package, set()).add(name)
    return {package: frozenset(names) for package, names in found.items()}


def is_asked_for(seed: FunctionSeed, path: str, asked: Asked, project: Project) -> bool:
    """The function may be what some import of its package's output means."""
    if not asked or seed.inline >= 0:
        return False
    manifest = nearest_manifest(project, path)
    names = asked.get(manifest.name, frozenset()) if manifest else frozenset()
    return not names.isdisjoint((seed.name, "*"))


def is_offered(seed: FunctionSeed, path: str, project: Project, applications: Collection[str]) -> bool:
    """Whoever installs the function's package may use it. `applications`: their folders, which nobody installs."""
    manifest = nearest_manifest(project, path)
    if manifest is None or not manifest.is_for_others or manifest.directory in applications:
        return False
    return seed.inline < 0 and bool(manifest.exports or manifest.main or manifest.module)


def _names(facts: ModuleFacts, index: int) -> set[str]:
    imported = facts.interface.imports[index]
    if imported.form is ImportForm.REEXPORT:
        return {export.imported for export in facts.interface.exports if export.source == index}
    return {name.imported for name in imported.names}
