"""Finds out about types what wire types need, level by level: everything of a kind is asked for at once, so that a
thousand types of six levels take some sixty round trips."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boundary_lsp.adapters.typescript.declared import by_declaration, is_class, package_of, shown_name
from boundary_lsp.adapters.typescript.knowledge import Knowledge
from boundary_lsp.adapters.typescript.leaves import leaf_of
from boundary_lsp.adapters.typescript.messages import ElementFlag, ObjectFlag, SignatureKind, TypeAnswer, TypeFlag
from boundary_lsp.adapters.typescript.program import Program
from boundary_lsp.adapters.typescript.shapes import (
    A_COMPONENT,
    A_CONSTRUCTOR,
    A_FUNCTION,
    ANYTHING,
    NO_TYPE,
    AllOf,
    InstanceOf,
    Known,
    ObjectOf,
    OneOf,
    Shape,
    TupleOf,
    beside,
    inside,
)
from boundary_lsp.model.wire_types import Class, Element, Object, Primitive, Unknown, WireType

DEPTH = 8
MOST_OPTIONS = 60
MOST_TYPES = 50_000
"""In one go; what is beyond is unknown."""


class Explorer:
    """`shapes` grows; types that it has are not asked for again."""

    def __init__(self, program: Program) -> None:
        self.shapes: dict[int, Shape] = {}
        self._known = Knowledge(program)
        self._program = program

    def explore(self, roots: Iterable[TypeAnswer]) -> None:
        """Everything within `DEPTH` of these types."""
        level = {root.id for root in self._known.noted(roots)}
        seen: set[int] = {NO_TYPE}
        for _ in range(DEPTH + 1):
            met = self._meet(level, seen)
            level = {part for one in met for part in inside(self.shapes[one])} - seen
            if not level or len(seen) + len(level) > MOST_TYPES:
                return

    def _meet(self, level: set[int], seen: set[int]) -> set[int]:
        """Learn these types, and all that belong to the same step."""
        met: set[int] = set()
        while level:
            met |= level
            seen |= level
            self._learn([self._known.types[one] for one in level if one not in self.shapes])
            level = {part for one in level for part in beside(self.shapes[one])} - seen
        return met

    def _learn(self, types: list[TypeAnswer]) -> None:
        self.shapes.update((one.id, Known(leaf)) for one in types if (leaf := leaf_of(one)))
        types = [one for one in types if one.id not in self.shapes]
        self._known.learn_aliases(types)
        self.shapes.update((one.id, Known(Element())) for one in types if self._known.is_element(one))
        types = [one for one in types if one.id not in self.shapes]
        self._learn_composite([one for one in types if not one.flags & TypeFlag.OBJECT])
        self._learn_objects([one for one in types if one.flags & TypeFlag.OBJECT])

    def _learn_composite(self, types: list[TypeAnswer]) -> None:
        """Unions and intersections."""
        every = self._program.parts_of([one.id for one in types])
        together = self._known.members([one for one in types if one.flags & TypeFlag.INTERSECTION])
        for one, found in zip(types, every, strict=True):
            parts = self._known.noted(found)
            ids = tuple(part.id for part in parts)
            if one.id in together:
                self.shapes[one.id] = AllOf(ids, together[one.id])
            else:
                self.shapes[one.id] = (
                    OneOf(ids, self._known.name(one)) if len(parts) <= MOST_OPTIONS else Known(_of_many(parts))
                )

    def _learn_objects(self, types: list[TypeAnswer]) -> None:
        self._known.learn_symbols(types)
        references = [one for one in types if one.object_flags & ObjectFlag.REFERENCE]
        given = self._known.arguments(references)
        self._known.learn_targets([one for one in references if not one.symbol])  # tuples
        for one in types:
            if shape := self._by_declaration(one, given.get(one.id, ())):
                self.shapes[one.id] = shape
        self._learn_components([one for one in types if isinstance(_wire(self.shapes.get(one.id)), Class)])
        rest = [one for one in types if one.id not in self.shapes]
        self._known.learn_targets([one for one in rest if one.target != one.id])
        others = self._without_functions([one for one in rest if not self._is_class(one)])
        made = self._known.constructed(others)
        self._learn_plain([one for one in others if one.id not in made], given)
        self._learn_instances([one for one in rest if one.id not in self.shapes])

    def _by_declaration(self, one: TypeAnswer, given: tuple[int, ...]) -> Shape | None:
        symbol = self._known.symbol(one)
        if symbol is not None:
            return by_declaration(one, symbol, given)
        target = self._known.target(one)
        return _tuple(target.element_flags, given) if target and target.element_flags is not None else None

    def _without_functions(self, types: list[TypeAnswer]) -> list[TypeAnswer]:
        """Those that can be neither called nor constructed."""
        ids = [one.id for one in types]
        calls = self._program.signatures_of(ids, SignatureKind.CALL)
        constructs = self._program.signatures_of(ids, SignatureKind.CONSTRUCT)
        for one, call, construct in zip(types, calls, constructs, strict=True):
            if call:
                self.shapes[one.id] = Known(Unknown(A_FUNCTION))
            elif construct:
                self.shapes[one.id] = Known(Unknown(A_CONSTRUCTOR))
        return [one for one in types if one.id not in self.shapes]

    def _learn_components(self, classes: Sequence[TypeAnswer]) -> None:
        """A class of React's kind may be exported by a client module, and then it is only a reference."""
        for one in self._known.components(classes):
            self.shapes[one] = Known(Unknown(A_COMPONENT))

    def _learn_plain(self, types: list[TypeAnswer], given: dict[int, tuple[int, ...]]) -> None:
        """Object literals, type literals, interfaces."""
        bases = self._known.bases([one for one in types if self._known.is_interface(one)])
        members = self._known.members(types)
        for one in types:
            target = self._known.target(one)
            parameters = (target.type_parameters or ()) if target else ()
            arguments = dict(zip(parameters, given.get(one.id, ()), strict=False))
            found = members[one.id]._replace(bases=bases.get(one.id, ()), given=arguments)
            self.shapes[one.id] = _empty(one) if _says_nothing(found) else found

    def _learn_instances(self, types: list[TypeAnswer]) -> None:
        bases = self._known.bases(types)
        to_json = self._known.to_json(types)
        iterables = self._known.iterables(types)
        for one in types:
            symbol = self._known.symbol(one)
            package = package_of(symbol) if symbol else ""
            name = shown_name(symbol, None)
            self.shapes[one.id] = InstanceOf(
                name, package, bases[one.id], to_json.get(one.id, NO_TYPE), iterables[one.id]
            )

    def _is_class(self, one: TypeAnswer) -> bool:
        symbol = self._known.symbol(one)
        return symbol is not None and is_class(symbol)


def _wire(shape: Shape | None) -> WireType | None:
    return shape.wire if isinstance(shape, Known) else None


def _says_nothing(shape: ObjectOf) -> bool:
    return not (shape.members or shape.others or shape.bases or shape.hidden)


def _empty(one: TypeAnswer) -> Shape:
    """`{}` as a value is an empty object, as a type it is anything."""
    return Known(Object(()) if one.object_flags & ObjectFlag.OBJECT_LITERAL else Unknown(ANYTHING))


def _tuple(flags: tuple[int, ...], arguments: tuple[int, ...]) -> Shape:
    loose = ElementFlag.REST | ElementFlag.VARIADIC
    fixed = next((n for n, flag in enumerate(flags) if flag & loose), len(flags))
    rest = tuple(
        NO_TYPE if flag & ElementFlag.VARIADIC else argument
        for flag, argument in zip(flags[fixed:], arguments[fixed : len(flags)], strict=False)
    )
    return TupleOf(arguments[:fixed], rest)


def _of_many(parts: Sequence[TypeAnswer]) -> Primitive | Unknown:
    """A union too long to spell out."""
    if all(part.flags & TypeFlag.STRING_LITERAL for part in parts):
        return Primitive("string")
    if all(part.flags & TypeFlag.NUMBER_LITERAL for part in parts):
        return Primitive("number")
    return Unknown("a union of very many types")
