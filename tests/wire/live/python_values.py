"""One value of every kind of Python value that a table speaks of, by the name that the tables use, in every place."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import decimal
import enum
import fractions
import math
import pathlib
import re
import typing
import uuid
from collections.abc import Callable, Iterator
from types import FunctionType, GenericAlias
from typing import Any, NamedTuple

import anvil
import anvil.server
from anvil import _server


class Value(NamedTuple):
    make: Callable[[], Any]
    annotation: Any
    """The type that a function declares for it."""


class Money:
    def __init__(self, amount: int = 1) -> None:
        self.amount = amount


@dataclasses.dataclass
class Post:
    title: str = "text"


@anvil.server.portable_class
class Portable:
    def __init__(self) -> None:
        self.title = "text"


class Place(typing.NamedTuple):
    x: int = 1


class Color(enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    HIGH = 1


class Mood(str, enum.Enum):  # noqa: UP042  StrEnum prints itself otherwise
    GOOD = "good"


class Items(list[int]):
    pass


class Table(dict[str, int]):
    pass


class Name(str):
    pass


class Amount(int):
    pass


class Failure(ValueError):
    pass


def named() -> None:
    """A function."""


def _generator() -> Iterator[int]:
    yield 1


async def _asynchronous_generator() -> Any:
    yield 1


async def _wait() -> int:
    return 1


def _coroutine() -> Any:
    """Closed, or we would be told that nobody awaited it."""
    made = _wait()
    made.close()
    return made


def _live_object() -> Any:
    return _server.LiveObjectProxy({"id": "1", "backend": "tables", "methods": [], "permissions": []})


_TODAY = datetime.date(2026, 11, 30)
_NOW = datetime.datetime(2026, 11, 30, 12, 0, 0, 5, datetime.UTC)

OF_ITS_OWN_CLASS: dict[str, Callable[[], Any]] = {
    "boolean": lambda: False,
    "number": lambda: 1,
    "string": lambda: "text",
    "bytes": lambda: b"text",
    "bytearray": lambda: bytearray(b"text"),
    "memoryview": lambda: memoryview(b"text"),
    "complex": lambda: 1j,
    "Decimal": lambda: decimal.Decimal("1.5"),
    "Fraction": lambda: fractions.Fraction(1, 2),
    "UUID": lambda: uuid.UUID(int=1),
    "datetime": lambda: _NOW,
    "date": lambda: _TODAY,
    "time": lambda: datetime.time(12),
    "timedelta": lambda: datetime.timedelta(1),
    "timezone": lambda: datetime.UTC,
    "range": lambda: range(2),
    "slice": lambda: slice(2),
    "RegExp": lambda: re.compile("a"),
    "Path": lambda: pathlib.PurePosixPath("a"),
    "module": lambda: math,
    "KeysView": {1: 2}.keys,
    "ValuesView": {1: 2}.values,
    "ItemsView": {1: 2}.items,
    "Error": lambda: ValueError("message"),
    "extends Error": lambda: Failure("message"),
    "instance": Money,
    "record": Post,
    "portable": Portable,
    "named tuple": Place,
    "enum": lambda: Color.RED,
    "number enum": lambda: Level.HIGH,
    "string enum": lambda: Mood.GOOD,
    "extends Array": lambda: Items([1]),
    "extends Object": lambda: Table(a=1),
    "extends string": lambda: Name("text"),
    "extends number": lambda: Amount(1),
    "Media": lambda: anvil.BlobMedia("text/plain", b"text", name="a.txt"),
    "LiveObject": _live_object,
    "Capability": lambda: anvil.server.Capability(["app", "1"]),
}

OTHERS: dict[str, Value] = {
    "undefined": Value(lambda: None, type(None)),
    "null": Value(lambda: None, type(None)),
    "Array": Value(lambda: [1, 2], list[int]),
    "Object": Value(lambda: {"a": 1}, dict[str, int]),
    "Map": Value(lambda: {1: 2}, dict[int, int]),
    "Set": Value(lambda: {1}, set[int]),
    "frozenset": Value(lambda: frozenset({1}), frozenset[int]),
    "deque": Value(lambda: collections.deque([1]), collections.deque[int]),
    "tuple": Value(lambda: (1, "a"), tuple[int, str]),
    "tuple of any length": Value(lambda: (1, 2, 3), tuple[int, ...]),
    "Iterator": Value(lambda: iter([1]), Iterator[int]),
    "IterableIterator": Value(lambda: map(str, [1]), Iterator[str]),
    "IteratorObject": Value(lambda: zip([1], [2], strict=True), Iterator[tuple[int, int]]),
    "Generator": Value(_generator, collections.abc.Generator[int, None, None]),
    **{
        kind: Value(_asynchronous_generator, collections.abc.AsyncGenerator[int, None])
        for kind in ("AsyncGenerator", "AsyncIterator", "AsyncIterableIterator", "AsyncIteratorObject")
    },
    "Promise": Value(_coroutine, collections.abc.Coroutine[Any, Any, int]),
    "PromiseLike": Value(_coroutine, collections.abc.Awaitable[int]),
    "function": Value(lambda: named, FunctionType),
    "class": Value(lambda: Money, type[Money]),
}

VALUES: dict[str, Value] = {
    **{kind: Value(make, type(make())) for kind, make in OF_ITS_OWN_CLASS.items()},
    **OTHERS,
}

PLACES: dict[str, Callable[[Value], Value]] = {
    "member": lambda one: Value(lambda: {"value": one.make()}, GenericAlias(dict, (str, one.annotation))),
    "element": lambda one: Value(lambda: [one.make()], GenericAlias(list, one.annotation)),
    "entry": lambda one: Value(lambda: {1: one.make()}, GenericAlias(dict, (int, one.annotation))),
    "key": lambda one: Value(lambda: {one.make(): 1}, GenericAlias(dict, (one.annotation, int))),
}


def placed() -> Iterator[tuple[str, Value]]:
    """What cannot be a key is none."""
    for place, put in PLACES.items():
        for kind, value in VALUES.items():
            if place != "key" or _is_hashable(value.make()):
                yield f"{place} {kind}", put(value)


def _is_hashable(value: Any) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True
