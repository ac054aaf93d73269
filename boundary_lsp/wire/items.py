"""The values at a crossing, one by one: a prop, an argument, a captured name, a bound argument."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.model.crossings import Crossing, CrossingKind
from boundary_lsp.model.value_expressions import ObjectValue, Property, UnknownValue, ValueExpression
from boundary_lsp.model.values import Argument, Attribute, CallSite, ModuleValues

ValuesOf = Callable[[int], ModuleValues]
"""A module's values, on demand."""

CHILDREN = "children"


class Item(NamedTuple):
    crossing: Crossing
    name: str
    """The prop's name, the captured path; the argument's position (`0`), or the name that it is given by."""
    value: ValueExpression
    start: int
    end: int
    """Bytes of the value in the crossing's module."""
    given: tuple[int, int]
    """Bytes of what holds it at the crossing: the value itself, or the spread that brings it."""


def items_of(crossing: Crossing, values: ValuesOf) -> Iterator[Item]:
    """In the order of the text. A result is no item: it has no place of its own."""
    if crossing.kind is CrossingKind.PROPS:
        yield from _props(crossing, values(crossing.module))
    elif crossing.kind in (CrossingKind.ARGUMENTS, CrossingKind.BOUND):
        yield from _arguments(crossing, values(crossing.module))
    elif crossing.kind is CrossingKind.HANDLER:
        given = (one.attribute for one in values(crossing.module).handlers)
        yield from (_whole(crossing, one) for one in given if one.name_start == crossing.start)
    elif crossing.kind is CrossingKind.CAPTURES:
        yield from _captures(crossing, values(crossing.module))


def call_of(crossing: Crossing, values: ModuleValues) -> CallSite | None:
    """The call, or the `.bind(…)`, that the crossing is."""
    is_bind = crossing.kind is CrossingKind.BOUND
    return next((one for one in values.calls if one.site == crossing.start and one.is_bind == is_bind), None)


def _props(crossing: Crossing, values: ModuleValues) -> Iterator[Item]:
    render = next((one for one in values.renders if one.site == crossing.start), None)
    given: dict[str, Item] = {}
    for attribute in render.attributes if render else ():
        for item in _attribute(crossing, attribute):
            given.pop(item.name, None)
            given[item.name] = item
    yield from given.values()


def _attribute(crossing: Crossing, attribute: Attribute) -> Iterator[Item]:
    """A spread of an object literal is as many props; any other spread is one item without a name."""
    if attribute.name or not isinstance(attribute.value, ObjectValue):
        yield _whole(crossing, attribute)
        return
    for member in _spread(attribute.value.properties):
        given = (attribute.start, attribute.end)
        place = (member.start, member.end) if member.end else given
        is_inside = given[0] <= place[0] and place[1] <= given[1]
        yield Item(crossing, member.name, member.value, *place, place if is_inside else given)


def _whole(crossing: Crossing, attribute: Attribute) -> Item:
    place = (attribute.start, attribute.end)
    return Item(crossing, attribute.name, attribute.value, *place, place)


def _spread(properties: Sequence[Property]) -> Iterator[Property]:
    for member in properties:
        if not member.name and isinstance(member.value, ObjectValue):
            yield from _spread(member.value.properties)
        elif member.name != "*":
            yield member


def _arguments(crossing: Crossing, values: ModuleValues) -> Iterator[Item]:
    """What stands behind a spread argument has no known position."""
    call = call_of(crossing, values)
    for position, argument in enumerate(call.arguments if call else ()):
        if argument.spread:
            yield _argument(crossing, "", argument)._replace(value=UnknownValue("a spread argument"))
            return
        yield _argument(crossing, argument.name or str(position), argument)


def _argument(crossing: Crossing, name: str, argument: Argument) -> Item:
    place = (argument.start, argument.end)
    return Item(crossing, name, argument.value, *place, place)


def _captures(crossing: Crossing, values: ModuleValues) -> Iterator[Item]:
    for capture in values.captures:
        if crossing.function is not None and capture.inline == crossing.function[-1]:
            place = (capture.start, capture.end)
            yield Item(crossing, capture.path, capture.value, *place, place)
