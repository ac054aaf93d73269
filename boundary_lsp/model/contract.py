"""What a client and a server agree on: the wire signature of every endpoint, the props of every rendered component."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

import msgspec

from boundary_lsp.model.wire_types import Member, Object, WireType


class EndpointContract(msgspec.Struct, frozen=True):
    parameters: tuple[Member, ...] | None
    """None where they are not known. Of a rest parameter the name begins with `...`."""
    returns: WireType
    """What arrives when it is awaited."""


class Contract(msgspec.Struct, frozen=True):
    """All types are in the normal form that `wire.contracts` makes; a `Cycle` names an entry of `types`."""

    endpoints: Mapping[str, EndpointContract]
    """By `path#name`."""
    components: Mapping[str, WireType]
    """The props, by `path#Name`."""
    types: Mapping[str, Object]
    tiers: Literal["auto", "declared"] = "auto"
    """Whether a checker was asked: the two know different things, and what they know should not be compared."""


class Subject(StrEnum):
    ENDPOINT = "endpoint"
    COMPONENT = "component"


class Place(StrEnum):
    WHOLE = "whole"
    PARAMETER = "parameter"
    RESULT = "result"
    PROP = "prop"


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    REQUIRED = "required"
    """It was optional."""
    OPTIONAL = "optional"
    """It was always there."""
    TYPE = "type"


class Effect(StrEnum):
    """On a client that was deployed before the server. Worst first."""

    BREAKING = "breaking"
    UNKNOWN = "unknown"
    """One of the two types is not known."""
    COMPATIBLE = "compatible"


class Change(msgspec.Struct, frozen=True):
    subject: Subject
    id: str
    place: Place
    path: str
    """The part that has changed, `input.title`, `result[].price`; empty for the whole."""
    kind: ChangeKind
    effect: Effect
    old: str = ""
    """The types of the part as text."""
    new: str = ""
    perhaps: str = ""
    """Of an endpoint that is gone: the one that it may have become."""
