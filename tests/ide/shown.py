"""What `ide/` shows and offers, as text. A fence that has a name is of that module."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.actions import Action, actions
from boundary_lsp.ide.client_references import modules_of
from boundary_lsp.ide.completion import directive_completions
from boundary_lsp.ide.doors import doors
from boundary_lsp.ide.environments import sides
from boundary_lsp.ide.hints import hints
from boundary_lsp.ide.hover import hover
from boundary_lsp.ide.lenses import lenses
from boundary_lsp.ide.links import links
from boundary_lsp.ide.marks import marks
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.symbols import endpoints_like, endpoints_of
from boundary_lsp.ide.why import why
from boundary_lsp.model.fixes import spliced
from boundary_lsp.rules.wording import counted
from tests.ide.answers import Cursor, at, lined
from tests.support.markdown import Fence


def _lenses(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    return lined(
        line
        for lens in lenses(snapshot, _module(snapshot, fence))
        for line in (f"{at(snapshot, lens.place)}: {lens.title}", *(f"  {at(snapshot, p)}" for p in lens.targets))
    )


def _hints(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    """`lines=2-3`: only those."""
    module, text = _module(snapshot, fence), snapshot.lines(_module(snapshot, fence))
    first, _, last = fence.option("lines", f"1-{len(text)}").partition("-")
    found = hints(snapshot, module, text.offset(int(first) - 1, 0), text.offset(int(last), 0) - 1)
    return lined(f"{_before(snapshot, module, hint.offset)} {hint.label}" for hint in found)


def _before(snapshot: Snapshot, module: int, offset: int) -> str:
    line, column = snapshot.lines(module).position(offset)
    return snapshot.lines(module).text(line).decode()[:column]


def _links(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    found = links(snapshot, _module(snapshot, fence))
    return lined(f"{at(snapshot, link.place)} -> {snapshot.program.modules[link.target]}" for link in found)


def _symbols(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    query = fence.option("query")
    found = endpoints_like(snapshot, query) if query else endpoints_of(snapshot, _module(snapshot, fence))
    return lined(f"{at(snapshot, symbol.place)} = {symbol.name}: {symbol.detail}" for symbol in found)


def _marks(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    module = _module(snapshot, fence)
    return lined(
        f"{at(snapshot, Place(module, mark.start, mark.end))}: {', '.join(mark.crossings)}"
        for mark in marks(snapshot, module)
    )


def _hover(snapshot: Snapshot, cursor: Cursor | None, fence: Fence) -> str:
    assert cursor is not None
    found = hover(snapshot, *cursor, every_name="beside" not in fence.options)
    return lined([f"{at(snapshot, found.place)}", "", *found.text.split("\n")] if found else [])


def _actions(snapshot: Snapshot, cursor: Cursor | None, fence: Fence) -> str:
    """Titles; `do=2` shows what the second does to the files. `to=` is the number of bytes that are selected."""
    assert cursor is not None
    found = actions(snapshot, *cursor, cursor.offset + int(fence.option("to", "0")))
    if number := int(fence.option("do", "0")):
        return _done(snapshot, found[number - 1])
    return lined(f"{one.kind}{' (safe)' if one.is_safe else ''}: {one.title}" for one in found)


def _done(snapshot: Snapshot, action: Action) -> str:
    if action.question is not None:
        whys = [one for one in why(snapshot, action.question.module) if one.environment is action.question.environment]
        return lined(f"{at(snapshot, step.place)} {step.layer}" for one in whys for step in one.steps)
    assert action.fix is not None
    texts = {c.path: spliced(snapshot.files.read(c.path), c.splices) for c in action.fix.changes}
    return "".join(f"{path}:\n{text.decode()}" for path, text in {**texts, **action.fix.created}.items())


def _doors(snapshot: Snapshot, _: Cursor | None, __: Fence) -> str:
    found = doors(snapshot, lambda _: True)
    endpoints = (
        f"{at(snapshot, one.place)} = {one.id}: {one.liveness.value}, published {one.published.value}, "
        f"{one.network} network, {one.in_process} in-process"
        for one in found.endpoints
    )
    counts = ", ".join(f"{liveness.value} {count}" for liveness, count in found.liveness.items())
    references = (
        f"{at(snapshot, one.place)} = {one.name}: {counted(modules_of(one.uses), 'server module')}"
        + (" and the framework" if one.by_framework else "")
        for one in found.client_references
    )
    return lined([*endpoints, counts, *references])


def _sides(snapshot: Snapshot, _: Cursor | None, fence: Fence) -> str:
    found = sides(snapshot, _module(snapshot, fence))
    where = f"{', '.join(found.environments)} ({', '.join(found.layers)})" if found.layers else "nowhere,"
    ways = (f"{environment.value}: {way}" for environment, way in found.reached_by.items())
    return lined([f"{where} {found.directive or 'no directive'}", *ways])


def _completions(snapshot: Snapshot, cursor: Cursor | None, _: Fence) -> str:
    assert cursor is not None
    source = snapshot.files.read(snapshot.program.modules[cursor.module])
    return lined(
        f"{source[one.start : one.end].decode() or '(nothing)'} -> {one.text}"
        for one in directive_completions(snapshot, *cursor)
    )


SHOWN: Mapping[str, Callable[[Snapshot, Cursor | None, Fence], str]] = {
    "actions": _actions,
    "completions": _completions,
    "doors": _doors,
    "hints": _hints,
    "hover": _hover,
    "lenses": _lenses,
    "links": _links,
    "marks": _marks,
    "sides": _sides,
    "symbols": _symbols,
}


def _module(snapshot: Snapshot, fence: Fence) -> int:
    module = snapshot.program.module_index(fence.name)
    assert module is not None, f"{fence.name} is no module"
    return module
