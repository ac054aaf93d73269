"""What the parts of the evaluator ask of one another."""

from __future__ import annotations

from typing import Protocol

from boundary_lsp.model.program import Program
from boundary_lsp.model.type_expressions import TypeExpression
from boundary_lsp.model.value_expressions import ValueExpression
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.wire.declared.index import ModuleIndex
from boundary_lsp.wire.declared.memo import Memo
from boundary_lsp.wire.declared.names import Names
from boundary_lsp.wire.declared.origins import Origins, Scope


class Context(Protocol):
    """One evaluator: its program, what it remembers, and its two questions."""

    @property
    def program(self) -> Program: ...
    @property
    def names(self) -> Names: ...
    @property
    def origins(self) -> Origins: ...
    @property
    def memo(self) -> Memo: ...
    @property
    def on_server(self) -> bool:
        """Whether the modules asked about run on the server, where `'use client'` modules are behind a door."""

    @property
    def server_declarations(self) -> frozenset[tuple[int, int]]:
        """(module, declaration) of those that are server functions or cached ones."""

    @property
    def served_declarations(self) -> frozenset[tuple[int, int]]:
        """(module, declaration) of all that `'use server'` modules export."""

    def index(self, module: int) -> ModuleIndex:
        """The module's declarations by name."""

    def type(self, scope: Scope, expression: TypeExpression) -> WireType:
        """What an annotation in that scope says."""

    def declared(self, module: int, name: str, arguments: tuple[WireType, ...]) -> WireType:
        """What the module's own type of that name is, given type arguments."""

    def result(self, function: WireType) -> WireType:
        """What calling a value of this type gives."""

    def value(self, scope: Scope, expression: ValueExpression) -> WireType:
        """What an expression in that scope is."""
