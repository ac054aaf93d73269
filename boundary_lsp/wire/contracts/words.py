"""Names that mean the same in every contract."""

from __future__ import annotations

import re

from boundary_lsp.model.wire import Direction
from boundary_lsp.model.wire_types import Primitive
from boundary_lsp.wire.serializers import FLIGHT, serializer

UNDEFINED = Primitive("undefined")
ELEMENT, FUNCTION = "ReactNode", "Function"
PRIMITIVES = frozenset({"undefined", "null", "boolean", "number", "string", "bigint", "symbol"})

_NOT_CLASSES = frozenset({"Array", "Object"})
BUILT_IN = frozenset(
    kind
    for direction in Direction
    for kind, _ in serializer(FLIGHT, (), direction).rows
    if kind[:1].isupper() and kind not in _NOT_CLASSES
)
"""Classes of the language and the platform, by the names that serializer tables use."""

RESERVED = BUILT_IN | {ELEMENT, FUNCTION, "Array", "ReadonlyArray", "Record", "Object"}

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
_DOTTED = re.compile(r"[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*", re.ASCII)
_KEYWORDS = frozenset(
    {
        "abstract", "accessor", "any", "as", "asserts", "async", "await", "bigint", "boolean", "break", "case",
        "catch", "class", "const", "continue", "debugger", "declare", "default", "delete", "do", "else", "enum",
        "export", "extends", "false", "finally", "for", "function", "get", "if", "implements", "import", "in",
        "infer", "instanceof", "interface", "is", "keyof", "let", "never", "new", "null", "number", "object",
        "override", "package", "private", "protected", "public", "readonly", "return", "satisfies", "set", "static",
        "string", "super", "switch", "symbol", "this", "throw", "true", "try", "type", "typeof", "undefined",
        "unique", "unknown", "var", "void", "while", "with", "yield",
    }
)  # fmt: skip
"""Words of types and declarations: no names of parameters or types."""


def is_key(name: str) -> bool:
    """Needs no quotes as a member's name."""
    return _IDENTIFIER.fullmatch(name) is not None


def is_identifier(name: str) -> bool:
    return _IDENTIFIER.fullmatch(name) is not None and name not in _KEYWORDS


def is_class_name(name: str) -> bool:
    """`Decimal`, `Prisma.Decimal`."""
    return _DOTTED.fullmatch(name) is not None and not _KEYWORDS.intersection(name.split(".")) and name not in RESERVED
