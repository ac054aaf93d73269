"""From printed types to wire types."""

from __future__ import annotations

from boundary_lsp.adapters.pyright import names
from boundary_lsp.adapters.pyright.printed import Callee, Name, Options, Printed, Value
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    Signature,
    Tuple,
    Union,
    Unknown,
    WireType,
)

_A_FUNCTION = Unknown("a function that may be a server function")
_UNSAID = Unknown("a type argument that is not known")


def wire_of(printed: Printed) -> WireType:
    match printed:
        case Options(options=options):
            return _union(tuple(dict.fromkeys(map(wire_of, options))))
        case Value(value=value):
            return _literal(value)
        case Callee():
            return _A_FUNCTION
        case Name():
            return _named(printed)


def signature_of(printed: Printed) -> Signature | None:
    """None where it is no function, or has several forms."""
    if not isinstance(printed, Callee):
        return None
    members = []
    for one in printed.parameters:
        type = wire_of(one.type)
        members.append(
            Member(f"...{one.name}", Array(type)) if one.is_rest else Member(one.name, type, one.is_optional)
        )
    return Signature(tuple(members), wire_of(printed.returns))


def _named(printed: Name) -> WireType:
    name, arguments = printed
    if name in names.PRIMITIVES:
        return Primitive(names.PRIMITIVES[name])
    if name in names.CLASSES:
        return BuiltIn(names.CLASSES[name])
    if name in names.ERRORS:
        return BuiltIn("Error") if name == "Exception" else Instance(name, base="Error")
    if name in names.NOTHING_KNOWN:
        return Unknown(names.NOTHING_KNOWN[name])
    if name == "type":
        return _class(arguments)
    return _holder(name, tuple(arguments))


def _holder(name: str, arguments: tuple[Printed, ...]) -> WireType:
    if name in names.LISTS:
        return Array(_argument(arguments, 0))
    if name in names.DICTIONARIES:
        return _dictionary(_argument(arguments, 0), _argument(arguments, 1))
    if name == "tuple":
        return _tuple(arguments)
    if name in names.DERIVED:
        return Instance(name.rpartition(".")[2], base=names.DERIVED[name])
    if name in names.HOLDERS:
        kind, start, end = names.HOLDERS[name]
        return BuiltIn(kind, tuple(_argument(arguments, index) for index in range(start, end)))
    return Unknown(f"an instance of {name.rpartition('.')[2].partition('@')[0]}")


def _argument(arguments: tuple[Printed, ...], index: int) -> WireType:
    return wire_of(arguments[index]) if index < len(arguments) else _UNSAID


def _dictionary(key: WireType, value: WireType) -> WireType:
    """One whose keys are strings is what others call an object."""
    options = key.options if isinstance(key, Union) else (key,)
    if all(option == Primitive("string") or _is_text(option) for option in options):
        return Object((), value)
    return BuiltIn("Map", (key, value))


def _is_text(type: WireType) -> bool:
    return isinstance(type, Literal) and isinstance(type.value, str)


def _tuple(arguments: tuple[Printed, ...]) -> WireType:
    match arguments:
        case (element, Name(name="...")):
            return Tuple((), wire_of(element), is_array=False)
        case (Name(name=""),):
            return Tuple((), is_array=False)
    return Tuple(tuple(map(wire_of, arguments)), is_array=False)


def _class(arguments: tuple[Printed, ...]) -> WireType:
    match arguments:
        case (Name(name=name),) if name not in names.NOTHING_KNOWN:
            return Class(name.rpartition(".")[2])
    return Unknown("a class")


def _literal(value: object) -> WireType:
    match value:
        case None:
            return Primitive("null")
        case bytes():
            return BuiltIn("bytes")
        case str() if value.endswith("…"):
            return Primitive("string")
        case str() | int():
            return Literal(value)
    return Unknown("a literal that is not known")


def _union(options: tuple[WireType, ...]) -> WireType:
    flat = [part for option in options for part in (option.options if isinstance(option, Union) else (option,))]
    known = tuple(dict.fromkeys(flat))
    return known[0] if len(known) == 1 else Union(known)
