"""A declared type beside the value that was seen: what is certain of both."""

from __future__ import annotations

from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    ClientReference,
    Component,
    Function,
    Instance,
    Member,
    Object,
    ServerReference,
    Tuple,
    Unknown,
    WireType,
)

_CERTAIN = (Function, Class, Instance, ServerReference, ClientReference, Component, BuiltIn)
"""What a value was seen to be, whatever plain type it is declared to have."""


def refined(declared: WireType, seen: WireType) -> WireType:
    """The type of a value that is annotated as `declared` and was seen to be `seen`: what is certain of both."""
    if isinstance(declared, Unknown):
        return declared if isinstance(seen, Unknown) else seen
    if isinstance(declared, Object):
        if isinstance(seen, Object):
            return _refined_object(declared, seen)
        return seen if isinstance(seen, _CERTAIN) else declared
    if isinstance(declared, Array) and isinstance(seen, Array):
        return Array(refined(declared.element, seen.element))
    if isinstance(declared, Array) and isinstance(seen, Tuple) and seen.elements and seen.rest is None:
        return Tuple(tuple(refined(declared.element, element) for element in seen.elements))
    return declared


def _refined_object(declared: Object, seen: Object) -> Object:
    values = {member.name: member for member in seen.members}
    members = [
        Member(m.name, refined(m.type, values[m.name].type), m.optional and values[m.name].optional)
        if m.name in values
        else m
        for m in declared.members
    ]
    names = {member.name for member in declared.members}
    members += (member for member in seen.members if member.name not in names)
    return Object(tuple(members), declared.index, declared.name)
