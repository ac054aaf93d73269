"""What an annotation says, in neutral expressions: how the types of all languages leave their front ends.

Names are resolved as far as one file goes: a name is the module's own top-level binding (an index into
`Interface.bindings`), a type parameter, or global. What is not understood is `UnknownType`.
"""

from __future__ import annotations

import msgspec


class _Type(msgspec.Struct, frozen=True, tag=True, tag_field="$"):
    """Base of the variants of `TypeExpression`."""


class UnknownType(_Type, frozen=True):
    text: str = ""


class KeywordType(_Type, frozen=True):
    name: str
    """`string`, `number`, `boolean`, `bigint`, `symbol`, `unique symbol`, `undefined`, `null`, `void`, `any`,
    `unknown`, `never`, `object`."""


class LiteralType(_Type, frozen=True):
    value: str | float | int | bool
    """A template literal type is the keyword `string`."""


class NamedType(_Type, frozen=True):
    """`Post`, `Prisma.Decimal`, `Map<K, V>`; also `import('./x').Post`."""

    name: tuple[str, ...]
    """The path as written: `('Prisma', 'Decimal')`."""
    binding: int = -1
    """Of the first name, in this module; -1 for a global name."""
    arguments: tuple[TypeExpression, ...] = ()
    specifier: str = ""
    """Of `import('./x').Post`; `name` is then a path from the module's exports."""


class ParameterType(_Type, frozen=True):
    """A type parameter of the enclosing declaration."""

    name: str


class ArrayType(_Type, frozen=True):
    element: TypeExpression


class TupleItem(msgspec.Struct, frozen=True):
    type: TypeExpression
    optional: bool = False
    rest: bool = False
    name: str = ""
    """Its label."""


class TupleType(_Type, frozen=True):
    items: tuple[TupleItem, ...]
    is_array: bool = True
    """As in `wire_types.Tuple`."""


class MemberType(msgspec.Struct, frozen=True):
    name: str
    type: TypeExpression
    optional: bool = False
    method: bool = False
    """Written as a method: `save(): void`."""


class ObjectType(_Type, frozen=True):
    """A type literal, or the body of an interface. One with a call signature is a `FunctionType`."""

    members: tuple[MemberType, ...]
    index: TypeExpression | None = None
    """What a string or number index signature gives."""
    symbols_only: bool = False
    """All its keys are computed (`[brand]: true`): the declaration tells nothing of the value."""


class UnionType(_Type, frozen=True):
    options: tuple[TypeExpression, ...]


class IntersectionType(_Type, frozen=True):
    parts: tuple[TypeExpression, ...]


class FunctionType(_Type, frozen=True):
    parameters: tuple[TypeExpression, ...]
    returns: TypeExpression | None


class TypeofType(_Type, frozen=True):
    """`typeof config.theme`."""

    name: tuple[str, ...]
    binding: int = -1
    specifier: str = ""
    """Of `typeof import('./x')`."""


class KeyofType(_Type, frozen=True):
    of: TypeExpression


class IndexedType(_Type, frozen=True):
    """`Post['author']`, `Posts[number]`."""

    object: TypeExpression
    key: TypeExpression


class OperatorType(_Type, frozen=True):
    """`readonly T`."""

    name: str
    of: TypeExpression


class TypeParameter(msgspec.Struct, frozen=True):
    name: str
    constraint: TypeExpression | None = None
    default: TypeExpression | None = None


TypeExpression = (
    UnknownType
    | KeywordType
    | LiteralType
    | NamedType
    | ParameterType
    | ArrayType
    | TupleType
    | ObjectType
    | UnionType
    | IntersectionType
    | FunctionType
    | TypeofType
    | KeyofType
    | IndexedType
    | OperatorType
)
