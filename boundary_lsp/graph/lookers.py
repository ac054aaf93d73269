"""What was found out by looking at a module, and does not hold when that one changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, Protocol, TypeVar

_Key = TypeVar("_Key")
_Nobody = frozenset[int]()


class HasLooked(Protocol):
    @property
    def looked(self) -> frozenset[int]: ...


class Lookers(Generic[_Key]):
    """Of parts of one kind, by their keys."""

    def __init__(self, parts: Mapping[_Key, HasLooked]) -> None:
        by: dict[int, set[_Key]] = {}
        for key, part in parts.items():
            for module in part.looked:
                by.setdefault(module, set()).add(key)
        self._by = {module: frozenset(keys) for module, keys in by.items()}

    def at_any(self, modules: Iterable[int]) -> frozenset[_Key]:
        """Those that looked at one of these."""
        return frozenset[_Key]().union(*[found for module in modules if (found := self._by.get(module))])

    def after(
        self, before: Mapping[_Key, HasLooked], parts: Mapping[_Key, HasLooked], renewed: Iterable[_Key]
    ) -> Lookers[_Key]:
        """The same of `parts`, which differ from those before in the renewed ones."""
        by = dict(self._by)
        nobody = frozenset[_Key]()
        for key in renewed:
            old, new = _looked(before.get(key)), _looked(parts.get(key))
            for module in old - new:
                by[module] -= {key}
            for module in new - old:
                by[module] = by.get(module, nobody) | {key}
        found = Lookers[_Key]({})
        found._by = by
        return found


def _looked(part: HasLooked | None) -> frozenset[int]:
    return part.looked if part is not None else _Nobody
