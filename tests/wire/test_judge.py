"""Where troubles are, in which order, and what is not known."""

from __future__ import annotations

import pytest

from boundary_lsp.model.wire import Direction, Judgement, Verdict
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Cycle,
    Element,
    Function,
    Instance,
    Member,
    Object,
    Primitive,
    ServerReference,
    Tuple,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.wire.judge import judge
from boundary_lsp.wire.serializers import ANVIL, DUMPED_JSON, FLIGHT, JSON, WWWPY, serializer

STRING = Primitive("string")
MONEY = Instance("Money")
FUNCTION = Function("save")
PROPS = serializer(FLIGHT, (19, 3, 1), Direction.TO_CLIENT)


def of(**members: WireType) -> Object:
    return Object(tuple(Member(name, type) for name, type in members.items()))


def places(judgement: Judgement) -> list[str]:
    return [f"{trouble.verdict} {''.join(trouble.path)}".rstrip() for trouble in judgement.troubles]


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        pytest.param(MONEY, "error", id="the value itself"),
        pytest.param(Array(of(price=MONEY)), "error [].price", id="in a list of objects"),
        pytest.param(Tuple((STRING, MONEY)), "error [1]", id="in a tuple"),
        pytest.param(Tuple((STRING,), MONEY), "error []", id="in the rest of a tuple"),
        pytest.param(Object((), MONEY), "error [key]", id="in a record"),
        pytest.param(Object((Member("data-id", MONEY, True),)), 'error ["data-id"]', id="in an optional member"),
        pytest.param(BuiltIn("Map", (MONEY, STRING)), "error <key>", id="as a key"),
        pytest.param(BuiltIn("Map", (STRING, of(a=MONEY))), "error <value>.a", id="in a value"),
        pytest.param(BuiltIn("Set", (MONEY,)), "error []", id="in a set"),
        pytest.param(BuiltIn("Promise", (Array(of(price=MONEY)),)), "error [].price", id="in a promise"),
        pytest.param(BuiltIn("ReadableStream", (MONEY,)), "error []", id="in a stream"),
        pytest.param(ServerReference("act", (STRING, FUNCTION)), "error .bind[1]", id="bound"),
        pytest.param(Instance("Stack", base="Array"), "lossy", id="of a subclass"),
    ],
)
def test_the_path_leads_to_the_offender(type: WireType, expected: str) -> None:
    assert places(judge(type, PROPS)) == [expected]


def test_the_worst_comes_first_and_nothing_twice() -> None:
    url = BuiltIn("URL")
    post = of(link=url, author=Union((MONEY, url, MONEY)), price=MONEY)
    assert places(judge(post, PROPS)) == ["error .author", "error .price", "lossy .link", "lossy .author"]


def test_every_option_is_judged() -> None:
    judgement = judge(Union((STRING, MONEY, Unknown("any"))), PROPS)
    assert [trouble.offender for trouble in judgement.troubles] == [MONEY]
    assert judgement.unknown == ("any",)


@pytest.mark.parametrize(
    "type",
    [
        pytest.param(of(a=Primitive("undefined")), id="undefined in an object"),
        pytest.param(of(next=Cycle("Node"), value=STRING), id="a type that contains itself"),
        pytest.param(Element(), id="an element"),
        pytest.param(BuiltIn("Promise", (BuiltIn("Promise", (STRING,)),)), id="a promise of a promise"),
    ],
)
def test_nothing_to_say(type: WireType) -> None:
    assert judge(type, PROPS) == Judgement()


def test_what_is_not_known_is_silent_and_counted() -> None:
    type = of(a=Unknown("any"), b=BuiltIn("GPUBuffer"), c=Object((Member("toJSON", Unknown("a function")),)))
    judgement = judge(type, PROPS)
    assert judgement == Judgement((), ("any", "GPUBuffer", "a function"))
    assert judgement.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        pytest.param(Instance("Decimal", to_json=STRING), "a string", id="what toJSON is declared to return"),
        pytest.param(Instance("Decimal", to_json=Unknown()), "what its toJSON returns", id="where that is not known"),
        pytest.param(Instance("Decimal", to_json=Array(STRING)), "an array", id="a list"),
        pytest.param(Instance("Stack", base="Array"), "an array", id="a subclass of Array"),
        pytest.param(Instance("Cache", base="Map"), "a Map", id="a subclass of Map"),
        pytest.param(Instance("Failure", base="Error"), "an Error with another message in production", id="an error"),
        pytest.param(Instance("Range", base="Iterable"), "an array", id="a class that can be iterated"),
        pytest.param(BuiltIn("File"), "a Blob without its name", id="a file"),
        pytest.param(BuiltIn("URL"), "a string", id="a URL"),
    ],
)
def test_what_it_becomes(type: WireType, expected: str) -> None:
    (trouble,) = judge(type, PROPS).troubles
    assert (trouble.verdict, trouble.becomes) == (Verdict.LOSSY, expected)


def test_what_to_json_returns_is_sent_in_its_place() -> None:
    assert places(judge(Instance("Box", to_json=of(run=FUNCTION)), PROPS)) == ["error .run", "lossy"]


def test_a_promise_does_not_call_to_json() -> None:
    decimal = Instance("Decimal", to_json=STRING)
    assert places(judge(BuiltIn("Promise", (decimal,)), PROPS)) == ["error"]
    assert places(judge(BuiltIn("Promise", (of(price=decimal),)), PROPS)) == ["lossy .price"]


def test_temporary_references_do_not_reach_into_streams() -> None:
    through = serializer(FLIGHT, (), Direction.TO_SERVER, temporary_references=True)
    assert places(judge(of(save=FUNCTION), through)) == ["opaque .save"]
    assert places(judge(BuiltIn("ReadableStream", (of(save=FUNCTION),)), through)) == ["error [].save"]


def test_json_drops_members_and_empties_elements() -> None:
    through = serializer(JSON, (), Direction.TO_CLIENT)
    troubles = judge(of(save=FUNCTION, all=Array(Union((STRING, Primitive("undefined"))))), through).troubles
    assert [(trouble.path, trouble.becomes) for trouble in troubles] == [
        ((".save",), "nothing"),
        ((".all", "[]"), "null"),
    ]
    assert judge(of(a=Primitive("undefined")), through) == Judgement()


def test_what_a_class_is_made_of_is_sent_where_the_serializer_knows_its_form() -> None:
    post = Instance("Post", form="record", members=(Member("price", MONEY),))
    troubles = {
        name: places(judge(Array(post), serializer(name, (), Direction.TO_SERVER)))
        for name in (WWWPY, ANVIL, DUMPED_JSON)
    }
    assert troubles == {WWWPY: ["error [].price"], ANVIL: ["error []"], DUMPED_JSON: ["error []"]}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param(STRING, [], id="a name"),
        pytest.param(Primitive("number"), ["lossy <key>"], id="becomes a name"),
        pytest.param(Tuple((STRING,), is_array=False), ["error <key>"], id="cannot be one"),
    ],
)
def test_keys_of_what_becomes_an_object(key: WireType, expected: list[str]) -> None:
    through = serializer(DUMPED_JSON, (), Direction.TO_CLIENT)
    assert places(judge(BuiltIn("Map", (key, STRING)), through)) == expected


def test_the_newest_version_is_the_default() -> None:
    assert serializer(FLIGHT, (), Direction.TO_CLIENT).rows == PROPS.rows
    assert (
        serializer(FLIGHT, (18, 2), Direction.TO_CLIENT).rows == serializer(FLIGHT, (18, 3), Direction.TO_CLIENT).rows
    )


def test_a_serializer_that_nobody_knows() -> None:
    with pytest.raises(KeyError):
        serializer("carrier pigeon", (), Direction.TO_CLIENT)


def test_large_types_end() -> None:
    deep: WireType = MONEY
    wide: WireType = STRING
    for _ in range(200):
        deep = BuiltIn("Promise", (deep,))
    for _ in range(10):
        wide = Object(tuple(Member(f"m{index}", wide) for index in range(10)))
    assert judge(deep, PROPS) == Judgement((), ("a type too large to follow",))
    assert set(judge(wide, PROPS).unknown) == {"a type too large to follow"}
