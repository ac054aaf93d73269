"""Wire types as text, close to how TypeScript writes them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

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
    Member,
    Object,
    Primitive,
    ServerReference,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.words import member_name

FULL = 1000
SHORT = 60
_MORE = "…"


class _Detail(NamedTuple):
    depth: int
    """Levels to show."""
    width: int = 1000
    """Members of an object to show."""

    def inside(self) -> _Detail:
        return self._replace(depth=self.depth - 1)


_MORE_AND_MORE = [_Detail(depth) for depth in range(2, 9)]
_LESS_AND_LESS = [*(_Detail(2, width) for width in range(6, 0, -1)), _Detail(1), _Detail(0)]


def spell(type: WireType, limit: int = FULL) -> str:
    """`{ id: string; title?: string }[]`, `Promise<Post>`, `unknown`; named objects are their names.

    At most `limit` characters: inner parts that do not fit are left out, the end is cut off at the worst.
    """
    best = ""
    for detail in _MORE_AND_MORE:
        text = _spell(type, detail)
        if text == best or len(text) > limit:
            break
        best = text
    return best or _spell_less(type, limit)


def _spell_less(type: WireType, limit: int) -> str:
    for detail in _LESS_AND_LESS:
        text = _spell(type, detail)
        if len(text) <= limit:
            return text
    return text[: limit - 1] + _MORE


def _spell(type: WireType, detail: _Detail) -> str:
    match type:
        case Array(element=element):
            return f"{_operand(element, detail)}[]"
        case Tuple():
            return _spell_tuple(type, detail)
        case Object():
            return type.name or _spell_object(type, detail)
        case Union(options=options):
            return _spell_union(options, detail)
        case BuiltIn(name=name, arguments=arguments) if arguments:
            inner = _MORE if detail.depth == 0 else ", ".join(_spell(part, detail.inside()) for part in arguments)
            return f"{name}<{inner}>"
        case _:
            return _spell_leaf(type)


def _spell_leaf(type: WireType) -> str:
    match type:
        case Literal(value=value):
            return json.dumps(value, ensure_ascii=False)
        case Primitive(name=("symbol" | "registered symbol")):
            return "symbol"
        case Primitive(name=name) | BuiltIn(name=name):
            return name
        case Instance(name=name):
            return name or "object"
        case Class(name=name) | ServerReference(name=name) | ClientReference(name=name) | Function(name=name) if name:
            return f"typeof {name}"
        case Class() | ServerReference() | ClientReference() | Function():
            return "Function"
        case Element():
            return "ReactNode"
        case Component(wrapper=wrapper):
            return f"{wrapper}({_MORE})"
        case Cycle(name=name):
            return name or _MORE
        case Unknown() | _:
            return "unknown"


def _operand(type: WireType, detail: _Detail) -> str:
    """In front of `[]`: unions and `typeof` need parentheses."""
    text = _spell(type, detail)
    is_union = isinstance(type, Union) and " | " in text
    return f"({text})" if is_union or text.startswith("typeof ") else text


def _spell_tuple(type: Tuple, detail: _Detail) -> str:
    if detail.depth == 0:
        return f"[{_MORE}]"
    items = [_spell(element, detail.inside()) for element in type.elements]
    if type.rest is not None:
        items.append(f"...{_operand(type.rest, detail.inside())}[]")
    return f"[{', '.join(items)}]"


def _spell_object(type: Object, detail: _Detail) -> str:
    if not type.members:
        return "{}" if type.index is None else f"Record<string, {_inner(type.index, detail)}>"
    if detail.depth == 0:
        return f"{{ {_MORE} }}"
    parts = [_spell_member(member, detail.inside()) for member in type.members[: detail.width]]
    if len(parts) < len(type.members):
        parts.append(_MORE)
    elif type.index is not None:
        parts.append(f"[key: string]: {_spell(type.index, detail.inside())}")
    return f"{{ {'; '.join(parts)} }}"


def _inner(type: WireType, detail: _Detail) -> str:
    return _MORE if detail.depth == 0 else _spell(type, detail.inside())


def _spell_member(member: Member, detail: _Detail) -> str:
    mark = "?" if member.optional else ""
    return f"{member_name(member.name)}{mark}: {_spell(member.type, detail)}"


def _spell_union(options: Iterable[WireType], detail: _Detail) -> str:
    """`true | false` is `boolean`; what is spelled alike is spelled once."""
    texts = list(dict.fromkeys(_spell(option, detail) for option in options))
    if {"true", "false"} <= set(texts):
        texts = list(dict.fromkeys("boolean" if text in {"true", "false"} else text for text in texts))
    return " | ".join(texts)
