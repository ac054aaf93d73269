"""What a synthetic module is before it becomes text."""

from __future__ import annotations

import posixpath
import random
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a module is for, which decides the shape of its text."""

    PAGE = "page"
    LAYOUT = "layout"
    COMPONENT = "component"
    ROUTE = "route"
    ACTIONS = "actions"
    HOOK = "hook"
    HELPER = "helper"
    SCHEMA = "schema"
    CONSTANTS = "constants"
    TYPES = "types"
    BARREL = "barrel"
    TEST = "test"


class Kind(StrEnum):
    """What an export is, which decides how its importers use it."""

    COMPONENT = "component"
    CALL = "call"
    VALUE = "value"
    TYPE = "type"
    ACTION = "action"


@dataclass(frozen=True)
class Export:
    """One exported name; `parameters` is the TypeScript text between a function's parentheses."""

    name: str
    kind: Kind
    parameters: str = ""
    body: tuple[str, ...] = ()


@dataclass
class Module:
    """One file to be; `statements` and `elements` stand in its first export's body."""

    path: str
    role: Role
    directive: str = ""
    exports: list[Export] = field(default_factory=list)
    packages: list[tuple[str, str]] = field(default_factory=list)
    imports: dict[str, list[Export]] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)
    properties: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    elements: list[str] = field(default_factory=list)

    @property
    def renders(self) -> bool:
        """Whether the module's text holds JSX."""
        return self.path.endswith(".tsx")

    def bind(self, target: Module, export: Export, *, through: Module | None = None) -> bool:
        """Import `export` of `target`, by `through` if given; False where it was imported before."""
        if any(export in names for names in self.imports.values()):
            return False
        self.imports.setdefault(specifier(self, through or target), []).append(export)
        return True


def specifier(importer: Module, target: Module) -> str:
    """How `importer` names `target`: relative within one folder, else from the `@/` alias."""
    stem = posixpath.splitext(target.path)[0]
    here = posixpath.dirname(importer.path)
    if posixpath.dirname(stem) == here:
        return "./" + posixpath.basename(stem)
    return "@/" + stem.removesuffix("/index")


def link(importer: Module, target: Module, export: Export, *, through: Module | None = None) -> None:
    """Import `export` and use it in the importer's first export, so that both are reached."""
    if importer is target or not importer.bind(target, export, through=through):
        return
    name = export.name
    number = len(importer.statements)
    if export.kind is Kind.COMPONENT:
        importer.elements.append(f'<{name} label="{name}" />')
    elif export.kind is Kind.CALL:
        importer.statements.append(f"const result{number} = {name}(seed, {number});")
    elif export.kind is Kind.TYPE:
        importer.statements.append(f"const typed{number}: {name} | null = null;")
    elif export.kind is Kind.VALUE:
        importer.statements.append(f"const value{number} = [{name}, seed];")


def pick(rng: random.Random, module: Module) -> Export:
    """One of the module's exports."""
    return module.exports[rng.randrange(len(module.exports))]
