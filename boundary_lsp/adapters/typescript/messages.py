"""The checker's answers, as far as we read them; and its numbers, which are those of this version only."""

from __future__ import annotations

import msgspec


class TypeFlag:
    ANY = 1
    UNKNOWN = 2
    UNDEFINED = 4
    NULL = 8
    VOID = 16
    STRING = 32
    NUMBER = 64
    BIGINT = 128
    BOOLEAN = 256
    SYMBOL = 512
    STRING_LITERAL = 1024
    NUMBER_LITERAL = 2048
    BIGINT_LITERAL = 4096
    BOOLEAN_LITERAL = 8192
    UNIQUE_SYMBOL = 16384
    ENUM = 65536
    NON_PRIMITIVE = 131072
    NEVER = 1 << 18
    TYPE_PARAMETER = 1 << 19
    OBJECT = 1 << 20
    TEMPLATE_LITERAL = 1 << 22
    STRING_MAPPING = 1 << 23
    UNION = 1 << 27
    INTERSECTION = 1 << 28


class ObjectFlag:
    CLASS = 1
    INTERFACE = 2
    REFERENCE = 4
    TUPLE = 8
    ANONYMOUS = 16
    OBJECT_LITERAL = 128


class ElementFlag:
    REST = 4
    VARIADIC = 8


class SymbolFlag:
    VARIABLE = 3
    FUNCTION = 16
    CLASS = 32
    INTERFACE = 64
    VALUE_MODULE = 512
    METHOD = 8192
    OPTIONAL = 1 << 24


class NodeKind:
    PARAMETER = 170
    OBJECT_PATTERN = 207
    ARRAY_PATTERN = 208
    CLASS_EXPRESSION = 232
    FUNCTION_DECLARATION = 263
    CLASS_DECLARATION = 264
    LIST = 0xFFFFFFFF
    """Not a node, but a list of some."""


class SignatureKind:
    CALL = 0
    CONSTRUCT = 1


class TypeAnswer(msgspec.Struct, rename="camel", gc=False):
    id: int
    flags: int
    object_flags: int = 0
    value: str | int | float | bool | None = None
    """Of a literal; text for a bigint."""
    target: int = 0
    """Of an instantiation: the generic type, which may be itself."""
    type_parameters: tuple[int, ...] | None = None
    element_flags: tuple[int, ...] | None = None
    intrinsic_name: str = ""
    alias_symbol: int = 0
    symbol: int = 0


class SymbolAnswer(msgspec.Struct, rename="camel", gc=False):
    id: int
    name: str
    flags: int
    declarations: tuple[str, ...] | None = None
    """`index.kind.path` each."""
    parent: int = 0
    """What it is declared in; 0 for what is global."""


class SignatureAnswer(msgspec.Struct, rename="camel", gc=False):
    id: int
    parameters: tuple[int, ...] | None = None


class IndexAnswer(msgspec.Struct, rename="camel", gc=False):
    value_type: TypeAnswer


class ProjectAnswer(msgspec.Struct, rename="camel", gc=False):
    id: str
    config_file_name: str


class SnapshotAnswer(msgspec.Struct, rename="camel", gc=False):
    snapshot: int
    projects: tuple[ProjectAnswer, ...]


class SourceAnswer(msgspec.Struct, gc=False):
    data: str
    """The encoded tree, base64."""


def declared_at(handle: str) -> tuple[int, int, str]:
    """The node's index, kind and path out of `index.kind.path`."""
    index, kind, path = handle.split(".", 2)
    return int(index), int(kind), path
