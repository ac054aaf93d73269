"""From what was found out about types to wire types. Pure: asks nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boundary_lsp.adapters.typescript.shapes import (
    A_PARAMETER,
    ANYTHING,
    NO_TYPE,
    NOTHING_BUT_SYMBOLS,
    TOO_DEEP,
    AllOf,
    ArrayOf,
    BuiltInOf,
    InstanceOf,
    Known,
    ObjectOf,
    OneOf,
    Shape,
    TupleOf,
)
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Cycle,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    Tuple,
    Union,
    Unknown,
    WireType,
)

DEPTHS = (8, 7, 6, 5, 4, 3, 2, 1)
LARGEST = 1500
"""Parts of one wire type. A larger one is cut where it is deep, not where it is long."""

_REPEATING = (ObjectOf, AllOf, OneOf, InstanceOf)
"""Where a type that contains itself is recognised: at something with a name, not at the array in between."""

_UNDEFINED = Primitive("undefined")
_LAST = (_UNDEFINED, Primitive("null"))
_NO_MATTER = (Known(Unknown(ANYTHING)), Known(Unknown(NOTHING_BUT_SYMBOLS)))
"""In an intersection, and as something to extend."""
_BOTH = (Literal(False), Literal(True))


class Translator:
    """Of the types of one program, each once. What it depends on must have been found out before."""

    def __init__(self, shapes: Mapping[int, Shape]) -> None:
        self._shapes = shapes
        self._done: dict[int, WireType] = {}

    def wire(self, type: int) -> WireType:
        """As deep as it fits."""
        if type not in self._done:
            self._done[type] = self._fitting(type)
        return self._done[type]

    def _fitting(self, type: int) -> WireType:
        for depth in DEPTHS:
            try:
                return _Translation(self._shapes).wire(type, depth, {})
            except _TooLarge:
                continue
        return Unknown("too large")


class _TooLarge(Exception):
    pass


class _Translation:
    def __init__(self, shapes: Mapping[int, Shape]) -> None:
        self._shapes = shapes
        self._size = 0

    def wire(self, type: int, depth: int, above: Mapping[int, str]) -> WireType:
        """`above` are the types that this one is a part of, with their names."""
        self._size += 1
        if self._size > LARGEST:
            raise _TooLarge
        if type == NO_TYPE:
            return Unknown(A_PARAMETER)
        shape = self._shapes.get(type)
        if isinstance(shape, Known):
            return shape.wire
        if type in above and (above[type] or not isinstance(shape, OneOf)):
            return Cycle(above[type])
        if shape is None or (depth == 0 and not isinstance(shape, OneOf)):
            return Unknown(TOO_DEEP)
        return self._inside(shape, depth, {**above, type: shape.name} if isinstance(shape, _REPEATING) else above)

    def _inside(self, shape: Shape, depth: int, above: Mapping[int, str]) -> WireType:
        if isinstance(shape, OneOf):
            return union([self.wire(option, depth, above) for option in shape.options])
        if isinstance(shape, AllOf):
            return self._all_of(shape, depth, above)
        if isinstance(shape, ObjectOf):
            return self._object(shape, depth, above)
        if isinstance(shape, ArrayOf):
            return Array(self.wire(shape.element, depth - 1, above))
        if isinstance(shape, TupleOf):
            rest = [self.wire(one, depth - 1, above) for one in shape.rest]
            elements = tuple(self.wire(one, depth - 1, above) for one in shape.elements)
            return Tuple(elements, union(rest) if rest else None)
        if isinstance(shape, BuiltInOf):
            return BuiltIn(shape.name, tuple(self.wire(one, depth - 1, above) for one in shape.arguments))
        if isinstance(shape, InstanceOf):
            return self._instance(shape, depth, above)
        return shape.wire

    def _object(self, shape: ObjectOf, depth: int, above: Mapping[int, str]) -> WireType:
        """An interface that extends a class describes its instances."""
        if (found := self._class_among(shape.bases)) is not None:
            return self._inside(_with(found, shape.given), depth, above)
        if shape.hidden:
            return Unknown(shape.hidden)
        members = tuple(
            Member(part.name, present(self.wire(part.type, depth - 1, above), part.optional), part.optional)
            for part in shape.members
        )
        index = self.wire(shape.others, depth - 1, above) if shape.others else None
        if index is None and shape.cut:
            index = Unknown("members that were not looked at")
        return Object(members, index, shape.name)

    def _instance(self, shape: InstanceOf, depth: int, above: Mapping[int, str]) -> WireType:
        to_json = self.wire(shape.to_json, depth - 1, above) if shape.to_json else None
        return Instance(shape.name, shape.package, self._built_in(shape.bases) or shape.iterable, to_json)

    def _all_of(self, shape: AllOf, depth: int, above: Mapping[int, str]) -> WireType:
        """A part that is more than a plain object decides: `string & { brand: 1 }` is a string."""
        if (found := self._class_among(shape.parts)) is not None:
            return self._inside(found, depth, above)
        return self._object(shape.together, depth, above)

    def _class_among(self, types: Iterable[int]) -> Shape | None:
        """The first that is no plain object, interfaces with all that they extend."""
        return next((found for one in types if (found := self._class(one, DEPTHS[0]))), None)

    def _class(self, type: int, left: int) -> Shape | None:
        shape = self._shapes.get(type)
        if isinstance(shape, ObjectOf):
            return next((found for one in shape.bases if left and (found := self._class(one, left - 1))), None)
        if isinstance(shape, AllOf | OneOf | None) or shape in _NO_MATTER:
            return None
        return shape

    def _built_in(self, types: Iterable[int]) -> str:
        """The built-in that a class derives from, through others."""
        for _ in DEPTHS:
            shape = self._class_among(types)
            if not isinstance(shape, InstanceOf):
                return shape.name if isinstance(shape, BuiltInOf) else "Array" if isinstance(shape, ArrayOf) else ""
            types = shape.bases
        return ""


def union(options: Iterable[WireType]) -> WireType:
    """No unions inside, nothing twice, `true | false` is `boolean`, and what is absent comes last."""
    flat: dict[object, WireType] = {}
    for option in options:
        for one in option.options if isinstance(option, Union) else (option,):
            flat.setdefault((type(one.value), one.value) if isinstance(one, Literal) else one, one)
    found = list(flat.values())
    if all((bool, one.value) in flat for one in _BOTH):
        found = [Primitive("boolean"), *(one for one in found if not _is_boolean(one))]
    found.sort(key=lambda one: _LAST.index(one) if one in _LAST else -1)
    return found[0] if len(found) == 1 else Union(tuple(found)) if found else Unknown("never")


def _is_boolean(one: WireType) -> bool:
    return isinstance(one, Literal) and isinstance(one.value, bool)


def present(type: WireType, optional: bool) -> WireType:
    """The type of an optional member where it is there."""
    if not optional or not isinstance(type, Union):
        return type
    return union(option for option in type.options if option != _UNDEFINED)


def _with(shape: Shape, given: Mapping[int, int]) -> Shape:
    if isinstance(shape, BuiltInOf):
        return BuiltInOf(shape.name, tuple(given.get(one, one) for one in shape.arguments))
    if isinstance(shape, ArrayOf):
        return ArrayOf(given.get(shape.element, shape.element))
    return shape
