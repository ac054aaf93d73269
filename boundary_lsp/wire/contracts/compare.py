"""What has changed from one contract to the next, and what of it breaks a client deployed before the server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boundary_lsp.model.contract import Change, ChangeKind, Contract, Effect, EndpointContract, Place, Subject
from boundary_lsp.model.wire import Direction
from boundary_lsp.model.wire_types import Array, Member
from boundary_lsp.wire.contracts.differences import Difference, Differences
from boundary_lsp.wire.contracts.text import spell_flat

_EFFECTS = list(Effect)


def changes(old: Contract, new: Contract) -> list[Change]:
    """Breaking ones first; then endpoints before components, in the order of names."""
    found = [*_endpoints(old, new), *_components(old, new)]
    return sorted(found, key=lambda one: (_EFFECTS.index(one.effect), one.subject is Subject.COMPONENT, one.id))


def _endpoints(old: Contract, new: Contract) -> Iterator[Change]:
    for id in sorted({*old.endpoints, *new.endpoints}):
        before, after = old.endpoints.get(id), new.endpoints.get(id)
        if before is None:
            yield _whole(Subject.ENDPOINT, id, ChangeKind.ADDED, Effect.COMPATIBLE)
        elif after is None:
            perhaps = _successor(id, old, new)
            yield _whole(Subject.ENDPOINT, id, ChangeKind.REMOVED, Effect.BREAKING, perhaps)
        else:
            sent = Differences(old.types, new.types, Direction.TO_SERVER)
            for one in _parameters(sent, before.parameters, after.parameters):
                yield _change(Subject.ENDPOINT, id, Place.PARAMETER, one)
            received = Differences(old.types, new.types, Direction.TO_CLIENT)
            for one in received.of("result", before.returns, after.returns):
                yield _change(Subject.ENDPOINT, id, Place.RESULT, one)


def _parameters(
    differences: Differences, old: tuple[Member, ...] | None, new: tuple[Member, ...] | None
) -> Iterator[Difference]:
    if old is None or new is None:
        if old is not new:
            texts = (
                "unknown" if one is None else f"({', '.join(member.name for member in one)})" for one in (old, new)
            )
            yield Difference("parameters", ChangeKind.TYPE, Effect.UNKNOWN, *texts)
        return
    for position in range(max(len(old), len(new))):
        before, after = _at(old, position), _at(new, position)
        named = after or before
        yield from differences.of_members(named.name.removeprefix("...") if named else "", before, after)


def _at(parameters: tuple[Member, ...], position: int) -> Member | None:
    """The parameter that takes the argument at a position: a rest parameter takes each as an optional one."""
    last = parameters[-1] if parameters else None
    if last is not None and last.name.startswith("...") and position >= len(parameters) - 1:
        element = last.type.element if isinstance(last.type, Array) else last.type
        return Member(last.name, element, optional=True)
    return parameters[position] if position < len(parameters) else None


def _components(old: Contract, new: Contract) -> Iterator[Change]:
    """A component that is gone is not sent to anybody, and one that is new comes with its code."""
    for id in sorted({*old.components, *new.components}):
        before, after = old.components.get(id), new.components.get(id)
        if before is None or after is None:
            kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
            yield _whole(Subject.COMPONENT, id, kind, Effect.COMPATIBLE)
            continue
        differences = Differences(old.types, new.types, Direction.TO_CLIENT)
        for one in differences.of("", before, after):
            yield _change(Subject.COMPONENT, id, Place.PROP, one)


def _whole(subject: Subject, id: str, kind: ChangeKind, effect: Effect, perhaps: str = "") -> Change:
    return Change(subject, id, Place.WHOLE, "", kind, effect, perhaps=perhaps)


def _change(subject: Subject, id: str, place: Place, one: Difference) -> Change:
    path = one.path.removeprefix(".") or "props"
    return Change(subject, id, place, path, one.kind, one.effect, one.old, one.new)


def _successor(id: str, old: Contract, new: Contract) -> str:
    """The one new endpoint of the same name elsewhere, else the one of the same signature in the same module."""
    path, _, name = id.rpartition("#")
    added = [other for other in new.endpoints if other not in old.endpoints]
    moved = [other for other in added if other.rpartition("#")[2] == name]
    signature = _texts(old.endpoints[id])
    renamed = [other for other in added if other.rpartition("#")[0] == path]
    alike = [other for other in renamed if _texts(new.endpoints[other]) == signature]
    return next((found[0] for found in (moved, alike) if len(found) == 1), "")


def _texts(endpoint: EndpointContract) -> tuple[str, ...]:
    return (*_types(endpoint.parameters or ()), spell_flat(endpoint.returns))


def _types(parameters: Iterable[Member]) -> Iterator[str]:
    yield from (spell_flat(one.type) for one in parameters)
