"""Classes and enums: as types, as values, and what `new` makes."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.type_expressions import FunctionType, NamedType
from boundary_lsp.model.values import ClassDeclaration, EnumDeclaration
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.combining import union
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.names import Own
from boundary_lsp.wire.declared.origins import ClassOrigin, Scope
from boundary_lsp.wire.declared.parameters import bound
from boundary_lsp.wire.declared.words import NUMBER, PLAIN_MAY_STAND

_MAX_BASES = 10
_TOLD_BY_FORM = ("enum", "number enum", "string enum", "named tuple", "portable")
"""What a serializer makes of them does not depend on what else they derive from."""
_SENT_BY_FIELDS = ("record", "portable")


def annotated(context: Context, scope: Scope, declaration: ClassDeclaration) -> WireType:
    """What a value is that is annotated with the class's name. A class of nothing but public fields may be met by a
    plain object, whoever may call its constructor; one with methods is not, and of one with private members TypeScript
    takes only instances."""
    made = instance(context, scope, declaration)
    if declaration.is_nominal:
        return made
    origin = ClassOrigin(scope, declaration)
    if isinstance(made, Instance) and not made.base and not any(map(_is_certain, lineage(context, origin))):
        return context.origins.note(Unknown(PLAIN_MAY_STAND), origin)
    return made


def instance(context: Context, scope: Scope, declaration: ClassDeclaration) -> WireType:
    """What `new` makes of the class; unknown where a base is, for it may be one of the language's own."""
    base, to_json, form = "", None, declaration.form
    if form == "interface":
        return Unknown("an interface that any class may have")
    if form == "typed object":
        return Object(_fields(context, scope, declaration), name=declaration.name)
    if declaration.extends is not None and form not in _TOLD_BY_FORM:
        inherited = base_instance(context, scope, declaration.extends)
        match inherited:
            case BuiltIn(name="Map") | Object() if declaration.is_nominal:
                base = "Object"
            case BuiltIn() | Primitive():
                base = inherited.name
            case Array():
                base = "Array"
            case Instance():
                base, to_json = inherited.base, inherited.to_json
                form = form or (inherited.form if inherited.form != "portable" else "")
            case _:
                return Unknown("an instance of a class with an unknown base")
    base = base or declaration.iterates
    if declaration.to_json is not None:
        to_json = context.type(scope, declaration.to_json)
    members = _fields(context, scope, declaration) if form in _SENT_BY_FIELDS else ()
    made = Instance(declaration.name, "", base, to_json, form, members)
    return context.origins.note(made, ClassOrigin(scope, declaration))


def _fields(context: Context, scope: Scope, declaration: ClassDeclaration) -> tuple[Member, ...]:
    declared = (one for one in declaration.members if not one.method)
    return tuple(Member(one.name, context.type(scope, one.type), one.optional) for one in declared)


def base_instance(context: Context, scope: Scope, extends: object) -> WireType:
    """What `new` would make of a superclass."""
    if not isinstance(extends, NamedType):
        return Unknown("a base that is computed")
    arguments = tuple(context.type(scope, argument) for argument in extends.arguments)
    if extends.binding < 0:
        return context.type(scope, extends)
    meaning = context.names.find(scope.module, extends.binding, extends.name[1:])
    if isinstance(meaning, Own):
        found = class_of(context, meaning.module, meaning.binding)
        if found is not None:
            return made_by(context, meaning.module, found, arguments)
    return context.type(scope, extends)


def constructed(context: Context, callee: WireType, arguments: tuple[WireType, ...]) -> WireType:
    """What `new` makes of a class as a value, given type arguments."""
    origin = context.origins.of(callee)
    if isinstance(origin, ClassOrigin):
        return made_by(context, origin.scope.module, origin.declaration, arguments)
    return Unknown(callee.reason) if isinstance(callee, Unknown) else Unknown("an instance of something unknown")


def made_by(context: Context, module: int, declaration: ClassDeclaration, arguments: tuple[WireType, ...]) -> WireType:
    context.origins.keep(declaration)
    key = ("new", id(declaration), arguments, context.origins.fingerprint(arguments))
    scope = bound(context, module, declaration.parameters, arguments)
    return context.memo.once(
        key, lambda: instance(context, scope, declaration), lambda: Unknown("a class that refers to itself")
    )


def class_value(context: Context, module: int, declaration: ClassDeclaration) -> WireType:
    return context.origins.note(Class(declaration.name), ClassOrigin(Scope(module), declaration))


def class_of(context: Context, module: int, binding: int) -> ClassDeclaration | None:
    found = context.program.facts[module].interface.bindings[binding]
    declaration = context.index(module).values.get(found.local or found.name)
    return declaration if isinstance(declaration, ClassDeclaration) else None


def enum_type(declaration: EnumDeclaration) -> WireType:
    return union(NUMBER if value is None else Literal(value) for value in declaration.values)


def enum_object(declaration: EnumDeclaration) -> WireType:
    """The enum as a value: a plain object."""
    return Object((), enum_type(declaration), declaration.name)


def lineage(context: Context, origin: ClassOrigin) -> Iterator[ClassOrigin]:
    """The class, and the project's own ones that it extends."""
    following: ClassOrigin | None = origin
    for _ in range(_MAX_BASES):
        if following is None:
            return
        yield following
        following = _base(context, following)


def _base(context: Context, origin: ClassOrigin) -> ClassOrigin | None:
    extends = origin.declaration.extends
    if not isinstance(extends, NamedType) or extends.binding < 0:
        return None
    meaning = context.names.find(origin.scope.module, extends.binding, extends.name[1:])
    found = class_of(context, meaning.module, meaning.binding) if isinstance(meaning, Own) else None
    return ClassOrigin(Scope(meaning.module), found) if isinstance(meaning, Own) and found is not None else None


def _is_certain(origin: ClassOrigin) -> bool:
    declaration = origin.declaration
    return declaration.is_closed or any(m.method or isinstance(m.type, FunctionType) for m in declaration.members)
