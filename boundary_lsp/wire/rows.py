"""The form of a serializer's table: rows, each a verdict on some kinds of value."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from boundary_lsp.model.wire import Verdict


class Place(StrEnum):
    """Where a value stands, as far as a serializer cares."""

    ANYWHERE = "anywhere"
    MEMBER = "member"
    """A member of an object, a prop, an argument, a captured value."""
    ELEMENT = "element"
    """An element of an array, a value of a map, a key where that makes no difference."""
    KEY = "key"
    """A key of a map, where the serializer has only objects with names."""
    PROMISED = "promised"
    """What a promise resolves to: it travels alone, later."""
    STREAMED = "streamed"
    """What a stream or an asynchronous iterable gives. In it there are no temporary references."""


class Hold(msgspec.Struct, frozen=True):
    """A type argument that the serializer looks into."""

    segment: str
    """As in `Trouble.path`; empty for none."""
    place: Place


ITEMS = (Hold("[]", Place.ELEMENT),)
ENTRIES = (Hold("<key>", Place.ELEMENT), Hold("<value>", Place.ELEMENT))
NAMED_ENTRIES = (Hold("<key>", Place.KEY), Hold("<value>", Place.ELEMENT))
PROMISE = (Hold("", Place.PROMISED),)
STREAM = (Hold("[]", Place.STREAMED),)


class Row(msgspec.Struct, frozen=True):
    """Of two rows that fit, the one for a certain place wins, then the one of the later version."""

    kinds: tuple[str, ...]
    """Names as `kinds.kind_of` gives them: `string`, `Date`, `function`, `instance`; `extends Date` for instances of
    its subclasses, where they do not become what a Date does."""
    verdict: Verdict
    becomes: str = ""
    """What arrives, in words, where it is something else; in an `ok` row, what an instance of a subclass becomes, where
    that is not `a` and the kind's name."""
    since: tuple[int, ...] = ()
    """The first version that does so."""
    at: Place = Place.ANYWHERE
    temporary: Verdict | None = None
    """The verdict with temporary references, where it is another one."""
    holds: tuple[Hold, ...] = ()
    """How the type arguments are judged; the members of objects and arrays always are."""
