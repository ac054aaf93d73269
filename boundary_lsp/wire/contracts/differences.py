"""Where two types differ, and which of it the receiving side does not understand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from boundary_lsp.model.contract import ChangeKind, Effect
from boundary_lsp.model.wire import Direction
from boundary_lsp.model.wire_types import Cycle, Member, Object, Union, Unknown, WireType
from boundary_lsp.wire.contracts.fits import Fitting, Types, resolved
from boundary_lsp.wire.contracts.pairing import are_alike, options_of, present, same_parts
from boundary_lsp.wire.contracts.text import spell_flat
from boundary_lsp.wire.words import member_segment

_LARGEST = 120


class Difference(NamedTuple):
    path: str
    kind: ChangeKind
    effect: Effect
    old: str
    new: str


class Differences:
    """Arguments of old clients must be taken by the new server; what the new server sends, by old clients."""

    def __init__(self, old: Types, new: Types, direction: Direction) -> None:
        self._old = old
        self._new = new
        self._to_server = direction is Direction.TO_SERVER
        self._fitting = Fitting(old, new) if self._to_server else Fitting(new, old)
        self._met: set[tuple[WireType, WireType]] = set()

    def of(self, path: str, old: WireType, new: WireType) -> list[Difference]:
        """All places where they differ. One of them breaks if, and only if, the one type does not fit the other."""
        self._met.clear()
        found = list(self._walk(path, old, new))
        return _consistent(found, self._fits(old, new), _difference(path, ChangeKind.TYPE, Effect.BREAKING, old, new))

    def of_members(self, path: str, old: Member | None, new: Member | None) -> list[Difference]:
        """Likewise for two parameters in the same place."""
        self._met.clear()
        found = list(self._members(path, old, new))
        if old is None or new is None:
            return found
        fits = self._fits(Object((replace(old, name=""),)), Object((replace(new, name=""),)))
        return _consistent(found, fits, _difference(path, ChangeKind.TYPE, Effect.BREAKING, old.type, new.type))

    def _fits(self, old: WireType, new: WireType) -> bool:
        return self._fitting.fits(old, new) if self._to_server else self._fitting.fits(new, old)

    def _without(self, received: Member | None) -> Effect:
        """What becomes of the side that receives nothing in its place."""
        if received is None or received.optional:
            return Effect.COMPATIBLE
        if isinstance(received.type, Unknown):
            return Effect.UNKNOWN
        return _effect(not self._fitting.takes_nothing(received.type))

    def _walk(self, path: str, old: WireType, new: WireType) -> Iterator[Difference]:
        if isinstance(old, Cycle) or isinstance(new, Cycle):
            if (old, new) not in self._met:
                self._met.add((old, new))
                yield from self._walk(path, resolved(old, self._old), resolved(new, self._new))
            return
        parts = same_parts(old, new)
        if parts is not None:
            for segment, one, other in parts:
                yield from self._walk(path + segment, one, other)
        elif isinstance(old, Object) and isinstance(new, Object):
            yield from self._objects(path, old, new)
        elif isinstance(old, Union) or isinstance(new, Union):
            yield from self._unions(path, old, new)
        elif spell_flat(old) != spell_flat(new):
            yield self._leaf(path, old, new)

    def _objects(self, path: str, old: Object, new: Object) -> Iterator[Difference]:
        before, after = ({one.name: one for one in type.members} for type in (old, new))
        for name in dict.fromkeys((*before, *after)):
            yield from self._members(path + member_segment(name), before.get(name), after.get(name))
        if old.index is not None and new.index is not None:
            yield from self._walk(f"{path}[key]", old.index, new.index)
        elif old.index is not new.index:
            kind = ChangeKind.ADDED if old.index is None else ChangeKind.REMOVED
            yield _difference(f"{path}[key]", kind, Effect.COMPATIBLE, old.index, new.index)

    def _members(self, path: str, old: Member | None, new: Member | None) -> Iterator[Difference]:
        sent, received = (old, new) if self._to_server else (new, old)
        if old is None or new is None:
            kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED
            yield _difference(path, kind, self._without(received), old.type if old else None, new.type if new else None)
            return
        if old.optional != new.optional:
            kind = ChangeKind.OPTIONAL if new.optional else ChangeKind.REQUIRED
            effect = self._without(received) if sent is not None and sent.optional else Effect.COMPATIBLE
            yield _difference(path, kind, effect, old.type, new.type)
        if old.optional or new.optional:
            yield from self._walk(path, present(old.type), present(new.type))
        else:
            yield from self._walk(path, old.type, new.type)

    def _unions(self, path: str, old: WireType, new: WireType) -> Iterator[Difference]:
        """Options that both have are compared with themselves, a last one on each side with the other."""
        before, after = ({spell_flat(one): one for one in options_of(type)} for type in (old, new))
        common = [text for text in before if text in after]
        for text in common:
            yield from self._walk(path, before[text], after[text])
        lost = [one for text, one in before.items() if text not in after]
        gained = [one for text, one in after.items() if text not in before]
        if len(lost) == len(gained) == 1 and are_alike(*lost, *gained):
            yield from self._walk(path, *lost, *gained)
        elif lost or gained:
            yield self._leaf(path, old, new)

    def _leaf(self, path: str, old: WireType, new: WireType) -> Difference:
        is_unknown = isinstance(old, Unknown) or isinstance(new, Unknown)
        effect = Effect.UNKNOWN if is_unknown else _effect(not self._fits(old, new))
        return _difference(path, ChangeKind.TYPE, effect, old, new)


def _effect(breaks: bool) -> Effect:
    return Effect.BREAKING if breaks else Effect.COMPATIBLE


def _difference(path: str, kind: ChangeKind, effect: Effect, old: WireType | None, new: WireType | None) -> Difference:
    return Difference(path, kind, effect, _short(old), _short(new))


def _short(type: WireType | None) -> str:
    text = spell_flat(type) if type is not None else ""
    return text if len(text) <= _LARGEST else text[: _LARGEST - 1] + "…"


def _consistent(found: list[Difference], fits: bool, whole: Difference) -> list[Difference]:
    """What was found part by part, and what is known of the whole."""
    if not fits:
        return found if any(one.effect is Effect.BREAKING for one in found) else [*found, whole]
    return [one._replace(effect=Effect.COMPATIBLE) if one.effect is Effect.BREAKING else one for one in found]
