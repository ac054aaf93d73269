"""Types by name: the project's own, global ones, and those of packages."""

from __future__ import annotations

from msgspec.structs import replace

from boundary_lsp.model.type_expressions import NamedType, ObjectType
from boundary_lsp.model.values import ClassDeclaration, EnumDeclaration, TypeDeclaration
from boundary_lsp.model.wire_types import Cycle, Object, Unknown, WireType
from boundary_lsp.wire.declared import constructed, packages
from boundary_lsp.wire.declared.builtins import NAMED, built_in, dotted
from boundary_lsp.wire.declared.classes import annotated, enum_type
from boundary_lsp.wire.declared.combining import merged
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.names import Meaning, Outside, Own, Whole
from boundary_lsp.wire.declared.origins import CycleOrigin, Scope
from boundary_lsp.wire.declared.parameters import bound
from boundary_lsp.wire.declared.shapes import bounded
from boundary_lsp.wire.declared.utilities import REACT_UTILITIES, UTILITIES
from boundary_lsp.wire.declared.words import A_COMPONENT, A_FUNCTION
from boundary_lsp.wire.declared.zod.schemas import is_zod, schema_type

_OF_UNKNOWN = Unknown("an interface of something unknown")
_REACT = frozenset({"react", "react/jsx-runtime", "preact", "preact/compat"})


def named(context: Context, scope: Scope, expression: NamedType) -> WireType:
    """`Post`, `Map<K, V>`, `Prisma.Decimal`, `import('./x').Post`."""
    arguments = tuple(context.type(scope, argument) for argument in expression.arguments)
    if expression.specifier:
        module = context.names.imported(scope.module, expression.specifier)
        return _meant(context, context.names.within(module, expression.name), arguments)
    if expression.binding >= 0:
        meaning = context.names.find(scope.module, expression.binding, expression.name[1:])
        return _meant(context, meaning, arguments)
    return _global(context, expression.name, arguments)


def declared_type(context: Context, module: int, name: str, arguments: tuple[WireType, ...]) -> WireType:
    """What the module's own type of that name is, given type arguments."""
    declaration = context.index(module).types.get(name)
    if declaration is None:
        return Unknown("a name that is not a type")
    if isinstance(declaration, EnumDeclaration):
        return enum_type(declaration)
    key = ("type", module, name, arguments, context.origins.fingerprint(arguments))
    cycle = Cycle(name)
    return context.memo.once(
        key,
        lambda: bounded(_declared(context, module, declaration, arguments)),
        lambda: context.origins.note(cycle, CycleOrigin(module, name, arguments)),
    )


def _declared(
    context: Context, module: int, declaration: TypeDeclaration | ClassDeclaration, arguments: tuple[WireType, ...]
) -> WireType:
    scope = bound(context, module, declaration.parameters, arguments)
    if isinstance(declaration, ClassDeclaration):
        return annotated(context, scope, declaration)
    made = _interface(context, scope, declaration) if declaration.extends else context.type(scope, declaration.body)
    return replace(made, name=declaration.name) if isinstance(made, Object) and not made.name else made


def _interface(context: Context, scope: Scope, declaration: TypeDeclaration) -> WireType:
    """Its own members win; a base that is not known leaves open what else there is."""
    bases = [context.type(scope, base) for base in declaration.extends]
    body = declaration.body
    own = Object(()) if body == ObjectType(()) else context.type(scope, body)
    objects = [base for base in bases if isinstance(base, Object)]
    if not isinstance(own, Object) or any(_may_be_called(base) for base in bases if base not in objects):
        return _OF_UNKNOWN
    inherited = Object(())
    for base in objects:
        inherited = merged(inherited, base)
    names = {m.name for m in own.members}
    members = (*own.members, *(m for m in inherited.members if m.name not in names))
    index = own.index if own.index is not None else inherited.index
    if len(objects) < len(bases):
        index = Unknown("a member of an unknown base")
    return Object(members, index)


def _may_be_called(base: WireType) -> bool:
    """A component with parts of its own, or an instance."""
    return not isinstance(base, Unknown) or base.reason in (A_COMPONENT, A_FUNCTION, _OF_UNKNOWN.reason)


def _meant(context: Context, meaning: Meaning, arguments: tuple[WireType, ...]) -> WireType:
    match meaning:
        case Own():
            binding = context.program.facts[meaning.module].interface.bindings[meaning.binding]
            return _own(context, meaning, binding.local or binding.name, arguments)
        case Outside():
            return _of_package(context, meaning, arguments)
        case Whole():
            return Unknown("a module as a type")
    return Unknown(meaning.reason)


def _own(context: Context, meaning: Own, name: str, arguments: tuple[WireType, ...]) -> WireType:
    if not meaning.rest:
        return declared_type(context, meaning.module, name, arguments)
    declaration = context.index(meaning.module).types.get(name)
    return enum_type(declaration) if isinstance(declaration, EnumDeclaration) else Unknown("a type in a namespace")


def _of_package(context: Context, meaning: Outside, arguments: tuple[WireType, ...]) -> WireType:
    name = ".".join(meaning.path)
    if meaning.package in _REACT:
        return _of_react(context, name, arguments)
    if is_zod(meaning.package):
        return schema_type(context, meaning.path, arguments)
    known = packages.found(packages.TYPES, meaning.package, meaning.path)
    known = known or packages.found(constructed.TYPES, meaning.package, meaning.path)
    return known or Unknown(f"a type of {meaning.package}")


def _class_of_all(name: str, arguments: tuple[WireType, ...]) -> WireType | None:
    return built_in(name, arguments) or constructed.written(name, arguments)


def _of_react(context: Context, name: str, arguments: tuple[WireType, ...]) -> WireType:
    utility = REACT_UTILITIES.get(name)
    if utility is not None:
        return utility(context, arguments)
    if name.endswith(("Attributes", "HTMLProps", "SVGProps")):
        return Object((), Unknown(f"a type of react ({name})"))
    return packages.REACT_TYPES.get(name) or Unknown(f"a type of react ({name})")


def _global(context: Context, path: tuple[str, ...], arguments: tuple[WireType, ...]) -> WireType:
    name = ".".join(path)
    if path[0] == "React" and len(path) > 1:
        return _of_react(context, ".".join(path[1:]), arguments)
    utility = UTILITIES.get(name)
    if utility is not None:
        return utility(context, arguments)
    known = NAMED.get(name) or (_class_of_all(name, arguments) if len(path) == 1 else dotted(path))
    return known or Unknown(f"the global type {name}")
