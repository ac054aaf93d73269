"""What was found out about a type, one step deep: its parts are ids of other types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.model.wire_types import WireType

A_FUNCTION = "a function that may be a server function"
A_COMPONENT = "a component that may be a client reference"
A_CONSTRUCTOR = "a constructor of which only the type is known"
A_PARAMETER = "a type parameter"
NOTHING_BUT_SYMBOLS = "an object with symbols for keys only"
AN_ITERABLE = "an iterable that may be an instance of a class"
ANYTHING = "{}"
TOO_DEEP = "too deep"

NO_TYPE = 0
"""The id of no type: a part that cannot be known."""


class Known(NamedTuple):
    """All of it."""

    wire: WireType


class ArrayOf(NamedTuple):
    element: int


class TupleOf(NamedTuple):
    elements: tuple[int, ...]
    rest: tuple[int, ...]
    """The first element of unknown number, and all after it."""


class BuiltInOf(NamedTuple):
    name: str
    arguments: tuple[int, ...]


class InstanceOf(NamedTuple):
    name: str
    package: str
    bases: tuple[int, ...]
    to_json: int
    """What its `toJSON` returns; NO_TYPE where it has none."""
    iterable: str
    """`Iterable` or `AsyncIterable`, where it is one."""


class Part(NamedTuple):
    name: str
    type: int
    optional: bool


class ObjectOf(NamedTuple):
    name: str
    members: tuple[Part, ...]
    others: int
    """The type of all other members; NO_TYPE where there are none."""
    cut: bool
    """There are more members than these."""
    hidden: str
    """Why its members do not tell what it is; empty where they do."""
    bases: tuple[int, ...] = ()
    """What an interface extends: one of them may be a class."""
    given: Mapping[int, int] = {}
    """Type parameter to type argument: bases are those of the generic interface."""


class OneOf(NamedTuple):
    options: tuple[int, ...]
    name: str


class AllOf(NamedTuple):
    parts: tuple[int, ...]
    together: ObjectOf
    """What it is if all parts are plain objects."""

    @property
    def name(self) -> str:
        return self.together.name


Shape = Known | ArrayOf | TupleOf | BuiltInOf | InstanceOf | ObjectOf | OneOf | AllOf


def beside(shape: Shape) -> Iterator[int]:
    """Types that say what it is itself."""
    if isinstance(shape, OneOf):
        yield from shape.options
    elif isinstance(shape, AllOf):
        yield from shape.parts
    elif isinstance(shape, ObjectOf | InstanceOf):
        yield from shape.bases


def inside(shape: Shape) -> Iterator[int]:
    """Types of what it holds, one step deeper."""
    if isinstance(shape, ArrayOf):
        yield shape.element
    elif isinstance(shape, TupleOf):
        yield from (*shape.elements, *shape.rest)
    elif isinstance(shape, BuiltInOf):
        yield from shape.arguments
    elif isinstance(shape, InstanceOf):
        yield shape.to_json
    elif isinstance(shape, ObjectOf):
        yield from (part.type for part in shape.members)
        yield from (shape.others, *shape.given.values())
    elif isinstance(shape, AllOf):
        yield from inside(shape.together)
