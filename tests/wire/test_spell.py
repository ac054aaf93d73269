"""Wire types as text."""

from __future__ import annotations

import pytest

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
from boundary_lsp.wire.spell import SHORT, spell

STRING, NUMBER, NULL = Primitive("string"), Primitive("number"), Primitive("null")
POST = Object((Member("id", STRING), Member("title", STRING, optional=True)))


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        (Array(POST), "{ id: string; title?: string }[]"),
        (BuiltIn("Promise", (Object(POST.members, name="Post"),)), "Promise<Post>"),
        (Instance("Decimal", package="decimal.js"), "Decimal"),
        (Unknown("any"), "unknown"),
        (BuiltIn("Map", (STRING, Array(NUMBER))), "Map<string, number[]>"),
        (BuiltIn("Date"), "Date"),
        (Array(Union((STRING, NULL))), "(string | null)[]"),
        (Union((Literal("a"), Literal(1), Literal(True))), '"a" | 1 | true'),
        (Union((NULL, Literal(False), Literal(True))), "null | boolean"),
        (Array(Union((Literal(False), Literal(True)))), "boolean[]"),
        (Tuple((STRING, NUMBER)), "[string, number]"),
        (Tuple((STRING,), NUMBER), "[string, ...number[]]"),
        (Object(()), "{}"),
        (Object((), NUMBER), "Record<string, number>"),
        (Object((Member("id", STRING),), NUMBER), "{ id: string; [key: string]: number }"),
        (Object((Member("data-id", STRING),)), '{ "data-id": string }'),
        (Primitive("registered symbol"), "symbol"),
        (Array(Class("Post")), "(typeof Post)[]"),
        (Function("save"), "typeof save"),
        (Function(), "Function"),
        (ServerReference("save"), "typeof save"),
        (ClientReference("Button"), "typeof Button"),
        (Element(), "ReactNode"),
        (Component("memo"), "memo(…)"),
        (Object((Member("next", Cycle("Node")), Member("all", Cycle()))), "{ next: Node; all: … }"),
    ],
)
def test_as_typescript_would(type: WireType, expected: str) -> None:
    assert spell(type) == expected


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        (Array(POST), "{ id: string; title?: string }[]"),
        (
            BuiltIn("Promise", (Array(Object(tuple(Member(f"field{n}", STRING) for n in range(9)))),)),
            "Promise<{ field0: string; field1: string; … }[]>",
        ),
        (
            Object((Member("author", Object((Member("name", POST),))), Member("x" * 30, STRING))),
            "{ author: { name: { … } }; … }",
        ),
        (Instance("A" * 70), "A" * 59 + "…"),
    ],
)
def test_in_a_few_words(type: WireType, expected: str) -> None:
    assert spell(type, SHORT) == expected
    assert len(expected) <= SHORT


def test_large_types_are_cut() -> None:
    type: WireType = STRING
    for _ in range(12):
        type = Object(tuple(Member(f"member{index}", type) for index in range(12)))
    assert len(spell(type)) <= 1000
