"""Object and array literals, and what destructuring leaves."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from boundary_lsp.model.value_expressions import ArrayValue, ObjectValue
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    Tuple,
    Unknown,
    WireType,
)
from boundary_lsp.wire.declared.combining import is_absent, options_of, union, widened
from boundary_lsp.wire.declared.context import Context
from boundary_lsp.wire.declared.operators import element_of, omit
from boundary_lsp.wire.declared.origins import Scope
from boundary_lsp.wire.declared.words import EMPTY_ARRAY

_MAX_ITEMS = 16
_MAX_MEMBERS = 200


def object_literal(context: Context, scope: Scope, expression: ObjectValue) -> WireType:
    """A plain object; later members replace earlier ones of the same name."""
    made = _Members()
    for entry in expression.properties[:_MAX_MEMBERS]:
        value = context.value(scope, entry.value)
        if entry.name == "":
            made.spread(value)
        elif entry.name == "*":
            made.others(value)
        else:
            made.put(Member(entry.name, value))
    if len(expression.properties) > _MAX_MEMBERS:
        made.others(Unknown("a type that is too large"))
    return made.object()


def array(context: Context, scope: Scope, expression: ArrayValue) -> WireType:
    """A tuple while it is short and all of it is seen."""
    if not expression.items:
        return EMPTY_ARRAY
    values = list(_items(context, scope, expression))
    if len(values) <= _MAX_ITEMS and all(name != "..." for name, _ in values):
        return Tuple(tuple(value for _, value in values))
    return Array(union(element_of(value) if name == "..." else widened(value) for name, value in values))


def _items(context: Context, scope: Scope, expression: ArrayValue) -> Iterator[tuple[str, WireType]]:
    """A short array that is spread is seen item by item."""
    for entry in expression.items:
        value = context.value(scope, entry.value)
        if entry.name == "..." and isinstance(value, Tuple) and value.rest is None:
            yield from (("", element) for element in value.elements)
        else:
            yield entry.name, value


def rest(made: WireType, without: tuple[str, ...]) -> WireType:
    """`rest` of `const { a, ...rest } = value`, or of an array pattern."""
    if isinstance(made, Array | Tuple):
        return Array(element_of(made))
    if isinstance(made, Instance | BuiltIn):
        return Unknown("what an instance is spread into")
    return omit(made, union(Literal(name) for name in without))


class _Members:
    """The members of an object literal as they are read."""

    def __init__(self) -> None:
        self._members: dict[str, Member] = {}
        self._index: WireType | None = None

    def put(self, member: Member) -> None:
        self._members.pop(member.name, None)
        self._members[member.name] = member

    def others(self, value: WireType) -> None:
        """A computed key: it may be any, also one that was there."""
        self._index = value if self._index is None else union((self._index, value))

    def spread(self, value: WireType) -> None:
        options = options_of(value)
        objects = [option for option in options if isinstance(option, Object)]
        nothing = [option for option in options if _gives_nothing(option)]
        if len(objects) + len(nothing) < len(options):
            self._spread_unknown()
            return
        for option in objects:
            self._spread_object(option, maybe=len(options) > 1)

    def object(self) -> Object:
        return Object(tuple(self._members.values()), self._index)

    def _spread_object(self, spread: Object, *, maybe: bool) -> None:
        for member in spread.members:
            before = self._members.get(member.name)
            if member.optional or maybe:
                member = _over(before, member)
            self.put(member)
        if spread.index is not None:
            self.others(spread.index)

    def _spread_unknown(self) -> None:
        """It may replace anything that came before it."""
        unknown = Unknown("what is spread into an object")
        for name, member in self._members.items():
            self._members[name] = replace(member, type=unknown)
        self.others(unknown)


def _over(before: Member | None, member: Member) -> Member:
    """A member that a spread may or may not bring."""
    if before is None:
        return replace(member, optional=True)
    return Member(member.name, union((before.type, member.type)), before.optional)


def _gives_nothing(option: WireType) -> bool:
    """Spreading it adds nothing: `...(admin && { role })`."""
    if isinstance(option, Literal):
        return not isinstance(option.value, str) or not option.value
    return is_absent(option) or (isinstance(option, Primitive) and option.name in ("boolean", "number"))
