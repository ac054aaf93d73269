"""What a class is by its decorators and bases, where a serializer or a reader of types cares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tree_sitter import Node

from boundary_lsp.model.type_expressions import TypeExpression, UnknownType
from boundary_lsp.syntax.python.grammar import field, first
from boundary_lsp.syntax.python.values.reader import Reader

_DECORATORS: Mapping[str, str] = {
    "anvil.server.portable_class": "portable",
    "anvil.server.serializable_type": "portable",
    "dataclasses.dataclass": "record",
}
_BASES: Mapping[str, str] = {
    **dict.fromkeys(("enum.Enum", "enum.Flag"), "enum"),
    **dict.fromkeys(("enum.IntEnum", "enum.IntFlag"), "number enum"),
    "enum.StrEnum": "string enum",
    **{f"{typing}.NamedTuple": "named tuple" for typing in ("typing", "typing_extensions")},
    **{f"{typing}.TypedDict": "typed object" for typing in ("typing", "typing_extensions")},
    **{f"{typing}.Protocol": "interface" for typing in ("typing", "typing_extensions")},
    "abc.ABC": "interface",
}
_NO_BASES = frozenset({"object", "typing.Generic", "typing_extensions.Generic", *_BASES})
_MEMBERS = {"str": "string enum", "int": "number enum", "float": "number enum"}
"""What the members of an enumeration are besides, by another base."""
_SERIALIZES = b"def __serialize__"


def form_of(reader: Reader, node: Node) -> str:
    """As in `ClassDeclaration.form`."""
    by_decorator = {_DECORATORS.get(qualified(reader, path), "") for path in _decorators(reader, node)}
    if "portable" in by_decorator:
        return "portable"
    bases = [qualified(reader, reader.module.collapsed(_plain(base))) for base in _bases(node)]
    by_base = next((_BASES[base] for base in bases if base in _BASES), "")
    if by_base == "enum":
        return next((_MEMBERS[base] for base in bases if base in _MEMBERS), by_base)
    return by_base or ("record" if "record" in by_decorator else "")


def base_of(reader: Reader, node: Node) -> TypeExpression | None:
    """What says what else its instances are; nothing is known of several at once, or of one that is computed."""
    bases = [one for one in _bases(node) if qualified(reader, reader.module.collapsed(_plain(one))) not in _NO_BASES]
    if len(bases) > 1:
        return UnknownType()
    return reader.type(bases[0]) if bases else None


def says_what_is_sent(reader: Reader, node: Node) -> bool:
    """Its fields are not what crosses."""
    return _SERIALIZES in reader.module.source[node.start_byte : node.end_byte]


def qualified(reader: Reader, path: str) -> str:
    """`dataclasses.dataclass`, whatever it is called here; a builtin's own name; empty for one of the module's own."""
    head, rest = path, ""
    while head and head not in reader.module.names:
        head, _, last = head.rpartition(".")
        rest = f".{last}{rest}"
    if not head:
        return path
    specifier, name = reader.module.origin(reader.module.names[head])
    return ".".join(filter(None, (specifier, name.replace("*", "")))) + rest if specifier else ""


def _decorators(reader: Reader, node: Node) -> Iterator[str]:
    above = node.parent if node.parent is not None and node.parent.type == "decorated_definition" else None
    for child in above.named_children if above is not None else ():
        inside = first(child) if child.type == "decorator" else None
        called = field(inside, "function") if inside is not None and inside.type == "call" else inside
        if called is not None:
            yield reader.module.collapsed(called)


def _bases(node: Node) -> list[Node]:
    """Without keywords such as `metaclass`."""
    listed = field(node, "superclasses")
    children = listed.named_children if listed is not None else []
    return [child for child in children if child.type not in ("keyword_argument", "comment")]


def _plain(base: Node) -> Node:
    """`Generic` of `Generic[T]`."""
    return (field(base, "value") or base) if base.type == "subscript" else base
