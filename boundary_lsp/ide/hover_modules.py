"""What is told about a module and what it exports: on which side it runs, and what led it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.server_uses import ServerUse, server_uses
from boundary_lsp.ide.client_references import is_rendered_by_framework, used_by
from boundary_lsp.ide.hints import TOOLTIPS
from boundary_lsp.ide.places import line_text
from boundary_lsp.ide.why import WHERE, Why, way_text, why
from boundary_lsp.model.directives import CLIENT, SERVER
from boundary_lsp.model.program import Program
from boundary_lsp.rules.wording import counted

_MOST_USES = 5


def client_text(snapshot: Snapshot, module: int, name: str) -> str:
    """Of an export of a `'use client'` module; empty where it exports nothing of that name."""
    program = snapshot.program
    if name not in snapshot.names.linker.export_names(module):
        return ""
    uses = [use for use in server_uses(snapshot.names, module) if use.name == name]
    by_framework = name == "default" and is_rendered_by_framework(program, module)
    what = (
        f"**Client reference** `{program.modules[module]}#{name}`: its code belongs to the client. "
        "On the server it is only a reference, to be rendered or handed on."
    )
    return "\n\n".join((what, "\n".join(_used(snapshot, uses, by_framework))))


def _used(snapshot: Snapshot, uses: Sequence[ServerUse], by_framework: bool) -> Iterator[str]:
    if not uses and not by_framework:
        yield "No server module uses it."
        return
    told = used_by(uses, by_framework).capitalize()
    yield f"{told}:\n" if uses else f"{told}."
    for use in uses[:_MOST_USES]:
        yield f"- `{line_text(snapshot, use.module, use.start)}`"
    if len(uses) > _MOST_USES:
        yield f"- and {len(uses) - _MOST_USES} more"


def door_text(snapshot: Snapshot, module: int, imported: int) -> str:
    """Of an import: the door that it is, if it is one, and where the module behind it runs. Empty where it leads out of
    the project and is no door."""
    program = snapshot.program
    door = next((d for d in program.doors if d.source == module and d.imported == imported), None)
    target = program.links.server[module][imported]
    paragraphs = [TOOLTIPS[door.kind]] if door is not None else []
    paragraphs += [environments_text(snapshot, target)] if target >= 0 else []
    return "\n\n".join(paragraphs)


def directive_text(snapshot: Snapshot, module: int) -> str:
    """Of the directive that takes effect for a whole module."""
    return "\n\n".join((_meaning(snapshot.program, module), environments_text(snapshot, module)))


def _meaning(program: Program, module: int) -> str:
    directive = program.facts[module].interface.directive
    if directive == CLIENT:
        return "A door to the client: on the server, what this module exports is a reference, and none of it runs."
    if directive == SERVER:
        endpoints = counted(sum(f.module == module and f.inline < 0 for f in program.server_functions), "endpoint")
        return f"A door to the server: what this module exports can be called from the client ({endpoints})."
    return "What the functions that this module exports return is kept, and given again to whoever asks for the same."


def environments_text(snapshot: Snapshot, module: int) -> str:
    """Each side that loads a module, and the shortest way from an entry point to it."""
    path, found = snapshot.program.modules[module], why(snapshot, module)
    if not found:
        return f"`{path}` is not loaded: no entry point reaches it."
    return f"`{path}` is loaded:\n\n" + "\n".join(_way(snapshot.program, one) for one in found)


def _way(program: Program, found: Why) -> str:
    return f"- {WHERE[found.environment]} ({found.steps[-1].layer}): `{way_text(program, found.steps)}`"
