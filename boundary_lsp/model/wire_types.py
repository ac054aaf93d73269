"""The types of values that cross a door: one small language for all languages, tiers and serializers.

A wire type says what a serializer meets at run time, not what a checker would accept. `Unknown` is a value: whoever
meets it says nothing.
"""

from __future__ import annotations

import msgspec


class _Wire(msgspec.Struct, frozen=True, tag=True, tag_field="$"):
    """Base of the variants of `WireType`."""


class Unknown(_Wire, frozen=True):
    reason: str = ""
    """`any`, `a type parameter`, `a function that may be a server function`, … for the counts of what is not known."""


class Primitive(_Wire, frozen=True):
    name: str
    """`undefined`, `null`, `boolean`, `number`, `string`, `bigint`, `registered symbol`, `symbol`; `void` is
    `undefined`."""


class Literal(_Wire, frozen=True):
    value: str | float | int | bool


class Array(_Wire, frozen=True):
    element: WireType


class Tuple(_Wire, frozen=True):
    elements: tuple[WireType, ...]
    rest: WireType | None = None
    is_array: bool = True
    """False in a language where a tuple is not a list that has been given a length."""


class Member(msgspec.Struct, frozen=True):
    name: str
    type: WireType
    optional: bool = False


class Object(_Wire, frozen=True):
    """A plain object: an object literal, a record, or what an interface or a type literal describes."""

    members: tuple[Member, ...]
    index: WireType | None = None
    """The type of all other values: `Record<string, T>`."""
    name: str = ""
    """The interface's or alias's name, for messages and signatures."""


class Union(_Wire, frozen=True):
    options: tuple[WireType, ...]
    """At least two, no unions among them."""


class BuiltIn(_Wire, frozen=True):
    """An instance of a class of the language or the platform, by the name that serializer tables use: `Date`, `Map`,
    `Promise`, `URL`, `RegExp`, `ReadableStream`, `FormData`, `Error`, `Uint8Array`, `AsyncIterable`, `Iterator`,
    `bytes`, `datetime`, `Decimal`."""

    name: str
    arguments: tuple[WireType, ...] = ()
    """What it holds, where the serializer looks into it: `Map<K, V>`, `Set<T>`, `Promise<T>`, `ReadableStream<T>`."""


class Instance(_Wire, frozen=True):
    """An instance of any other class. Its prototype is not `Object.prototype`, whatever its fields are."""

    name: str
    package: str = ""
    """The package that declares the class; empty for the project's own."""
    base: str = ""
    """The built-in it derives from, as in `BuiltIn.name` (`class Stack extends Array`)."""
    to_json: WireType | None = None
    """What its `toJSON` method returns, where it has one."""
    form: str = ""
    """How its class is made, where a serializer may care: `record` of declared fields (`@dataclass`), `portable` where
    it is registered with the serializer, `named tuple`; `enum`, and `number enum` or `string enum` where each member is
    a number or a string as well."""
    members: tuple[Member, ...] = ()
    """What is sent of one that has a form."""


class Class(_Wire, frozen=True):
    """A class itself, as a value."""

    name: str


class Function(_Wire, frozen=True):
    """A function that is certainly neither a server function nor a client reference: its code, or its name's, was seen.

    A function of which only the type is known is `Unknown`: a server function has a type like any other.
    """

    name: str = ""


class ServerReference(_Wire, frozen=True):
    name: str = ""
    bound: tuple[WireType, ...] = ()
    """What `.bind(null, …)` was given."""


class ClientReference(_Wire, frozen=True):
    name: str = ""


class Element(_Wire, frozen=True):
    """A React element, or anything that React renders."""


class Component(_Wire, frozen=True):
    """A component made by the library's wrapper, as a value: not a function, and not a client reference."""

    wrapper: str
    """`memo`, `forwardRef`, `lazy`, `context`."""


class Cycle(_Wire, frozen=True):
    """A type that contains itself, at the place where it repeats. It holds nothing that was not met above."""

    name: str = ""


class Signature(msgspec.Struct, frozen=True):
    """A function as its callers see it."""

    parameters: tuple[Member, ...]
    """The name of one that takes all further arguments begins with `...`; its type is that of an array."""
    returns: WireType
    written: tuple[str, ...] = ()
    """For each parameter, and then for the result: the annotation, where it tells a reader more than the type does;
    else empty."""


WireType = (
    Unknown
    | Primitive
    | Literal
    | Array
    | Tuple
    | Object
    | Union
    | BuiltIn
    | Instance
    | Class
    | Function
    | ServerReference
    | ClientReference
    | Element
    | Component
    | Cycle
)
