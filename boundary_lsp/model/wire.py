"""What becomes of a value on its way through a serializer: what rules ask for."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from boundary_lsp.model.wire_types import WireType


class Direction(StrEnum):
    TO_CLIENT = "server-to-client"
    """Props, results of server functions, captured values."""
    TO_SERVER = "client-to-server"
    """Arguments of server functions."""


class Verdict(StrEnum):
    """From the worst to the best."""

    ERROR = "error"
    """Never arrives: the serializer refuses it."""
    OPAQUE = "opaque"
    """Arrives, but throws when it is touched."""
    LOSSY = "lossy"
    """Arrives as something else, in development or in production."""
    UNKNOWN = "unknown"
    OK = "ok"


class Trouble(msgspec.Struct, frozen=True):
    """One part of a value that does not arrive as it is."""

    verdict: Verdict
    """`error`, `opaque` or `lossy`."""
    path: tuple[str, ...]
    """From the value to the part, each segment as it is printed: `[]`, `[0]`, `.price`, `["data-id"]`, `[key]`,
    `<key>`, `<value>`, `.bind[0]`. Joined after a name it reads `posts[].price`. Awaiting is no segment."""
    offender: WireType
    becomes: str = ""
    """What arrives instead, in words: `a string`. Empty for `error` and `opaque`."""
    maybe: bool = False
    """It is one of several things that stand at that path, or above it."""
    promised: bool = False
    """The offender is what a promise at that path resolves to."""


class Judgement(msgspec.Struct, frozen=True):
    troubles: tuple[Trouble, ...] = ()
    """The worst first; those of equal weight in the order of the type."""
    unknown: tuple[str, ...] = ()
    """Why something is not known, once for every such part."""

    @property
    def verdict(self) -> Verdict:
        if self.troubles:
            return self.troubles[0].verdict
        return Verdict.UNKNOWN if self.unknown else Verdict.OK
