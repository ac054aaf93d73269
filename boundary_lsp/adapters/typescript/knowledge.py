"""What the checker said about types so far: the answers themselves, and questions about many types at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from boundary_lsp.adapters.typescript import names
from boundary_lsp.adapters.typescript.declared import has_twin, is_element_alias, shown_name
from boundary_lsp.adapters.typescript.messages import SignatureKind, SymbolAnswer, SymbolFlag, TypeAnswer
from boundary_lsp.adapters.typescript.program import Program
from boundary_lsp.adapters.typescript.shapes import AN_ITERABLE, NO_TYPE, NOTHING_BUT_SYMBOLS, ObjectOf, Part

MOST_MEMBERS = 60

_Value = TypeVar("_Value")


class Knowledge:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.types: dict[int, TypeAnswer] = {}
        self._symbols: dict[int, SymbolAnswer] = {}
        self._aliases: dict[int, SymbolAnswer] = {}
        self._targets: dict[int, TypeAnswer] = {}

    def learn_aliases(self, types: Iterable[TypeAnswer]) -> None:
        _learn(self._aliases, {one.alias_symbol: one.id for one in types}, self.program.aliases_of)

    def learn_symbols(self, types: Iterable[TypeAnswer]) -> None:
        _learn(self._symbols, {one.symbol: one.id for one in types}, self.program.symbols_of)

    def learn_targets(self, types: Iterable[TypeAnswer]) -> None:
        _learn(self._targets, {one.target: one.id for one in types}, self.program.targets_of)

    def symbol(self, one: TypeAnswer) -> SymbolAnswer | None:
        return self._symbols.get(one.symbol)

    def target(self, one: TypeAnswer) -> TypeAnswer | None:
        """The generic type that it is made from."""
        return self._targets.get(one.target) or self.types.get(one.target)

    def name(self, one: TypeAnswer) -> str:
        return shown_name(self._symbols.get(one.symbol), self._aliases.get(one.alias_symbol))

    def is_element(self, one: TypeAnswer) -> bool:
        alias = self._aliases.get(one.alias_symbol)
        return alias is not None and is_element_alias(alias)

    def is_interface(self, one: TypeAnswer) -> bool:
        symbol = self.symbol(one)
        return bool(symbol and symbol.flags & SymbolFlag.INTERFACE)

    def noted(self, types: Iterable[TypeAnswer]) -> Sequence[TypeAnswer]:
        """The same; their ids can be used from now on."""
        found = list(types)
        self.types.update((one.id, one) for one in found)
        return found

    def note(self, one: TypeAnswer | None) -> int:
        if one is None:
            return NO_TYPE
        self.types[one.id] = one
        return one.id

    def arguments(self, types: Sequence[TypeAnswer]) -> dict[int, tuple[int, ...]]:
        every = self.program.arguments_of([one.id for one in types])
        return {one.id: self._ids(found) for one, found in zip(types, every, strict=True)}

    def bases(self, types: Sequence[TypeAnswer]) -> dict[int, tuple[int, ...]]:
        """Of classes and interfaces, in terms of their own type parameters."""
        every = self.program.bases_of([one.target or one.id for one in types])
        return {one.id: self._ids(found) for one, found in zip(types, every, strict=True)}

    def constructed(self, types: Sequence[TypeAnswer]) -> set[int]:
        """Those whose interface has a variable of the same name that makes instances."""
        types = [one for one in types if (symbol := self.symbol(one)) and has_twin(symbol)]
        values = self.program.types_of_symbols([one.symbol for one in types])
        known = [(one.id, value.id) for one, value in zip(types, values, strict=True) if value]
        every = self.program.signatures_of([value for _, value in known], SignatureKind.CONSTRUCT)
        return {id for (id, _), found in zip(known, every, strict=True) if found}

    def components(self, classes: Sequence[TypeAnswer]) -> set[int]:
        """Those classes whose instances can be told to render again."""
        every = self.program.signatures_of([one.id for one in classes], SignatureKind.CONSTRUCT)
        made = [(one.id, found[0].id) for one, found in zip(classes, every, strict=True) if found]
        instances = self.program.returns_of([signature for _, signature in made])
        known = [(id, instance.id) for (id, _), instance in zip(made, instances, strict=True) if instance]
        states = self.program.properties_named([instance for _, instance in known], "setState")
        return {id for (id, _), state in zip(known, states, strict=True) if state}

    def to_json(self, types: Sequence[TypeAnswer]) -> dict[int, int]:
        """What `toJSON` returns, for those that have it."""
        named = self.program.properties_named([one.id for one in types], "toJSON")
        having = [(one.id, symbol.id) for one, symbol in zip(types, named, strict=True) if symbol]
        methods = self.program.types_of_symbols([symbol for _, symbol in having])
        known = [(id, method.id) for (id, _), method in zip(having, methods, strict=True) if method]
        every = self.program.signatures_of([method for _, method in known], SignatureKind.CALL)
        called = [(id, signatures[0].id) for (id, _), signatures in zip(known, every, strict=True) if signatures]
        results = self.program.returns_of([signature for _, signature in called])
        return {id: self.note(result) for (id, _), result in zip(called, results, strict=True) if result}

    def iterables(self, types: Sequence[TypeAnswer]) -> dict[int, str]:
        """`Iterable` or `AsyncIterable`, for those that are one; else empty."""
        every = self.program.properties_of([one.id for one in types])
        return {one.id: _iterable(found) for one, found in zip(types, every, strict=True)}

    def members(self, types: Sequence[TypeAnswer]) -> dict[int, ObjectOf]:
        """As plain objects."""
        ids = [one.id for one in types]
        every = self.program.properties_of(ids)
        indexes = self.program.indexes_of(ids)
        named = [[one for one in found if not one.name.startswith(names.SYMBOL_KEY)] for found in every]
        cut = [found[:MOST_MEMBERS] for found in named]
        answers = iter(self.program.types_of_symbols([member.id for found in cut for member in found]))
        made: dict[int, ObjectOf] = {}
        for one, found, all_named, all_found, index in zip(types, cut, named, every, indexes, strict=True):
            parts = tuple(
                Part(member.name, self.note(next(answers)), bool(member.flags & SymbolFlag.OPTIONAL))
                for member in found
            )
            rest = self.note(index[0].value_type) if index else NO_TYPE
            made[one.id] = ObjectOf(self.name(one), parts, rest, len(all_named) > len(found), _hidden(all_found))
        return made

    def _ids(self, types: Iterable[TypeAnswer]) -> tuple[int, ...]:
        return tuple(one.id for one in self.noted(types))


def _hidden(members: Sequence[SymbolAnswer]) -> str:
    """Why its members do not tell what it is."""
    if _iterable(members):
        return AN_ITERABLE
    only_symbols = bool(members) and all(member.name.startswith(names.SYMBOL_KEY) for member in members)
    return NOTHING_BUT_SYMBOLS if only_symbols else ""


def _iterable(members: Sequence[SymbolAnswer]) -> str:
    """What its members make it; empty where it cannot be iterated."""
    kinds = (names.ITERATING[word] for one in members for word in names.ITERATING if one.name.startswith(word))
    return next(kinds, "")


def _learn(known: dict[int, _Value], wanted: dict[int, int], ask: Callable[[list[int]], list[_Value | None]]) -> None:
    """Fill in what is missing; each is asked for through some type that has it."""
    missing = {key: type for key, type in wanted.items() if key and key not in known}
    found = zip(missing, ask(list(missing.values())), strict=True)
    known.update((key, answer) for key, answer in found if answer is not None)
