"""Annotations as text again: what to show of a type of which nothing is known on the wire."""

from __future__ import annotations

import json
from collections.abc import Iterable

from boundary_lsp.model.type_expressions import (
    ArrayType,
    FunctionType,
    IndexedType,
    IntersectionType,
    KeyofType,
    KeywordType,
    LiteralType,
    MemberType,
    NamedType,
    ObjectType,
    OperatorType,
    ParameterType,
    TupleItem,
    TupleType,
    TypeExpression,
    TypeofType,
    UnionType,
    UnknownType,
)
from boundary_lsp.wire.words import member_name

_MORE = "…"
_DEPTH = 4
_COMPOUND = (UnionType, IntersectionType, FunctionType, KeyofType, OperatorType, TypeofType)


def spell_annotation(expression: TypeExpression | None, depth: int = _DEPTH) -> str:
    """`Prisma.UserGetPayload<{ … }>`, near to how it was written; empty where nothing was."""
    if depth < 0:
        return _MORE
    match expression:
        case KeywordType(name=name) | ParameterType(name=name):
            return name
        case LiteralType(value=value):
            return json.dumps(value, ensure_ascii=False)
        case NamedType(name=path, arguments=arguments, specifier=specifier):
            given = f"<{_listed(arguments, depth)}>" if arguments else ""
            return ".".join((*([f"import({json.dumps(specifier)})"] if specifier else []), *path)) + given
        case TypeofType(name=path):
            return f"typeof {'.'.join(path)}"
        case UnknownType(text=text):
            return text
        case ArrayType(element=element):
            return f"{_operand(element, depth)}[]"
        case UnionType(options=parts):
            return " | ".join(_operand(part, depth) for part in parts)
        case IntersectionType(parts=parts):
            return " & ".join(_operand(part, depth) for part in parts)
    return _spell_rest(expression, depth)


def _spell_rest(expression: TypeExpression | None, depth: int) -> str:
    match expression:
        case TupleType(items=items):
            return f"[{', '.join(_item(item, depth - 1) for item in items)}]"
        case ObjectType():
            return _object(expression, depth - 1)
        case FunctionType(parameters=parameters, returns=returns):
            return f"({_listed(parameters, depth)}) => {spell_annotation(returns, depth - 1) or 'unknown'}"
        case KeyofType(of=of):
            return f"keyof {_operand(of, depth)}"
        case OperatorType(name=name, of=of):
            return f"{name} {_operand(of, depth)}"
        case IndexedType(object=owner, key=key):
            return f"{_operand(owner, depth)}[{spell_annotation(key, depth - 1)}]"
    return ""


def _operand(expression: TypeExpression, depth: int) -> str:
    text = spell_annotation(expression, depth - 1)
    return f"({text})" if isinstance(expression, _COMPOUND) else text


def _listed(parts: Iterable[TypeExpression], depth: int) -> str:
    return ", ".join(spell_annotation(part, depth - 1) for part in parts)


def _item(item: TupleItem, depth: int) -> str:
    text = spell_annotation(item.type, depth)
    return f"...{text}" if item.rest else f"{text}?" if item.optional else text


def _object(expression: ObjectType, depth: int) -> str:
    members = [_member(member, depth) for member in expression.members]
    if expression.index is not None:
        members.append(f"[key: string]: {spell_annotation(expression.index, depth)}")
    return f"{{ {'; '.join(members)} }}" if members and depth >= 0 else f"{{ {_MORE} }}" if members else "{}"


def _member(member: MemberType, depth: int) -> str:
    return f"{member_name(member.name)}{'?' if member.optional else ''}: {spell_annotation(member.type, depth)}"
