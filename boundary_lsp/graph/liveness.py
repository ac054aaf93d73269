"""Is a server function alive? The strongest that its references show, per application and overall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Layer, Liveness, Reference, Role, Transfer
from boundary_lsp.model.project import Environment

_STRENGTH = list(Liveness)
"""`Liveness` is declared strongest first."""


def strongest(found: Iterable[Liveness]) -> Liveness:
    return min(found, key=_STRENGTH.index, default=Liveness.UNUSED)


def liveness_by_application(
    references: Sequence[Reference],
    layers: Sequence[Layer],
    roles: Sequence[Role],
    entries: frozenset[int],
) -> Mapping[int, Liveness]:
    """By application index; NOWHERE (-1) for uses outside of every layer.

    `entries`: modules whose exports the framework itself uses. Re-exporting a function from one is a use; otherwise
    import and export specifiers are not.
    """
    found: dict[int, Liveness] = {}
    for reference in references:
        if reference.is_specifier and not (reference.kind == SiteKind.REEXPORT and reference.module in entries):
            continue
        for moved in reference.transfers:
            application = layers[moved.layer].application if moved.layer >= 0 else -1
            here = _shown_by(moved.transfer, layers[moved.layer] if moved.layer >= 0 else None, roles[reference.module])
            if here is not None:
                found[application] = strongest((found[application], here)) if application in found else here
    return found


def _shown_by(transfer: Transfer, layer: Layer | None, role: Role) -> Liveness | None:
    match transfer:
        case Transfer.NETWORK:
            called = layer is not None and layer.environment is Environment.CLIENT
            return Liveness.CALLED if called else Liveness.HANDED_OVER
        case Transfer.UNKNOWN:
            return Liveness.HANDED_OVER
        case Transfer.IN_PROCESS:
            return Liveness.IN_PROCESS
        case Transfer.UNREACHED:
            return Liveness.TEST_ONLY if layer is None and role in (Role.TEST, Role.STORY) else Liveness.UNREACHED
        case Transfer.ERASED:
            return None
