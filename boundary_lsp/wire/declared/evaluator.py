"""The declared tier: what values are, by what the program's text says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from boundary_lsp.model.facts import BindingKind
from boundary_lsp.model.program import Program, ServerFunction
from boundary_lsp.model.project import Environment
from boundary_lsp.model.type_expressions import TypeExpression
from boundary_lsp.model.value_expressions import FunctionValue, ValueExpression
from boundary_lsp.model.values import FunctionDeclaration, ModuleValues
from boundary_lsp.model.wire_types import Signature, Unknown, WireType
from boundary_lsp.wire.declared.component_props import component_props
from boundary_lsp.wire.declared.functions import built_signature, result_of, signature_of
from boundary_lsp.wire.declared.index import ModuleIndex, index_of
from boundary_lsp.wire.declared.memo import Memo
from boundary_lsp.wire.declared.named_types import declared_type
from boundary_lsp.wire.declared.named_values import exported_value
from boundary_lsp.wire.declared.names import Names
from boundary_lsp.wire.declared.origins import Origins, Scope
from boundary_lsp.wire.declared.types import evaluate as evaluate_type
from boundary_lsp.wire.declared.values import evaluate as evaluate_value
from boundary_lsp.wire.looked import Looked

_T = TypeVar("_T")
_TOO_LARGE = Unknown("a type that is too large")
_NOTHING_BOUND: Mapping[str, WireType] = {}


class DeclaredTypes:
    """Answers for one program, remembered. Modules that both sides load are answered for one side at a time."""

    def __init__(
        self,
        program: Program,
        values: Callable[[int], ModuleValues],
        environment: Environment = Environment.SERVER,
        looked: Looked | None = None,
    ) -> None:
        """`values`: what a module's text says, made on demand. `environment`: where the modules that one asks about
        run; on the server, `'use client'` modules are behind a door. `looked`: told of the modules that answers depend
        on."""
        self._asked = _Answers(program, values, environment is not Environment.CLIENT, looked or Looked())

    def value(self, module: int, expression: ValueExpression) -> WireType:
        """What an expression of that module is."""
        return self._asked.value(Scope(module), expression)

    def type(self, module: int, expression: TypeExpression, bound: Mapping[str, WireType] = _NOTHING_BOUND) -> WireType:
        """What an annotation in that module says; `bound`: what its type parameters stand for."""
        return self._asked.type(Scope(module, bound), expression)

    def export(self, module: int, name: str) -> WireType:
        """What importers of the module get by that name."""
        return self._asked.one(lambda: exported_value(self._asked, module, name))

    def result(self, module: int, function: FunctionValue) -> WireType:
        """What calling the function gives."""
        return self.signature(module, function).returns

    def signature(self, module: int, function: FunctionValue) -> Signature:
        """The function as its callers see it."""
        return self._asked.one(lambda: signature_of(self._asked, Scope(module), function))

    def props(self, module: int, declaration: int) -> WireType:
        """The props that the component declared there takes."""
        return self._asked.one(lambda: component_props(self._asked, module, declaration))

    def function(self, function: ServerFunction) -> FunctionValue | None:
        """The code of a server function, where its text shows it: not of one that is passed on or built by a call."""
        return self._asked.code_of(function)

    def only_code(self, function: ServerFunction) -> FunctionValue | None:
        """The same, where no other function of its name is defined beside it."""
        return None if self._asked.has_overloads(function) else self._asked.code_of(function)

    def server_signature(self, function: ServerFunction) -> Signature | None:
        """A server function as its callers see it, also where it is passed on or built; None where that is not seen."""
        code = self._asked.code_of(function)
        if code is not None:
            return self.signature(function.module, code)
        if function.inline >= 0:
            return None
        exported = self.export(function.module, function.name)
        return self._asked.one(lambda: built_signature(self._asked, exported))


class _Answers:
    """The `Context` of one evaluator."""

    def __init__(
        self, program: Program, values: Callable[[int], ModuleValues], on_server: bool, looked: Looked
    ) -> None:
        self.program = program
        self.names = Names(program, looked)
        self.origins = Origins()
        self.memo = Memo(looked)
        self.on_server = on_server
        self._looked = looked
        self._values = values
        self._modules: dict[int, tuple[ModuleValues, ModuleIndex]] = {}

    def index(self, module: int) -> ModuleIndex:
        self._looked.at(module)
        found = self._modules.get(module)
        if found is None:
            values = self._values(module)
            found = self._modules[module] = (values, index_of(values))
        return found[1]

    def one(self, question: Callable[[], _T]) -> _T:
        """Asked as one question: within it, what is met again is a cycle."""
        self.memo.enter()
        try:
            return question()
        finally:
            self.memo.leave()

    def type(self, scope: Scope, expression: TypeExpression) -> WireType:
        try:
            return evaluate_type(self, scope, expression) if self.memo.enter() else _TOO_LARGE
        finally:
            self.memo.leave()

    def value(self, scope: Scope, expression: ValueExpression) -> WireType:
        try:
            return evaluate_value(self, scope, expression) if self.memo.enter() else _TOO_LARGE
        finally:
            self.memo.leave()

    def declared(self, module: int, name: str, arguments: tuple[WireType, ...]) -> WireType:
        return declared_type(self, module, name, arguments)

    def result(self, function: WireType) -> WireType:
        return result_of(self, function)

    def code_of(self, function: ServerFunction) -> FunctionValue | None:
        index = self.index(function.module)
        if function.inline >= 0:
            return index.inline.get(function.inline)
        if function.declaration < 0 or "." in function.name:
            return None
        name = self._declared_name(function)
        declaration = index.values.get(name)
        found = getattr(declaration, "function", None) or getattr(declaration, "value", None)
        if found is None and name == "default":
            found = index.default
        return found if isinstance(found, FunctionValue) else None

    def has_overloads(self, function: ServerFunction) -> bool:
        if function.declaration < 0:
            return False
        declaration = self.index(function.module).values.get(self._declared_name(function))
        return isinstance(declaration, FunctionDeclaration) and declaration.overloaded

    def _declared_name(self, function: ServerFunction) -> str:
        return self.program.facts[function.module].interface.declarations[function.declaration].name

    @cached_property
    def server_declarations(self) -> frozenset[tuple[int, int]]:
        own = {(f.module, f.declaration) for f in self.program.server_functions if self._is_declaration(f)}
        return frozenset(own | set(self._exported("use cache")))

    @cached_property
    def served_declarations(self) -> frozenset[tuple[int, int]]:
        return frozenset(self._exported("use server"))

    def _is_declaration(self, function: ServerFunction) -> bool:
        return function.declaration >= 0 and (function.inline < 0 or "." not in function.name)

    def _exported(self, kind: str) -> list[tuple[int, int]]:
        """What modules with a directive of that kind export."""
        found: list[tuple[int, int]] = []
        for module, directive in enumerate(self.program.directives):
            if directive and directive.startswith(kind):
                interface = self.program.facts[module].interface
                for export in interface.exports:
                    if export.binding >= 0 and not export.type_only:
                        binding = interface.bindings[export.binding]
                        if binding.kind == BindingKind.DECLARATION:
                            found.append((module, binding.owner))
        return found
