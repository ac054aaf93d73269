"""Findings that are known and put up with: the file that `boundary check --write-baseline` writes."""

from __future__ import annotations

from typing import Literal

import msgspec


class BaselineFinding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    path: str
    """Relative to the root of the workspace; for people, as the message is."""
    rule: str
    message: str
    """Its beginning, as it was when the file was written."""
    fingerprint: str
    """What a finding is recognised by: it does not change when lines move."""
    count: int
    """How many findings of the path have this fingerprint."""


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: Literal[1]
    findings: list[BaselineFinding]
    """By path, rule and fingerprint."""
