"""What was found out about values at crossings: what rules about the wire, reports and editors query."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from boundary_lsp.model.crossings import Crossing
from boundary_lsp.model.program import FunctionKey
from boundary_lsp.model.value_expressions import FunctionParameter
from boundary_lsp.model.wire import Trouble
from boundary_lsp.model.wire_types import Signature, WireType


class Tier(StrEnum):
    DECLARED = "declared"
    """Read from the source by ourselves."""
    INFERRED = "inferred"
    """Told by a checker."""


class JudgedValue(msgspec.Struct, frozen=True):
    """One value at one crossing."""

    crossing: Crossing
    name: str
    """The prop's, the parameter's, the captured path; empty for a result."""
    source: str
    """The value in the words of the text, where it is a name or a path (`post.author`); else empty."""
    start: int
    end: int
    """Bytes of the value in the crossing's module."""
    type: WireType
    tier: Tier
    """Which tier knows of the trouble."""
    troubles: tuple[Trouble, ...]
    """Worst first; empty where it crosses as it is, or where nothing is known."""
    places: tuple[tuple[int, int], ...]
    """Of each trouble: the part of a literal, else the whole value."""


class RenderedComponent(msgspec.Struct, frozen=True):
    """A client component that server code renders."""

    module: int
    declaration: int
    props: WireType
    """As declared."""


class Lost(msgspec.Struct, frozen=True):
    """A place at which the tool itself failed."""

    module: int
    start: int
    error: str
    """`KeyError`."""


class MisfitKind(StrEnum):
    UNKNOWN = "unknown"
    """Arguments with names that the function does not have."""
    SURPLUS = "surplus"
    TWICE = "twice"
    """Arguments that are given by position and by name."""
    MISSING = "missing"


class Misfit(msgspec.Struct, frozen=True):
    """A call whose arguments are not those that the server function takes."""

    crossing: Crossing
    function: FunctionKey
    kind: MisfitKind
    names: tuple[str, ...]
    """Of the arguments or parameters that are meant."""
    given: int
    """How many arguments are given by position."""
    parameters: tuple[FunctionParameter, ...]
    """Of the function."""
    start: int
    end: int
    """Bytes of the first argument that is wrong; of the callee's token where one is missing."""


class Wire(msgspec.Struct, frozen=True):
    """All that is known of what crosses."""

    judged: tuple[JudgedValue, ...] = ()
    """Values with trouble, in the order of modules and of the text."""
    signatures: Mapping[FunctionKey, Signature] = msgspec.field(default_factory=dict)
    """By server function: how its callers see it."""
    components: tuple[RenderedComponent, ...] = ()
    """In the order of modules."""
    values: int = 0
    """How many values were judged."""
    unknown: Mapping[str, int] = msgspec.field(default_factory=dict)
    """Values of which something was not known, by reason."""
    lost: tuple[Lost, ...] = ()
    """Values that could not be judged, in the order of modules and of the text; nothing is said of them."""
    misfits: tuple[Misfit, ...] = ()
    """In the order of modules and of the text."""
    trouble: str = ""
    """Why the checker told less than it was asked, in one sentence."""
