"""Types of contracts as TypeScript writes them, complete, on as many lines as they need."""

from __future__ import annotations

import json

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Cycle,
    Element,
    Function,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    Tuple,
    Union,
    WireType,
)
from boundary_lsp.wire.contracts.words import ELEMENT, FUNCTION, is_key

WIDTH = 100
_INDENT = "  "
_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "\x7f\x85\u2028\u2029"}


def spell(type: WireType, indent: str = "", used: int = 0) -> str:
    """On one line if that fits beside the `used` columns, else the members of objects stand on lines of their own."""
    flat = spell_flat(type)
    if len(indent) + used + len(flat) <= WIDTH:
        return flat
    match type:
        case Object() if type.members:
            inner = indent + _INDENT
            lines = [f"{inner}{text};\n" for text in members(type, inner)]
            return f"{{\n{''.join(lines)}{indent}}}"
        case Array(element=element):
            return f"{_operand(element, spell(element, indent, used))}[]"
        case Tuple(elements=elements, rest=rest):
            return f"[{', '.join(_items(elements, rest, indent))}]"
        case BuiltIn(name=name, arguments=arguments) if arguments:
            return f"{name}<{', '.join(spell(one, indent, used) for one in arguments)}>"
        case Union(options=options):
            inner = indent + _INDENT
            return "".join(f"\n{inner}| {spell(option, inner + _INDENT)}" for option in options)
        case _:
            return flat


def spell_flat(type: WireType) -> str:
    """On one line."""
    match type:
        case Object():
            return f"{{ {'; '.join(members(type, None))} }}" if type.members or type.index is not None else "{}"
        case Array(element=element):
            return f"{_operand(element, spell_flat(element))}[]"
        case Tuple(elements=elements, rest=rest):
            return f"[{', '.join(_items(elements, rest, None))}]"
        case BuiltIn(name=name, arguments=arguments) if arguments:
            return f"{name}<{', '.join(map(spell_flat, arguments))}>"
        case Union(options=options):
            return " | ".join(map(spell_flat, options))
        case _:
            return _leaf(type)


def members(type: Object, indent: str | None) -> list[str]:
    """`title?: string`, each; flat where there is no indentation."""
    texts = [member(one, indent) for one in type.members]
    if type.index is not None:
        texts.append(f"[key: string]: {_spell(type.index, indent, 15)}")
    return texts


def member(one: Member, indent: str | None) -> str:
    name = f"{_key(one.name)}{'?' if one.optional else ''}"
    return _annotated(name, one, indent)


def parameter(one: Member, indent: str | None) -> str:
    name = f"{one.name}{'?' if one.optional and not one.name.startswith('...') else ''}"
    return _annotated(name, one, indent)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=any("\ud800" <= c <= "\udfff" for c in text)).translate(_ESCAPED)


def _annotated(name: str, one: Member, indent: str | None) -> str:
    text = _spell(one.type, indent, len(name) + 2)
    return f"{name}:{text}" if text.startswith("\n") else f"{name}: {text}"


def _spell(type: WireType, indent: str | None, used: int) -> str:
    return spell_flat(type) if indent is None else spell(type, indent, used)


def _key(name: str) -> str:
    return name if is_key(name) else quoted(name)


def _items(elements: tuple[WireType, ...], rest: WireType | None, indent: str | None) -> list[str]:
    items = [_spell(element, indent, 0) for element in elements]
    return [*items, f"...{_operand(rest, _spell(rest, indent, 0))}[]"] if rest is not None else items


def _operand(type: WireType, text: str) -> str:
    """In front of `[]`."""
    is_negative = isinstance(type, Literal) and text.startswith("-")
    return f"({text})" if isinstance(type, Union) or is_negative else text


def _leaf(type: WireType) -> str:
    match type:
        case Literal(value=str(value)):
            return quoted(value)
        case Literal(value=value):
            return json.dumps(value)
        case Primitive(name=name) | BuiltIn(name=name) | Instance(name=name) | Cycle(name=name):
            return name
        case Function():
            return FUNCTION
        case Element():
            return ELEMENT
        case _:
            return "unknown"
