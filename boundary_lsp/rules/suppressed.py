"""Comments that suppress findings."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model.program import Program


def with_suppressions(program: Program) -> Iterator[int]:
    """The modules that have some."""
    return (module for module, facts in enumerate(program.facts) if facts.suppressions)
