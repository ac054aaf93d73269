"""What happens at a use of a server function, in words."""

from __future__ import annotations

from collections.abc import Iterable

from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.naming import layer_name
from boundary_lsp.model.program import LayerTransfer, Program, Reference, Transfer

WORDS = {
    Transfer.NETWORK: "over the network",
    Transfer.IN_PROCESS: "in-process",
    Transfer.UNKNOWN: "over the network or in-process, which could not be told",
    Transfer.UNREACHED: "in code that nothing reaches",
    Transfer.ERASED: "as a type",
}
"""The strongest first."""
_OF_USES = tuple(transfer for transfer in WORDS if transfer is not Transfer.ERASED)


def uses_by_transfer(references: Iterable[Reference]) -> dict[Transfer, list[Reference]]:
    """The strongest first: neither imports nor types. What crosses in one layer counts as that."""
    uses = [r for r in references if not r.is_specifier and r.kind is not SiteKind.TYPE]
    groups = {transfer: [use for use in uses if _strongest(use) is transfer] for transfer in _OF_USES}
    return {transfer: group for transfer, group in groups.items() if group}


def _strongest(reference: Reference) -> Transfer | None:
    found = {moved.transfer for moved in reference.transfers}
    return next((transfer for transfer in _OF_USES if transfer in found), None)


def transfer_text(references: Iterable[Reference]) -> str:
    """Of one use or several together: "over the network, directly and through `components/row.tsx#Row.onDelete`"."""
    uses = list(references)
    seen = {moved.transfer for use in uses for moved in use.transfers}
    ways = [words for transfer, words in WORDS.items() if transfer in seen]
    trails = list(dict.fromkeys(_trail(use) for use in sorted(uses, key=lambda use: use.through)))
    return " and ".join(ways) + ("" if trails == ["directly"] else f", {' and '.join(trails)}")


def layers_text(program: Program, transfers: Iterable[LayerTransfer]) -> str:
    """Of one use, layer by layer: "over the network (client), in-process (rsc)"."""
    layers: dict[Transfer, list[str]] = {}
    for moved in transfers:
        known = [layer_name(program.applications, program.layers[moved.layer])] if moved.layer >= 0 else []
        layers.setdefault(moved.transfer, []).extend(known)
    return ", ".join(WORDS[how] + (f" ({', '.join(names)})" if names else "") for how, names in layers.items())


def _trail(use: Reference) -> str:
    return f"through {' > '.join(f'`{name}`' for name in use.through)}" if use.through else "directly"
