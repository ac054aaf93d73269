"""What rules report."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from boundary_lsp.model.fixes import FixRequest


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Level(StrEnum):
    """What a configuration makes of a rule's findings."""

    OFF = "off"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class WitnessStep(msgspec.Struct, frozen=True):
    """One link of the chain that proves a finding: a place, and what happens there."""

    module: int
    start: int
    end: int
    message: str


class Finding(msgspec.Struct, frozen=True):
    """Offsets are bytes in the module's text, end exclusive."""

    rule: str
    severity: Severity
    message: str
    module: int
    start: int
    end: int
    environments: tuple[str, ...] = ()
    witness: tuple[WitnessStep, ...] = ()
    subject: str = ""
    """What it is about, without positions (`app/actions.ts#remove`), one a line: the fingerprint is made of rule and
    subject."""
    types: str = ""
    """For findings about types: the tier that knows, `declared` or `inferred`."""
    covers: tuple[str, ...] = ()
    """Subjects whose findings by yielding rules this one swallows: one module, one story."""
    fix: FixRequest | None = None
    """Offered where the facts say that it can be done."""
