"""Schemas of zod: what their values are, and what `z.infer` says. Rows of data."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from boundary_lsp.model.value_expressions import CallValue, GlobalValue
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Literal,
    Member,
    Object,
    Tuple,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.builtins import built_in
from boundary_lsp.wire.declared.callbacks import argument_value, callback_result
from boundary_lsp.wire.declared.classes import constructed
from boundary_lsp.wire.declared.combining import intersection, optional, options_of, present, union
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.operators import awaited, omit, partial, pick, record, required
from boundary_lsp.wire.declared.origins import SchemaOrigin, Scope
from boundary_lsp.wire.declared.words import ANY, BIGINT, BOOLEAN, NEVER, NULL, NUMBER, STRING, UNDEFINED, promise

_PACKAGES = frozenset({"zod", "zod/v3", "zod/v4", "zod/mini", "zod/v4-mini"})
_UNKNOWN = Unknown("a schema that is not understood")
_Maker = Callable[[Context, Scope, CallValue], WireType]
_Method = Callable[[Context, Scope, WireType, CallValue], WireType]


def is_zod(package: str) -> bool:
    return package in _PACKAGES


def schema(context: Context, scope: Scope, path: tuple[str, ...], expression: CallValue) -> WireType:
    """What `z.object({ … })` and its like make."""
    name = ".".join(path[1:] if path[:1] == ("z",) else path).removeprefix("coerce.")
    maker = _MAKERS.get(name)
    made = _PLAIN.get(name) or (maker(context, scope, expression) if maker else _UNKNOWN)
    return _noted(context, made)


def schema_method(context: Context, scope: Scope, origin: SchemaOrigin, name: str, expression: CallValue) -> WireType:
    """What a method of a schema gives: another schema, or what it parses."""
    output = origin.output
    if name in _SAME:
        return _noted(context, output)
    if name in ("parse", "parseAsync"):
        return output if name == "parse" else promise(output)
    if name in ("safeParse", "safeParseAsync"):
        result = Object((Member("success", BOOLEAN), Member("data", output), Member("error", _UNKNOWN)))
        return result if name == "safeParse" else promise(result)
    method = _METHODS.get(name)
    return _noted(context, method(context, scope, output, expression) if method else _UNKNOWN)


def schema_type(context: Context, path: tuple[str, ...], arguments: tuple[WireType, ...]) -> WireType:
    """`z.infer<typeof schema>`, `z.ZodType<Post>`."""
    name = path[-1] if path else ""
    if name in ("ZodType", "ZodSchema") and arguments:
        return _noted(context, arguments[0])
    if name not in ("infer", "output", "TypeOf") or not arguments:
        return Unknown("a type of zod")
    return _output(context, arguments[0])


def _noted(context: Context, output: WireType) -> WireType:
    return context.origins.note(Unknown("a schema of zod"), SchemaOrigin(output))


def _output(context: Context, made: WireType | None) -> WireType:
    origin = context.origins.of(made) if made is not None else None
    return origin.output if isinstance(origin, SchemaOrigin) else _UNKNOWN


def _given(context: Context, scope: Scope, expression: CallValue, index: int = 0) -> WireType:
    return _output(context, argument_value(context, scope, expression, index))


def _shape(context: Context, made: WireType | None) -> Object | None:
    """The object that a record of schemas describes."""
    if not isinstance(made, Object):
        return None
    return Object(tuple(_member(context, member) for member in made.members), made.index)


def _member(context: Context, member: Member) -> Member:
    output = _output(context, member.type)
    missing = UNDEFINED in options_of(output)
    rest = union(option for option in options_of(output) if option != UNDEFINED) if missing else output
    return Member(member.name, UNDEFINED if rest == NEVER else rest, missing)


def _object(context: Context, scope: Scope, expression: CallValue) -> WireType:
    return _shape(context, argument_value(context, scope, expression)) or _UNKNOWN


def _enum(context: Context, scope: Scope, expression: CallValue) -> WireType:
    given = argument_value(context, scope, expression)
    match given:
        case Tuple():
            return union(given.elements)
        case Array():
            return given.element
        case Object():
            return union([*(member.type for member in given.members), *([given.index] if given.index else [])])
    return _UNKNOWN


def _each(context: Context, scope: Scope, expression: CallValue, index: int) -> tuple[WireType, ...] | None:
    given = argument_value(context, scope, expression, index)
    return tuple(_output(context, e) for e in given.elements) if isinstance(given, Tuple) else None


def _union(index: int) -> _Maker:
    def made(context: Context, scope: Scope, expression: CallValue) -> WireType:
        options = _each(context, scope, expression, index)
        return union(options) if options else _UNKNOWN

    return made


def _tuple(context: Context, scope: Scope, expression: CallValue) -> WireType:
    return Tuple(_each(context, scope, expression, 0) or (), None)


def _record(context: Context, scope: Scope, expression: CallValue) -> WireType:
    if len(expression.arguments) < 2:
        return Object((), _given(context, scope, expression))
    return record(_given(context, scope, expression), _given(context, scope, expression, 1))


def _literal(context: Context, scope: Scope, expression: CallValue) -> WireType:
    given = argument_value(context, scope, expression)
    return union(given.elements) if isinstance(given, Tuple) else given or _UNKNOWN


def _instance(context: Context, scope: Scope, expression: CallValue) -> WireType:
    given = expression.arguments[0] if expression.arguments else None
    if isinstance(given, GlobalValue):
        return built_in(given.name) or _UNKNOWN
    return constructed(context, context.value(scope, given), ()) if given is not None else _UNKNOWN


def _lazy(context: Context, scope: Scope, expression: CallValue) -> WireType:
    return _output(context, callback_result(context, scope, expression))


_PLAIN: dict[str, WireType] = {
    **dict.fromkeys(
        (
            "string", "email", "url", "uuid", "cuid", "cuid2", "ulid", "nanoid", "iso.date", "iso.datetime", "iso.time",
            "ipv4", "ipv6", "base64", "jwt", "guid", "emoji", "templateLiteral", "stringFormat",
        ),
        STRING,
    ),
    **dict.fromkeys(("number", "int", "int32", "uint32", "float32", "float64", "nan"), NUMBER),
    **dict.fromkeys(("boolean", "stringbool"), BOOLEAN),
    "bigint": BIGINT,
    "date": BuiltIn("Date"),
    "null": NULL,
    "undefined": UNDEFINED,
    "void": UNDEFINED,
    "any": ANY,
    "unknown": Unknown("unknown"),
    "never": NEVER,
    "file": BuiltIn("File"),
}  # fmt: skip

_MAKERS: dict[str, _Maker] = {
    **dict.fromkeys(("object", "strictObject", "looseObject"), _object),
    "array": lambda context, scope, expression: Array(_given(context, scope, expression)),
    "set": lambda context, scope, expression: BuiltIn("Set", (_given(context, scope, expression),)),
    "map": lambda context, scope, expression: BuiltIn(
        "Map", (_given(context, scope, expression), _given(context, scope, expression, 1))
    ),
    "promise": lambda context, scope, expression: promise(_given(context, scope, expression)),
    "optional": lambda context, scope, expression: optional(_given(context, scope, expression)),
    "nullable": lambda context, scope, expression: union((_given(context, scope, expression), NULL)),
    **dict.fromkeys(("enum", "nativeEnum"), _enum),
    "literal": _literal,
    "union": _union(0),
    "discriminatedUnion": _union(1),
    "intersection": lambda context, scope, expression: intersection(
        (_given(context, scope, expression), _given(context, scope, expression, 1))
    ),
    "tuple": _tuple,
    "record": _record,
    "instanceof": _instance,
    "lazy": _lazy,
    "preprocess": lambda context, scope, expression: _given(context, scope, expression, 1),
}


def _extended(context: Context, scope: Scope, output: WireType, expression: CallValue) -> WireType:
    return _with(output, _shape(context, argument_value(context, scope, expression)))


def _merged(context: Context, scope: Scope, output: WireType, expression: CallValue) -> WireType:
    return _with(output, _given(context, scope, expression))


def _with(output: WireType, added: WireType | None) -> WireType:
    if not isinstance(output, Object) or not isinstance(added, Object):
        return _UNKNOWN
    names = {member.name for member in added.members}
    kept = tuple(member for member in output.members if member.name not in names)
    return replace(output, members=(*kept, *added.members))


def _keys(context: Context, scope: Scope, expression: CallValue) -> WireType:
    """The names in `{ id: true }`."""
    given = argument_value(context, scope, expression)
    return union(Literal(m.name) for m in given.members) if isinstance(given, Object) else _UNKNOWN


def _transformed(context: Context, scope: Scope, _: WireType, expression: CallValue) -> WireType:
    return awaited(callback_result(context, scope, expression))


def _defaulted(_context: Context, _scope: Scope, output: WireType, _expression: CallValue) -> WireType:
    return union(option for option in options_of(output) if option != UNDEFINED)


_METHODS: dict[str, _Method] = {
    "optional": lambda _context, _scope, output, _: optional(output),
    "nullable": lambda _context, _scope, output, _: union((output, NULL)),
    "nullish": lambda _context, _scope, output, _: union((output, NULL, UNDEFINED)),
    "unwrap": lambda _context, _scope, output, _: present(output),
    "array": lambda _context, _scope, output, _: Array(output),
    "promise": lambda _context, _scope, output, _: promise(output),
    "partial": lambda _context, _scope, output, expression: _UNKNOWN if expression.arguments else partial(output),
    "required": lambda _context, _scope, output, expression: _UNKNOWN if expression.arguments else required(output),
    "pick": lambda context, scope, output, expression: pick(output, _keys(context, scope, expression)),
    "omit": lambda context, scope, output, expression: omit(output, _keys(context, scope, expression)),
    **dict.fromkeys(("extend", "safeExtend", "augment"), _extended),
    "merge": _merged,
    "and": lambda context, scope, output, expression: intersection((output, _given(context, scope, expression))),
    "or": lambda context, scope, output, expression: union((output, _given(context, scope, expression))),
    "pipe": lambda context, scope, _, expression: _given(context, scope, expression),
    "transform": _transformed,
    **dict.fromkeys(("default", "prefault"), _defaulted),
}

_SAME = frozenset(
    {
        "min", "max", "length", "email", "url", "uuid", "cuid", "cuid2", "ulid", "nanoid", "regex", "trim",
        "toLowerCase", "toUpperCase", "startsWith", "endsWith", "includes", "datetime", "date", "time", "ip", "emoji",
        "int", "positive", "nonnegative", "negative", "nonpositive", "finite", "safe", "multipleOf", "step", "gt",
        "gte", "lt", "lte", "nonempty", "size", "refine", "superRefine", "check", "describe", "meta", "brand",
        "readonly", "strict", "strip", "passthrough", "loose", "catch", "register", "openapi", "overwrite",
    }
)  # fmt: skip
"""Methods that check, but change no type."""
