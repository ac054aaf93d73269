"""From wire types to the names that the tables' rows go by."""

from __future__ import annotations

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    ClientReference,
    Component,
    Cycle,
    Element,
    Function,
    Instance,
    Literal,
    Object,
    Primitive,
    ServerReference,
    Tuple,
    Union,
    Unknown,
    WireType,
)


def is_absent(type: WireType) -> bool:
    """`undefined` or `null`: there is no value."""
    return isinstance(type, Primitive) and type.name in ("undefined", "null", "void")


def kind_of(type: WireType) -> str:
    """The kind of one value; unions, unknowns and cycles are none and have no kind."""
    match type:
        case Primitive(name=name) | BuiltIn(name=name):
            return name
        case Literal(value=value):
            return _kind_of_literal(value)
        case Array() | Tuple(is_array=True):
            return "Array"
        case Tuple(rest=rest):
            return "tuple" if rest is None else "tuple of any length"
        case Object():
            return _kind_of_object(type)
        case Instance(form=form) if form:
            return form
        case Instance():
            return "instance" if type.to_json is None else "instance with toJSON"
        case ServerReference():
            return "bound server reference" if type.bound else "server reference"
        case Component(wrapper=wrapper):
            return wrapper
        case Class():
            return "class"
        case Function():
            return "function"
        case ClientReference():
            return "client reference"
        case Element():
            return "element"
        case Union() | Unknown() | Cycle():
            return ""


def _kind_of_literal(value: str | float | bool) -> str:
    match value:
        case bool():
            return "boolean"
        case str():
            return "string"
        case _:
            return "number"


def _kind_of_object(type: Object) -> str:
    """Some methods make a serializer take an object for something else."""
    methods = {member.name for member in type.members if isinstance(member.type, Function)}
    if "toJSON" in methods:
        return "object with toJSON"
    return "PromiseLike" if "then" in methods else "Object"
