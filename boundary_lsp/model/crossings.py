"""Where values cross a door."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from boundary_lsp.model.program import FunctionKey

NO_COMPONENT = (-1, -1)


class CrossingKind(StrEnum):
    PROPS = "props"
    """A server module renders a client component."""
    ARGUMENTS = "arguments"
    """Client code calls a server function."""
    RESULT = "result"
    """What a server function returns to client code that calls it."""
    CAPTURES = "captures"
    """What an inline server function takes along from where it is made."""
    HANDLER = "handler"
    """A server module puts an event handler or an action on an element of the page itself."""
    BOUND = "bound"
    """What server code gives to `.bind(null, …)` of a server function."""


class Crossing(msgspec.Struct, frozen=True):
    kind: CrossingKind
    module: int
    start: int
    """Of the tag's, the callee's or the function's token: bytes in the module."""
    end: int
    application: int
    component: tuple[int, int] = NO_COMPONENT
    """PROPS: (module, declaration) of the component, where it is the project's and known."""
    package: str = ""
    """PROPS: the package of the component, where it comes from one. HANDLER: the element."""
    function: FunctionKey | None = None
    """The server function that is called, bound or made."""
