"""The one judge: what becomes of a value of some type on its way through a serializer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from boundary_lsp.model.wire import Judgement, Trouble, Verdict
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Cycle,
    Instance,
    Object,
    ServerReference,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.kinds import is_absent, kind_of
from boundary_lsp.wire.rows import Place, Row
from boundary_lsp.wire.serializers import Serializer
from boundary_lsp.wire.words import in_words, member_segment, with_article

DEPTH = 16
PARTS = 2000
"""Of a type that is deeper or larger than that, the rest is unknown."""

_ORDER = list(Verdict)
_Part = tuple[str, WireType, Place]


def judge(type: WireType, serializer: Serializer) -> Judgement:
    """Everything in a prop, an argument, a captured value or a result that does not arrive as it is.

    A result is judged as it is declared, `Promise<T>`: what a promise resolves to has rules of its own.
    """
    walk = _Walk()
    walk.visit(type, _Position((), Place.MEMBER, serializer, DEPTH))
    troubles = sorted(walk.troubles.values(), key=lambda trouble: _ORDER.index(trouble.verdict))
    return Judgement(tuple(troubles), tuple(walk.unknown))


class _Position(NamedTuple):
    path: tuple[str, ...]
    place: Place
    serializer: Serializer
    depth: int
    """How much deeper to go."""
    maybe: bool = False
    """It, or what it is in, may be something else."""

    def of_part(self, segment: str, place: Place) -> _Position:
        path = (*self.path, segment) if segment else self.path
        return _Position(path, place, self.serializer.within(place), self.depth - 1, self.maybe)


class _Walk:
    def __init__(self) -> None:
        self.troubles: dict[tuple[tuple[str, ...], WireType], Trouble] = {}
        self.unknown: list[str] = []
        self.parts = 0

    def visit(self, type: WireType, at: _Position) -> None:
        self.parts += 1
        if self.parts > PARTS or at.depth < 0:
            self.unknown.append("a type too large to follow")
            return
        match type:
            case Union(options=options):
                is_open = sum(not is_absent(option) for option in options) > 1
                for option in options:
                    self.visit(option, at._replace(maybe=at.maybe or is_open))
            case Unknown(reason=reason):
                self.unknown.append(reason)
            case Cycle():
                pass
            case _:
                self._judge_value(type, at)

    def _judge_value(self, type: WireType, at: _Position) -> None:
        row = _ruling(type, at.place, at.serializer)
        if row is None:
            self.unknown.append(kind_of(type))
            return
        if row.verdict is not Verdict.OK:
            promised = at.place is Place.PROMISED
            trouble = Trouble(row.verdict, at.path, type, row.becomes, at.maybe, promised)
            self.troubles.setdefault((at.path, type), trouble)
        if row.verdict in {Verdict.OK, Verdict.LOSSY}:
            for segment, part, place in _parts(type, row):
                self.visit(part, at.of_part(segment, place))


def _ruling(type: WireType, place: Place, serializer: Serializer) -> Row | None:
    """The row for one value, in the words that fit it."""
    if not isinstance(type, Instance):
        return serializer.row(kind_of(type), place)
    if type.to_json is not None and not (type.base and place is Place.PROMISED):
        return _jsonable(serializer.row(kind_of(type), place), type.to_json)
    known = _formed(type, place, serializer) or _derived(type.base, place, serializer)
    return known or serializer.row("instance", place)


def _formed(type: Instance, place: Place, serializer: Serializer) -> Row | None:
    """Most serializers do not know the form of a class."""
    return serializer.row(type.form, place) if type.form else None


def _derived(base: str, place: Place, serializer: Serializer) -> Row | None:
    """What the serializer does with a subclass, or with the built-in itself."""
    known = serializer.row(base, place) if base else None
    return serializer.row(f"extends {base}", place) or (_subclass(known, base) if known else None)


def _jsonable(row: Row | None, returned: WireType) -> Row | None:
    if row is None or row.verdict is not Verdict.LOSSY:
        return row
    return msgspec.structs.replace(row, becomes=in_words(returned) or row.becomes)


def _subclass(base: Row, name: str) -> Row:
    """The serializer knows the built-in it derives from, and restores that."""
    if base.verdict is not Verdict.OK:
        return base
    return msgspec.structs.replace(base, verdict=Verdict.LOSSY, becomes=base.becomes or with_article(name), holds=())


def _parts(type: WireType, row: Row) -> Iterator[_Part]:
    """What the serializer meets inside: segment, type, place."""
    match type:
        case Array(element=element):
            yield "[]", element, Place.ELEMENT
        case Tuple(elements=elements, rest=rest):
            yield from ((f"[{index}]", element, Place.ELEMENT) for index, element in enumerate(elements))
            if rest is not None:
                yield "[]", rest, Place.ELEMENT
        case Object() if kind_of(type) == "Object":
            yield from _members(type)
        case BuiltIn(arguments=arguments):
            yield from ((hold.segment, part, hold.place) for hold, part in zip(row.holds, arguments, strict=False))
        case Instance(to_json=returned) if returned is not None:
            yield "", returned, Place.MEMBER
        case Instance(members=members):
            yield from ((member_segment(member.name), member.type, Place.MEMBER) for member in members)
        case ServerReference(bound=bound):
            yield from ((f".bind[{index}]", part, Place.ELEMENT) for index, part in enumerate(bound))


def _members(type: Object) -> Iterator[_Part]:
    for member in type.members:
        yield member_segment(member.name), member.type, Place.MEMBER
    if type.index is not None:
        yield "[key]", type.index, Place.MEMBER
