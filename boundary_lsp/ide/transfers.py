"""What happens at a use of a server function, in words."""

from __future__ import annotations

from collections.abc import Iterable

from boundary_lsp.model.program import Reference, Transfer

_WORDS = {
    Transfer.NETWORK: "over the network",
    Transfer.IN_PROCESS: "in-process",
    Transfer.UNKNOWN: "over the network or in-process, which could not be told",
    Transfer.UNREACHED: "in code that nothing reaches",
    Transfer.ERASED: "as a type",
}
"""The strongest first."""


def transfer_text(references: Iterable[Reference]) -> str:
    """Of one use or several together: "over the network, directly and through `components/row.tsx#Row.onDelete`"."""
    uses = list(references)
    seen = {moved.transfer for use in uses for moved in use.transfers}
    ways = [words for transfer, words in _WORDS.items() if transfer in seen]
    trails = list(dict.fromkeys(_trail(use) for use in sorted(uses, key=lambda use: use.through)))
    return " and ".join(ways) + ("" if trails == ["directly"] else f", {' and '.join(trails)}")


def _trail(use: Reference) -> str:
    return f"through {' > '.join(f'`{name}`' for name in use.through)}" if use.through else "directly"
