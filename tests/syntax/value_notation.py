"""Values as lines of text, for pages that people read.

`?reason` is unknown, `:string` a value of which only the type is known, `<T>v` one with a declared type (`<T>` where
the value was not seen), `v[]` any item of it, `v - a, b` what is left without these, `(v | w)` one of both,
`(v ?? w)` the second in place of an absent first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from boundary_lsp.model import type_expressions as t
from boundary_lsp.model import value_expressions as v
from boundary_lsp.model.facts import BindingKind, ModuleFacts
from boundary_lsp.model.values import Attribute, CallSite, ModuleValues, VariableDeclaration

_DECLARED = ("type", "class", "static", "enum", "const", "let", "function", "default")
WORDS = frozenset({*_DECLARED, "render", "call", "bind", "capture", "handler"})


def value_lines(facts: ModuleFacts, values: ModuleValues, source: bytes) -> list[str]:
    """One line for each declaration, attribute, call and capture; the first word says what it is of."""
    return [*_Printer(facts, source).lines(values)]


class _Printer:
    def __init__(self, facts: ModuleFacts, source: bytes) -> None:
        self.facts = facts
        self.source = source

    def lines(self, values: ModuleValues) -> Iterator[str]:
        for one in values.types:
            extends = f" extends {self.types(one.extends)}" if one.extends else ""
            yield f"type {one.name}{self.parameters(one.parameters)}{extends} = {self.type(one.body)}"
        for klass in values.classes:
            extends = f" extends {self.type(klass.extends)}" if klass.extends is not None else ""
            to_json = f" toJSON {self.type(klass.to_json)}" if klass.to_json is not None else ""
            form = f"({klass.form}) " if klass.form else ""
            head = f"class {form}{klass.name}{self.parameters(klass.parameters)}{extends}"
            words = f"{to_json}{' declared' * klass.is_declared}{' closed' * klass.is_closed}"
            iterates = f" iterates {klass.iterates}" if klass.iterates else ""
            yield f"{head} {self.members(klass.members)}{words}{iterates}"
            yield from (f"static {klass.name} {self.variable(one)}" for one in klass.statics)
        for enum in values.enums:
            yield f"enum {enum.name} = {', '.join('?' if one is None else json.dumps(one) for one in enum.values)}"
        for variable in values.variables:
            yield self.variable(variable)
        for function in values.functions:
            yield f"function {self.value(function.function)}{' overloaded' * function.overloaded}"
        for value in values.defaults:
            yield f"default {self.value(value)}"
        for render in values.renders:
            for attribute in render.attributes or [None]:
                yield f"render {self.line(render.site)}: {self.attribute(render.site, attribute)}"
        for call in values.calls:
            yield self.call(call)
        for capture in values.captures:
            path = self.facts.uses.inline_functions[capture.inline].path
            value = self.value(capture.value)
            yield f"capture {self.line(capture.start)}: {path} takes {capture.path} = {value}"
        for handler in values.handlers:
            given = handler.attribute
            owner = self.facts.interface.declarations[handler.declaration].name
            value = self.value(given.value)
            yield f"handler {self.line(given.start)}: {owner} {handler.element} {given.name} = {value}"

    def variable(self, variable: VariableDeclaration) -> str:
        annotation = f": {self.type(variable.type)}" if variable.type is not None else ""
        word = "const" if variable.is_constant else "let"
        return f"{word} {variable.name}{annotation} = {self.value(variable.value)}"

    def attribute(self, site: int, attribute: Attribute | None) -> str:
        if attribute is None:
            return self.word(site)
        name = attribute.name or "..."
        return f"{self.word(site)} {name} = {self.value(attribute.value)}"

    def call(self, call: CallSite) -> str:
        arguments = ", ".join("..." * one.spread + self.value(one.value) for one in call.arguments)
        return f"{'bind' if call.is_bind else 'call'} {self.line(call.site)}: {self.word(call.site)}({arguments})"

    def line(self, offset: int) -> int:
        return self.source.count(b"\n", 0, offset) + 1

    def word(self, offset: int) -> str:
        end = offset
        while end < len(self.source) and (self.source[end : end + 1].isalnum() or self.source[end] in b"_$"):
            end += 1
        return self.source[offset:end].decode("utf-8", "replace")

    def binding(self, index: int) -> str:
        binding = self.facts.interface.bindings[index]
        if binding.kind is BindingKind.IMPORT and not binding.local:
            return f"{binding.name} of {self.facts.interface.imports[binding.owner].specifier!r}"
        return binding.local or binding.name

    def types(self, types: Iterable[t.TypeExpression], between: str = ", ") -> str:
        return between.join(map(self.type, types))

    def parameters(self, parameters: tuple[t.TypeParameter, ...]) -> str:
        found = []
        for one in parameters:
            constraint = f" extends {self.type(one.constraint)}" if one.constraint is not None else ""
            default = f" = {self.type(one.default)}" if one.default is not None else ""
            found.append(one.name + constraint + default)
        return f"<{', '.join(found)}>" if found else ""

    def members(self, members: tuple[t.MemberType, ...], index: t.TypeExpression | None = None) -> str:
        found = [f"{m.name}{'()' * m.method}{'?' * m.optional}: {self.type(m.type)}" for m in members]
        found += [f"[]: {self.type(index)}"] if index is not None else []
        return f"{{ {'; '.join(found)} }}" if found else "{}"

    def type(self, one: t.TypeExpression) -> str:
        match one:
            case t.UnknownType(text):
                return f"?({text})" if text else "?"
            case t.KeywordType(name):
                return name
            case t.LiteralType(value):
                return json.dumps(value)
            case t.NamedType(name, binding, arguments, specifier):
                where = f"{specifier!r}#" if specifier else "global " if binding < 0 else ""
                return where + ".".join(name) + (f"<{self.types(arguments)}>" if arguments else "")
            case t.ParameterType(name):
                return f"'{name}"
            case t.ArrayType(element):
                return f"{self.type(element)}[]"
            case t.TupleType(items):
                return f"[{', '.join('...' * i.rest + self.type(i.type) + '?' * i.optional for i in items)}]"
            case t.ObjectType(members, index, symbols_only):
                return self.members(members, index) + " symbols" * symbols_only
            case t.UnionType(options):
                return f"({self.types(options, ' | ')})"
            case t.IntersectionType(parts):
                return f"({self.types(parts, ' & ')})"
            case t.FunctionType(parameters, returns):
                result = self.type(returns) if returns is not None else "?"
                return f"({self.types(parameters)}) => {result}"
            case t.TypeofType(name, binding, specifier):
                where = f"{specifier!r}#" if specifier else "global " if binding < 0 else ""
                return f"typeof {where}{'.'.join(name)}"
            case t.KeyofType(of):
                return f"keyof {self.type(of)}"
            case t.IndexedType(owner, key):
                return f"{self.type(owner)}[{self.type(key)}]"
            case t.OperatorType(name, of):
                return f"{name} {self.type(of)}"

    def values(self, values: Iterable[v.ValueExpression], between: str = ", ") -> str:
        return between.join(map(self.value, values))

    def property(self, one: v.Property) -> str:
        return f"{one.name}: {self.value(one.value)}" if one.name else f"...{self.value(one.value)}"

    def value(self, one: v.ValueExpression) -> str:
        match one:
            case v.UnknownValue(reason):
                return f"?({reason})"
            case v.LiteralValue(value):
                return json.dumps(value)
            case v.KeywordValue(name):
                return f":{name}"
            case v.NameValue(binding):
                return self.binding(binding)
            case v.GlobalValue(name):
                return f"global {name}"
            case v.TypedValue(type_, parameters, value):
                head = f"<{self.parameters(parameters)}{' ' * bool(parameters)}{self.type(type_)}>"
                return head + (self.value(value) if value is not None else "")
            case v.MemberValue(owner, name):
                return f"{self.value(owner)}.{name}"
            case v.ItemValue(owner, index):
                return f"{self.value(owner)}[{index if index >= 0 else ''}]"
            case v.RestValue(owner, without):
                return f"({self.value(owner)} - {', '.join(without)})"
            case v.CallValue(callee, arguments, types) | v.NewValue(callee, arguments, types):
                new = "new " if isinstance(one, v.NewValue) else ""
                generics = f"<{self.types(types)}>" if types else ""
                return f"{new}{self.value(callee)}{generics}({self.values(arguments)})"
            case v.AwaitValue(value):
                return f"(await {self.value(value)})"
            case v.ObjectValue(properties):
                return f"{{ {', '.join(map(self.property, properties))} }}" if properties else "{}"
            case v.ArrayValue(items):
                return f"[{', '.join('...' * bool(i.name) + self.value(i.value) for i in items)}]"
            case v.ElementValue():
                return "<element>"
            case v.ClassValue(name):
                return f"class {name}"
            case v.EitherValue(options, falls_back):
                return f"({self.values(options, ' ?? ' if falls_back else ' | ')})"
            case v.FunctionValue():
                return self.function(one)

    def function(self, one: v.FunctionValue) -> str:
        words = "async " * one.is_async + "*" * one.is_generator
        directive = f"{one.directive!r} #{one.inline} " if one.inline >= 0 else ""
        found = []
        for p in one.parameters:
            annotation = f": {self.type(p.type)}" if p.type is not None else ""
            found.append("..." * p.rest + p.name + "?" * p.optional + annotation)
        head = f"{directive}{words}{one.name or 'fn'}{self.parameters(one.type_parameters)}({', '.join(found)})"
        returns = f": {self.type(one.returns)}" if one.returns is not None else ""
        returned = [*map(self.value, one.returned), *["end"] * one.falls_through]
        return f"{head}{returns} => {' | '.join(returned) or 'never'}"
