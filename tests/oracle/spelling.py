"""Wire types as a line of text, near to how they are written in TypeScript."""

from __future__ import annotations

from collections.abc import Iterable

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    Cycle,
    Element,
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


def spell(type: WireType | None) -> str:
    """`-` for no answer, `?` and the first word of the reason for what is unknown."""
    match type:
        case None:
            return "-"
        case Unknown(reason):
            return f"?{reason}"
        case Primitive(name):
            return name
        case Literal(value):
            return f"'{value}'" if isinstance(value, str) else str(value).lower()
        case Array(element):
            return f"{_single(element)}[]"
        case Tuple(elements, rest):
            return f"[{_listed([*map(spell, elements), *([f'...{spell(rest)}[]'] if rest else [])])}]"
        case Object(members, index, name):
            every = [*map(_member, members), *([f"[]: {spell(index)}"] if index else [])]
            return f"{name}{{ {'; '.join(every)} }}" if every else "{}"
        case Union(options):
            return " | ".join(map(spell, options))
        case BuiltIn(name, arguments):
            return name + (f"<{_listed(map(spell, arguments))}>" if arguments else "")
        case Instance():
            return _instance(type)
        case Class(name):
            return f"class {name}"
        case Element():
            return "element"
        case Cycle(name):
            return f"cycle {name}".rstrip()
        case _:
            return repr(type)


def spell_signature(signature: Signature | None) -> str:
    if signature is None:
        return "-"
    return f"({_listed(map(_member, signature.parameters))}) => {spell(signature.returns)}"


def _instance(type: Instance) -> str:
    base = f" extends {type.base}" if type.base else ""
    package = f" from {type.package}" if type.package else ""
    to_json = f" to {spell(type.to_json)}" if type.to_json else ""
    return f"new {type.name}{base}{package}{to_json}".rstrip()


def _member(member: Member) -> str:
    return f"{member.name}{'?' if member.optional else ''}: {spell(member.type)}"


def _single(type: WireType) -> str:
    return f"({spell(type)})" if isinstance(type, Union | Instance) else spell(type)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts)
