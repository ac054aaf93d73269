"""What a wire type was made from, for those that do not tell by themselves.

A `WireType` says what a serializer meets: of a function, that it is one. To know what calling it gives, what fields an
instance has, or what stands behind a cycle, one needs the declaration. It is kept beside the type, by the very object:
two functions that look alike on the wire have different results.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from boundary_lsp.model.type_expressions import FunctionType
from boundary_lsp.model.value_expressions import FunctionValue
from boundary_lsp.model.values import ClassDeclaration
from boundary_lsp.model.wire_types import (
    Class,
    Component,
    Function,
    Instance,
    Member,
    ServerReference,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.shapes import children

_T = TypeVar("_T", bound=WireType)


class Scope(NamedTuple):
    """Where an expression stands: the module, and what the type parameters around it stand for."""

    module: int
    bound: Mapping[str, WireType] = {}


class CodeOrigin(NamedTuple):
    scope: Scope
    function: FunctionValue
    overloaded: bool = False


class TypeOrigin(NamedTuple):
    scope: Scope
    function: FunctionType


class ClassOrigin(NamedTuple):
    scope: Scope
    declaration: ClassDeclaration


class CycleOrigin(NamedTuple):
    module: int
    name: str
    arguments: tuple[WireType, ...]


class ResultOrigin(NamedTuple):
    """A function that a library made of another."""

    result: WireType
    parameters: tuple[Member, ...] | None = None


class SchemaOrigin(NamedTuple):
    """A schema by what it lets through."""

    output: WireType


class ContextOrigin(NamedTuple):
    """A React context by what it holds."""

    held: WireType


class BuilderOrigin(NamedTuple):
    """A chain of calls that will end in a function: a key of `builders`."""

    library: str


Origin = (
    CodeOrigin | TypeOrigin | ClassOrigin | CycleOrigin | ResultOrigin | BuilderOrigin | SchemaOrigin | ContextOrigin
)


class Origins:
    def __init__(self) -> None:
        self._known: dict[int, tuple[WireType, Origin]] = {}
        self._kept: dict[int, object] = {}

    def note(self, made: _T, origin: Origin | None) -> _T:
        """The same object, remembered (and so kept alive) with its origin."""
        if origin is not None:
            self._known[id(made)] = (made, origin)
        return made

    def keep(self, declaration: object) -> None:
        """Keeps alive what is known by its identity."""
        self._kept[id(declaration)] = declaration

    def of(self, made: WireType) -> Origin | None:
        found = self._known.get(id(made))
        return found[1] if found else None

    def fingerprint(self, types: tuple[WireType, ...]) -> tuple[int, ...]:
        """Tells equal types apart by the origins of the functions and classes in them."""
        marks: list[int] = []
        pending = list(types)
        while pending:
            made = pending.pop()
            if isinstance(made, _MARKED) and id(made) in self._known:
                marks.append(id(made))
            pending.extend(children(made))
        return tuple(marks)


_MARKED = (Unknown, Function, ServerReference, Instance, Class, Component)
