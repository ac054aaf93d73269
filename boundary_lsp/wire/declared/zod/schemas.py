"""What calls and types of zod stand for."""

from __future__ import annotations

from boundary_lsp.model.value_expressions import CallValue
from boundary_lsp.model.wire_types import (
    Member,
    Object,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.origins import SchemaOrigin, Scope
from boundary_lsp.wire.declared.words import BOOLEAN, promise
from boundary_lsp.wire.declared.zod.makers import MAKERS, PLAIN
from boundary_lsp.wire.declared.zod.methods import METHODS, SAME
from boundary_lsp.wire.declared.zod.outputs import NOT_UNDERSTOOD, output_of

_PACKAGES = frozenset({"zod", "zod/v3", "zod/v4", "zod/mini", "zod/v4-mini"})


def is_zod(package: str) -> bool:
    return package in _PACKAGES


def schema(context: Context, scope: Scope, path: tuple[str, ...], expression: CallValue) -> WireType:
    """What `z.object({ … })` and its like make."""
    name = ".".join(path[1:] if path[:1] == ("z",) else path).removeprefix("coerce.")
    maker = MAKERS.get(name)
    made = PLAIN.get(name) or (maker(context, scope, expression) if maker else NOT_UNDERSTOOD)
    return _noted(context, made)


def schema_method(context: Context, scope: Scope, origin: SchemaOrigin, name: str, expression: CallValue) -> WireType:
    """What a method of a schema gives: another schema, or what it parses."""
    output = origin.output
    if name in SAME:
        return _noted(context, output)
    if name in ("parse", "parseAsync"):
        return output if name == "parse" else promise(output)
    if name in ("safeParse", "safeParseAsync"):
        result = Object((Member("success", BOOLEAN), Member("data", output), Member("error", NOT_UNDERSTOOD)))
        return result if name == "safeParse" else promise(result)
    method = METHODS.get(name)
    return _noted(context, method(context, scope, output, expression) if method else NOT_UNDERSTOOD)


def schema_type(context: Context, path: tuple[str, ...], arguments: tuple[WireType, ...]) -> WireType:
    """`z.infer<typeof schema>`, `z.ZodType<Post>`."""
    name = path[-1] if path else ""
    if name in ("ZodType", "ZodSchema") and arguments:
        return _noted(context, arguments[0])
    if name not in ("infer", "output", "TypeOf") or not arguments:
        return Unknown("a type of zod")
    return output_of(context, arguments[0])


def _noted(context: Context, output: WireType) -> WireType:
    return context.origins.note(Unknown("a schema of zod"), SchemaOrigin(output))
