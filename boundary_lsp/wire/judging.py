"""One value at one crossing, judged by the serializer that carries it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from boundary_lsp.frameworks.wires import wire_of
from boundary_lsp.model.crossings import Crossing, CrossingKind
from boundary_lsp.model.judgements import JudgedValue, Tier
from boundary_lsp.model.program import FunctionKey, Program
from boundary_lsp.model.value_expressions import FunctionValue, GlobalValue, MemberValue, UnknownValue, ValueExpression
from boundary_lsp.model.wire import Direction, Judgement, Verdict
from boundary_lsp.model.wire_types import Unknown, WireType
from boundary_lsp.wire.carriers import carrier_of
from boundary_lsp.wire.certainty import certain
from boundary_lsp.wire.items import Item
from boundary_lsp.wire.judge import judge
from boundary_lsp.wire.known import Known
from boundary_lsp.wire.merging import merged
from boundary_lsp.wire.places import place_of
from boundary_lsp.wire.reading import ReadValue
from boundary_lsp.wire.serializers import Serializer
from boundary_lsp.wire.signatures import REST, SeenFunction


class Judging:
    """`unknown` counts what it judges."""

    def __init__(self, program: Program, known: Known, functions: Mapping[FunctionKey, SeenFunction]) -> None:
        self._program = program
        self._known = known
        self._functions = functions
        self.unknown: Counter[str] = Counter()
        """Values of which something was not known, by the first reason."""

    def value(self, read: ReadValue, inferred: WireType | None) -> JudgedValue | None:
        """None where nothing is known of what carries it, or where it is dropped before it is sent."""
        item = read.item
        carrier = self._serializer(item.crossing)
        is_extra = self._is_extra(item)
        if carrier is None or (is_extra and self._omits(item.crossing)):
            return None
        declared = self._declared(read, carrier)
        found = merged(declared, inferred) if inferred is not None else declared
        name = self._parameter(item) if item.crossing.kind in _POSITIONAL else item.name
        judged = self._judged(item.crossing, name, item, declared, found, carrier)
        return _refused(judged) if is_extra else judged

    def result(self, crossing: Crossing) -> JudgedValue | None:
        """What any `return` may give counts: no code runs between it and the wire that could tell options apart."""
        carrier = self._serializer(crossing)
        function = self._functions[crossing.function] if crossing.function is not None else None
        if carrier is None or function is None or function.signature is None:
            return None
        known = function.reading.signature
        declared = known.returns if known else Unknown("a wrapped function")
        place = (crossing.start, crossing.end)
        whole = Item(crossing, "", UnknownValue(), *place, place)
        return self._judged(crossing, "", whole, declared, function.signature.returns, carrier)

    def _declared(self, read: ReadValue, carrier: Serializer) -> WireType:
        """Of a value of which nothing is known, at least what the component's props are declared to be."""
        item, found = read.item, read.declared
        if isinstance(found, Unknown) and item.crossing.kind is CrossingKind.PROPS and item.name:
            found = self._known.prop(item.crossing.component, item.name)
        return self._certain(found, carrier)

    def _certain(self, found: WireType, carrier: Serializer) -> WireType:
        if not judge(found, carrier).troubles:
            return found
        return certain(found, lambda one: bool(judge(one, carrier).troubles))

    def _judged(
        self,
        crossing: Crossing,
        name: str,
        item: Item,
        declared: WireType,
        found: WireType,
        carrier: Serializer,
    ) -> JudgedValue:
        judgement = judge(found, carrier)
        if judgement.unknown:
            self.unknown[judgement.unknown[0]] += 1
        is_told = not judgement.troubles or found is declared or _tells(judge(declared, carrier), judgement)
        tier = Tier.DECLARED if is_told else Tier.INFERRED
        places = tuple(place_of(item.value, trouble.path, item.given) for trouble in judgement.troubles)
        return JudgedValue(crossing, name, _source(item.value), *item.given, found, tier, judgement.troubles, places)

    def _serializer(self, crossing: Crossing) -> Serializer | None:
        is_argument = crossing.kind is CrossingKind.ARGUMENTS
        direction = Direction.TO_SERVER if is_argument else Direction.TO_CLIENT
        return carrier_of(self._program.applications[crossing.application], direction)

    def _omits(self, crossing: Crossing) -> bool:
        row = wire_of(self._program.applications[crossing.application])
        return row is not None and row.omits_arguments

    def _is_extra(self, item: Item) -> bool:
        """An argument that the function does not declare."""
        code = self._code(item.crossing) if item.crossing.kind is CrossingKind.ARGUMENTS else None
        if code is None or not item.name.isdecimal() or any(one.rest for one in code.parameters):
            return False
        return int(item.name) >= len(code.parameters)

    def _parameter(self, item: Item) -> str:
        """The parameter's name, else `argument 1`, which is no name."""
        if not item.name.isdecimal():
            return item.name
        position = int(item.name)
        code = self._code(item.crossing)
        if code is not None and code.parameters and code.parameters[-1].rest and position >= len(code.parameters) - 1:
            return f"{code.parameters[-1].name}[{position - len(code.parameters) + 1}]"
        function = item.crossing.function
        signature = self._functions[function].signature if function is not None else None
        if signature is not None and position < len(signature.parameters):
            name = signature.parameters[position].name.removeprefix(REST)
            return name if name.isidentifier() else f"argument {position + 1}"
        return f"argument {position + 1}"

    def _code(self, crossing: Crossing) -> FunctionValue | None:
        function = crossing.function
        return self._known.code(self._program.function(function)) if function is not None else None


_POSITIONAL = frozenset({CrossingKind.ARGUMENTS, CrossingKind.BOUND})


def _refused(judged: JudgedValue) -> JudgedValue:
    """As much of the trouble as there is where nobody looks at what arrives."""
    kept = [one for one in zip(judged.troubles, judged.places, strict=True) if one[0].verdict is Verdict.ERROR]
    return replace(judged, troubles=tuple(one for one, _ in kept), places=tuple(place for _, place in kept))


def _tells(declared: Judgement, found: Judgement) -> bool:
    """Our own reading knows of all the trouble."""
    known = {(trouble.path, trouble.verdict) for trouble in declared.troubles}
    return all((trouble.path, trouble.verdict) in known for trouble in found.troubles)


def _source(value: ValueExpression) -> str:
    """`post.author`, where the value is a path of names."""
    match value:
        case GlobalValue(name=name):
            return name
        case MemberValue(object=holder, name=name):
            inside = _source(holder)
            return f"{inside}.{name}" if inside else ""
        case _:
            return ""
