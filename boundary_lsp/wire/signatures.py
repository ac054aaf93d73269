"""How the callers of each server function see it."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from msgspec.structs import replace

from boundary_lsp.model.wire_types import Array, BuiltIn, Member, Primitive, Signature, Tuple, Union, Unknown, WireType
from boundary_lsp.wire.merging import merged
from boundary_lsp.wire.reading import FunctionReading
from boundary_lsp.wire.widening import widened

REST = "..."
_ABSENT = (Primitive("undefined"), Primitive("null"))
_NONE = Member("", Primitive("undefined"))


class SeenFunction(NamedTuple):
    """A server function by all that is known of it."""

    reading: FunctionReading
    inferred: Signature | None
    """As a checker has it."""
    signature: Signature | None
    """By both; None where nothing is known."""

    @property
    def looked(self) -> frozenset[int]:
        """The modules that the reading depends on."""
        return self.reading.looked


def seen(reading: FunctionReading, inferred: Signature | None) -> SeenFunction:
    is_promised = bool(reading.written and reading.written[-1])
    found = _merged(reading.signature, inferred, is_promised=is_promised)
    return SeenFunction(reading, inferred, _annotated(found, reading.written) if found is not None else None)


def is_rest(parameter: Member) -> bool:
    """It takes all further arguments."""
    return parameter.name.startswith(REST)


def _merged(declared: Signature | None, inferred: Signature | None, *, is_promised: bool) -> Signature | None:
    """`is_promised`: an annotation says what it gives."""
    if declared is not None:
        declared = _spread(declared if is_promised else replace(declared, returns=widened(declared.returns)))
    if inferred is not None:
        inferred = _spread(inferred)
    if declared is None or inferred is None:
        return declared or inferred
    pairs = zip_longest(declared.parameters, inferred.parameters)
    parameters = tuple(_parameter(one, other) for one, other in pairs)
    return Signature(parameters, merged(declared.returns, inferred.returns))


def _spread(signature: Signature) -> Signature:
    """`(...inputs: [A, B])`, as builders declare it, is called with an `A` and a `B`."""
    *before, last = signature.parameters or (_NONE,)
    if not is_rest(last) or not isinstance(last.type, Tuple):
        return signature
    name, elements = last.name.removeprefix(REST), last.type.elements
    names = [name] if len(elements) == 1 else [f"{name}{position}" for position in range(len(elements))]
    given = [Member(one, type) for one, type in zip(names, elements, strict=True)]
    more = [Member(last.name, Array(last.type.rest))] if last.type.rest is not None else []
    return replace(signature, parameters=(*before, *given, *more))


def _parameter(declared: Member | None, inferred: Member | None) -> Member:
    if declared is None or inferred is None:
        found = declared or inferred
        assert found is not None
        return found
    return replace(declared, type=merged(declared.type, inferred.type))


def _annotated(signature: Signature, written: tuple[str, ...]) -> Signature:
    types = (*(member.type for member in signature.parameters), signature.returns)
    if len(written) != len(types):
        return signature
    texts = tuple(text if _tells_nothing(type) else "" for type, text in zip(types, written, strict=True))
    return replace(signature, written=texts) if any(texts) else signature


def _tells_nothing(type: WireType) -> bool:
    match type:
        case BuiltIn(name="Promise", arguments=(inside,)):
            return _tells_nothing(inside)
        case Union(options=options):
            return all(_tells_nothing(one) for one in options if one not in _ABSENT)
        case _:
            return isinstance(type, Unknown)
