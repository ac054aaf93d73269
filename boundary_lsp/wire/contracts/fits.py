"""Whether what one side sends is what the other side takes. What is not known always is."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Cycle,
    Element,
    Literal,
    Member,
    Object,
    Primitive,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.contracts.text import spell_flat
from boundary_lsp.wire.contracts.words import UNDEFINED
from boundary_lsp.wire.kinds import kind_of

Types = Mapping[str, Object]

_RENDERED = frozenset({"undefined", "null", "boolean", "number", "string", "bigint"})


def resolved(type: WireType, types: Types) -> WireType:
    """What a name stands for."""
    return types.get(type.name, Unknown()) if isinstance(type, Cycle) else type


class Fitting:
    def __init__(self, sent: Types, taken: Types) -> None:
        """The named types of both sides."""
        self._sent = sent
        self._taken = taken
        self._assumed: set[tuple[WireType, WireType]] = set()

    def fits(self, sent: WireType, taken: WireType) -> bool:
        if isinstance(sent, Cycle) or isinstance(taken, Cycle):
            if (sent, taken) in self._assumed:
                return True
            self._assumed.add((sent, taken))
            found = self.fits(resolved(sent, self._sent), resolved(taken, self._taken))
            if not found:
                self._assumed.discard((sent, taken))
            return found
        if isinstance(sent, Unknown) or isinstance(taken, Unknown):
            return True
        if isinstance(sent, Union):
            return all(self.fits(option, taken) for option in sent.options)
        if isinstance(taken, Union):
            return any(self.fits(sent, option) for option in taken.options)
        return self._one(sent, taken)

    def takes_nothing(self, taken: WireType) -> bool:
        """It may be left out."""
        return self.fits(UNDEFINED, taken)

    def _one(self, sent: WireType, taken: WireType) -> bool:
        match sent, taken:
            case Literal(), Primitive(name=name):
                return kind_of(sent) == name
            case (Primitive() | Literal(), Element()):
                return kind_of(sent) in _RENDERED
            case Array(element=element), Array(element=other):
                return self.fits(element, other)
            case Array(element=element), Element():
                return self.fits(element, taken)
            case Array(element=element), Tuple(elements=(), rest=rest) if rest is not None:
                return self.fits(element, rest)
            case Tuple(), Array(element=element):
                return all(self.fits(one, element) for one in _all(sent))
            case Tuple(), Element():
                return all(self.fits(one, taken) for one in _all(sent))
            case Tuple(), Tuple():
                return self._tuples(sent, taken)
            case Object(), Object():
                return self._objects(sent, taken)
            case BuiltIn(name=name, arguments=own), BuiltIn(name=same, arguments=others):
                return name == same and all(self.fits(one, other) for one, other in zip(own, others, strict=False))
        return spell_flat(sent) == spell_flat(taken)

    def _tuples(self, sent: Tuple, taken: Tuple) -> bool:
        """What stands behind the last element that the other side knows is not looked at."""
        for index, element in enumerate(taken.elements):
            given = sent.elements[index] if index < len(sent.elements) else sent.rest
            if given is None:
                given = UNDEFINED
            if not self.fits(given, element):
                return False
        behind = sent.elements[len(taken.elements) :]
        more = (*behind, *([sent.rest] if sent.rest is not None else []))
        return taken.rest is None or all(self.fits(one, taken.rest) for one in more)

    def _objects(self, sent: Object, taken: Object) -> bool:
        given = {member.name: member for member in sent.members}
        if not all(self._member(given.get(one.name), one, sent.index) for one in taken.members):
            return False
        if taken.index is None:
            return True
        known = {one.name for one in taken.members}
        more = [one.type for one in sent.members if one.name not in known]
        return all(self.fits(one, taken.index) for one in (*more, *([sent.index] if sent.index is not None else [])))

    def _member(self, sent: Member | None, taken: Member, index: WireType | None) -> bool:
        may_be_missing = taken.optional or self.takes_nothing(taken.type)
        if sent is None:
            return may_be_missing or isinstance(index, Unknown)
        if sent.optional and not may_be_missing:
            return False
        return self.fits(sent.type, Union((taken.type, UNDEFINED)) if may_be_missing else taken.type)


def _all(type: Tuple) -> tuple[WireType, ...]:
    return (*type.elements, *([type.rest] if type.rest is not None else []))
