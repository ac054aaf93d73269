"""What the server sees of a `'use client'` module: its exports that server code uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.server_uses import ServerUse, server_uses
from boundary_lsp.ide.places import Place
from boundary_lsp.model.directives import CLIENT
from boundary_lsp.model.facts import SiteKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.wording import counted


class ClientReference(NamedTuple):
    name: str
    """The export's."""
    place: Place
    """The export's, in its module: the star's for a name behind `export *`."""
    uses: tuple[ServerUse, ...]
    by_framework: bool
    """The framework renders it itself: a page that is marked `'use client'`."""


def client_references(snapshot: Snapshot, module: int) -> list[ClientReference]:
    """Of one module, in the order of its text; none of what only client code uses."""
    program = snapshot.program
    if program.directives[module] != CLIENT:
        return []
    spans = decode_spans(program.facts[module]).exports
    uses = server_uses(snapshot.names, module)
    is_entry = is_rendered_by_framework(program, module)
    found = [
        ClientReference(
            name,
            Place(module, *span_at(spans, index)),
            tuple(use for use in uses if use.name == name),
            is_entry and name == "default",
        )
        for name, index in _exports(snapshot, module).items()
    ]
    return sorted((one for one in found if one.uses or one.by_framework), key=lambda one: (one.place, one.name))


def _exports(snapshot: Snapshot, module: int) -> dict[str, int]:
    """By name: the export that offers it, the first `export *` in the text where it has none of its own."""
    program, linker = snapshot.program, snapshot.names.linker
    exports = program.facts[module].interface.exports
    found = {export.name: index for index, export in enumerate(exports) if export.name != "*"}
    for index, export in enumerate(exports):
        source = program.links.server[module][export.source] if export.name == "*" else -1
        for name in linker.export_names(source) if source >= 0 else ():
            if name != "default":
                found.setdefault(name, index)
    return found


def is_rendered_by_framework(program: Program, module: int) -> bool:
    """An entry point that is a door itself: a page that is marked `'use client'`."""
    return any(door.source < 0 and door.target == module for door in program.doors)


_RENDERS = frozenset({SiteKind.RENDER, SiteKind.REEXPORT})


def used_by(uses: Sequence[ServerUse], by_framework: bool) -> str:
    """`rendered by the framework and by 2 server modules`."""
    modules = modules_of(uses)
    verb = "rendered" if by_framework or any(use.kind in _RENDERS for use in uses) else "used"
    who = ["the framework"] if by_framework else []
    who += [counted(modules, "server module")] if modules else []
    return f"{verb} by {' and by '.join(who)}"


def modules_of(uses: Sequence[ServerUse]) -> int:
    """How many modules they are in."""
    return len({use.module for use in uses})
