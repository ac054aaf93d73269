"""What `value.name` and `value[i]` are, by the value's type."""

from __future__ import annotations

from boundary_lsp.model.values import VariableDeclaration
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    Cycle,
    Instance,
    Literal,
    Object,
    Primitive,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.classes import lineage
from boundary_lsp.wire.declared.combining import is_absent, optional, union
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.operators import element_of, member_type
from boundary_lsp.wire.declared.origins import ClassOrigin, CycleOrigin, Scope
from boundary_lsp.wire.declared.variables import variable
from boundary_lsp.wire.declared.words import BOOLEAN, NUMBER, STRING, UNDEFINED

_RECURSIVE = Unknown("a static field that refers to itself")

_PROPERTIES: dict[str, dict[str, WireType]] = {
    "string": {"length": NUMBER},
    "array": {"length": NUMBER},
    "Map": {"size": NUMBER},
    "Set": {"size": NUMBER},
    "Error": {"message": STRING, "name": STRING, "stack": optional(STRING)},
    "URL": dict.fromkeys(
        ("href", "origin", "protocol", "host", "hostname", "port", "pathname", "search", "hash", "username"), STRING
    ),
    "Response": {"ok": BOOLEAN, "status": NUMBER, "statusText": STRING, "url": STRING},
    "File": {"name": STRING, "size": NUMBER, "type": STRING, "lastModified": NUMBER},
    "Blob": {"size": NUMBER, "type": STRING},
    "AbortController": {"signal": BuiltIn("AbortSignal")},
}


def member(context: Context, owner: WireType, name: str) -> WireType:
    """What reading the member gives; `undefined` beside it where the owner may be absent."""
    match owner:
        case Object():
            return _of_object(owner, name)
        case Union():
            found = [UNDEFINED if is_absent(option) else member(context, option, name) for option in owner.options]
            return union(found)
        case Cycle():
            return _of_cycle(context, owner, name)
        case Class() if isinstance(origin := context.origins.of(owner), ClassOrigin):
            return _of_class(context, origin, name)
        case Instance() | Unknown() if isinstance(origin := context.origins.of(owner), ClassOrigin):
            return _of_instance(context, origin, name)
    found_property = _PROPERTIES.get(_kind(owner), {}).get(name)
    return found_property or Unknown(_reason(owner))


def item(owner: WireType, index: int) -> WireType:
    """`value[index]`; of any element where the index is negative."""
    if isinstance(owner, Union):
        return union(item(option, index) for option in owner.options if not is_absent(option))
    if isinstance(owner, Tuple) and 0 <= index < len(owner.elements):
        return owner.elements[index]
    if isinstance(owner, Tuple) and index >= len(owner.elements):
        return owner.rest or UNDEFINED
    if isinstance(owner, Object) and not owner.members and owner.index is not None:
        return owner.index
    return element_of(owner)


def expanded(context: Context, cycle: Cycle) -> WireType:
    """The whole type that a cycle stands for, where that is known."""
    origin = context.origins.of(cycle)
    if not isinstance(origin, CycleOrigin):
        return cycle
    return context.declared(origin.module, origin.name, origin.arguments)


def _of_cycle(context: Context, owner: Cycle, name: str) -> WireType:
    """A type such as `type T = T | T[]` is nothing but cycles, however often it is expanded."""
    try:
        whole = expanded(context, owner) if context.memo.enter() else owner
        return member(context, whole, name) if not isinstance(whole, Cycle) else Unknown("a type that repeats")
    finally:
        context.memo.leave()


def _of_object(owner: Object, name: str) -> WireType:
    for candidate in owner.members:
        if candidate.name == name:
            return member_type(candidate)
    return owner.index if owner.index is not None else Unknown("a member that is not declared")


def _of_instance(context: Context, origin: ClassOrigin, name: str) -> WireType:
    for candidate in origin.declaration.members:
        if candidate.name == name:
            made = context.type(origin.scope, candidate.type)
            return optional(made) if candidate.optional else made
    if origin.declaration.extends is None:
        return Unknown("a member that is not declared")
    return member(context, context.type(origin.scope, origin.declaration.extends), name)


def _of_class(context: Context, origin: ClassOrigin, name: str) -> WireType:
    """What is static is inherited, too."""
    for scope, declaration in lineage(context, origin):
        for candidate in declaration.statics:
            if candidate.name == name:
                return _static(context, scope, declaration.name, candidate)
    return Unknown("a static member that is not declared")


def _static(context: Context, scope: Scope, owner: str, declaration: VariableDeclaration) -> WireType:
    key = ("static", scope.module, owner, declaration.name)
    return context.memo.once(key, lambda: variable(context, scope, declaration), lambda: _RECURSIVE)


def _kind(owner: WireType) -> str:
    if isinstance(owner, BuiltIn):
        return "Error" if owner.name.endswith("Error") else owner.name
    if isinstance(owner, Array | Tuple):
        return "array"
    if isinstance(owner, Literal):
        return "string" if isinstance(owner.value, str) else ""
    return owner.name if isinstance(owner, Primitive) else ""


def _reason(owner: WireType) -> str:
    return owner.reason if isinstance(owner, Unknown) else "a member of a value"
