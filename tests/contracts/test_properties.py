"""What holds for all contracts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boundary_lsp.model.contract import Contract, Effect, EndpointContract
from boundary_lsp.model.wire import Direction
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Class,
    ClientReference,
    Component,
    Cycle,
    Element,
    Function,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    ServerReference,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.contracts.compare import changes
from boundary_lsp.wire.contracts.differences import Differences
from boundary_lsp.wire.contracts.file import contract_text
from boundary_lsp.wire.contracts.fits import Fitting
from boundary_lsp.wire.contracts.make import contract_from
from boundary_lsp.wire.contracts.parse import parse_contract

NAMES = st.sampled_from(["id", "title", "get", "new", "default", "type", "readonly", "data-id", "0", "a'b", 'a"b', "…"])
TYPE_NAMES = st.sampled_from(["", "Post", "Author", "Date", "A.B", "type", "Page<Post>"])
LEAVES = st.one_of(
    st.sampled_from(["undefined", "null", "boolean", "number", "string", "bigint", "symbol", "registered symbol"]).map(
        Primitive
    ),
    st.one_of(st.text(max_size=5), st.booleans(), st.integers(), st.floats()).map(Literal),
    st.sampled_from(
        [
            Unknown("any"),
            Unknown("too deep"),
            Unknown("a function that may be a server function"),
            BuiltIn("Date"),
            BuiltIn("NoSuchThing"),
            Instance("Decimal", package="decimal.js"),
            Instance("Date"),
            Instance(""),
            Class("Post"),
            Function("save"),
            ServerReference("save"),
            ClientReference("Button"),
            Element(),
            Component("memo"),
            Cycle("Post"),
            Cycle("Nowhere"),
        ]
    ),
)


@st.composite
def types_within(draw: st.DrawFn, depth: int = 3) -> WireType:
    """Drawn by hand: a strategy of strategies takes pages to print."""
    kind = draw(st.sampled_from(["leaf", "leaf", "array", "tuple", "object", "union", "built-in"])) if depth else "leaf"
    inner = types_within(depth - 1)
    match kind:
        case "array":
            return Array(draw(inner))
        case "tuple":
            return Tuple(tuple(draw(st.lists(inner, max_size=3))), draw(st.none() | inner))
        case "object":
            names = draw(st.lists(NAMES, max_size=4, unique=True))
            members = tuple(Member(name, draw(inner), draw(st.booleans())) for name in names)
            return Object(members, draw(st.none() | inner), draw(TYPE_NAMES))
        case "union":
            return Union(tuple(draw(st.lists(inner, min_size=2, max_size=4))))
        case "built-in":
            name = draw(st.sampled_from(["Map", "Promise", "Set", "ReadableStream"]))
            return BuiltIn(name, tuple(draw(inner) for _ in range(2 if name == "Map" else 1)))
        case _:
            return draw(LEAVES)


TYPES: st.SearchStrategy[WireType] = types_within()
PARAMETERS = st.lists(
    st.builds(Member, st.sampled_from(["id", "note", "{ a, b }", "input", "type"]), TYPES, st.booleans()), max_size=3
)
ENDPOINTS = st.builds(EndpointContract, st.none() | PARAMETERS.map(tuple), TYPES)
IDS = st.sampled_from(["app/a.ts#one", "app/(x)/[y]/b.ts#Page.$1", 'odd "name".ts#two', "plain"])
CONTRACTS = st.builds(
    contract_from, st.dictionaries(IDS, ENDPOINTS, max_size=3), st.dictionaries(IDS, TYPES, max_size=2)
)

_slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)


@_slow
@given(CONTRACTS)
def test_what_is_written_is_read(contract: Contract) -> None:
    text = contract_text(contract)
    assert parse_contract(text.encode()) == contract
    assert contract_text(parse_contract(text.encode())) == text


@_slow
@given(CONTRACTS)
def test_nothing_has_changed_from_a_contract_to_itself(contract: Contract) -> None:
    assert changes(contract, contract) == []


@_slow
@given(st.lists(TYPES, min_size=2, max_size=2), st.sampled_from(Direction))
def test_a_difference_breaks_if_and_only_if_the_types_do_not_fit(types: list[WireType], direction: Direction) -> None:
    old, new = (contract_from({"x": EndpointContract(None, type)}, {}) for type in types)
    before, after = old.endpoints["x"].returns, new.endpoints["x"].returns
    differences = Differences(old.types, new.types, direction).of("result", before, after)
    if direction is Direction.TO_SERVER:
        fits = Fitting(old.types, new.types).fits(before, after)
    else:
        fits = Fitting(new.types, old.types).fits(after, before)
    assert any(one.effect is Effect.BREAKING for one in differences) == (not fits)


@_slow
@given(TYPES)
def test_unknown_never_breaks(type: WireType) -> None:
    known, unknown = (contract_from({"x": EndpointContract(None, one)}, {"y": one}) for one in (type, Unknown()))
    for found in (changes(known, unknown), changes(unknown, known)):
        assert not any(one.effect is Effect.BREAKING for one in found)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_discovery_does_not_matter(order: int) -> None:
    endpoints = {
        f"a.ts#{n}": EndpointContract((), Union((Literal("b"), Primitive("null"), Literal("a")))) for n in "xyz"
    }
    shuffled = dict(sorted(endpoints.items(), reverse=order < 0))
    assert contract_text(contract_from(shuffled, {})) == contract_text(contract_from(endpoints, {}))
