"""Types by name: an interface is written down once, if all that goes by its name is the same."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from boundary_lsp.model.wire_types import Cycle, Instance, Object, Unknown, WireType
from boundary_lsp.wire.contracts.normal import UNKNOWN
from boundary_lsp.wire.contracts.parts import mapped, reconciled, walk
from boundary_lsp.wire.contracts.words import RESERVED, is_identifier


class Named:
    """The named objects of some types."""

    def __init__(self, roots: Iterable[WireType]) -> None:
        roots = list(roots)
        self._shared = _names(roots)
        while True:
            self._bodies: dict[str, Object] = {}
            clashing = {name for root in roots for name in self._clashing(root)}
            if not clashing:
                break
            self._shared -= clashing
        self._shared = set(self._bodies)
        self.types = {name: self._settled_object(self._bodies[name]) for name in sorted(self._bodies)}
        """What each name stands for."""

    def of(self, type: WireType) -> WireType:
        """The type, with named objects as references to `types`."""
        return self._settled(self._referring(type, set()))

    def _clashing(self, root: WireType) -> set[str]:
        clashing: set[str] = set()
        self._referring(root, clashing)
        return clashing

    def _referring(self, type: WireType, clashing: set[str]) -> WireType:
        inside = mapped(type, lambda part: self._referring(part, clashing))
        if not isinstance(inside, Object):
            return inside
        body = replace(inside, name="")
        if inside.name not in self._shared:
            return body
        both = reconciled(self._bodies.setdefault(inside.name, body), body)
        if isinstance(both, Object):
            self._bodies[inside.name] = both
        else:
            clashing.add(inside.name)
        return Cycle(inside.name)

    def _settled(self, type: WireType) -> WireType:
        """Without references that lead nowhere."""
        match type:
            case Cycle(name=name):
                return type if name in self._shared else UNKNOWN
            case Unknown():
                return UNKNOWN
            case Object():
                return self._settled_object(type)
            case _:
                return mapped(type, self._settled)

    def _settled_object(self, type: Object) -> Object:
        made = mapped(type, self._settled)
        assert isinstance(made, Object)
        return made


def _names(roots: Iterable[WireType]) -> set[str]:
    """Those that objects may go by: of a class and an object of the same name the class has it."""
    objects: set[str] = set()
    classes: set[str] = set()
    for type in walk(roots):
        if isinstance(type, Object) and is_identifier(type.name):
            objects.add(type.name)
        elif isinstance(type, Instance):
            classes.add(type.name)
    return objects - classes - RESERVED
