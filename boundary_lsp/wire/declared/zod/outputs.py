"""What schemas let through."""

from __future__ import annotations

from boundary_lsp.model.value_expressions import CallValue
from boundary_lsp.model.wire_types import (
    Member,
    Object,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.callbacks import argument_value
from boundary_lsp.wire.declared.combining import options_of, union
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.origins import SchemaOrigin, Scope
from boundary_lsp.wire.declared.words import NEVER, UNDEFINED

NOT_UNDERSTOOD = Unknown("a schema that is not understood")


def output_of(context: Context, made: WireType | None) -> WireType:
    origin = context.origins.of(made) if made is not None else None
    return origin.output if isinstance(origin, SchemaOrigin) else NOT_UNDERSTOOD


def given_output(context: Context, scope: Scope, expression: CallValue, index: int = 0) -> WireType:
    return output_of(context, argument_value(context, scope, expression, index))


def shape_of(context: Context, made: WireType | None) -> Object | None:
    """The object that a record of schemas describes."""
    if not isinstance(made, Object):
        return None
    return Object(tuple(_member(context, member) for member in made.members), made.index)


def _member(context: Context, member: Member) -> Member:
    output = output_of(context, member.type)
    missing = UNDEFINED in options_of(output)
    rest = union(option for option in options_of(output) if option != UNDEFINED) if missing else output
    return Member(member.name, UNDEFINED if rest == NEVER else rest, missing)
