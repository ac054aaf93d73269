"""Programs that would never end, or end differently in another order."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.model.type_expressions import NamedType
from boundary_lsp.model.value_expressions import NameValue
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.syntax.values import values_of
from boundary_lsp.wire.declared import DeclaredTypes
from tests.support.spec import DEFAULT_MANIFEST

_NAMES = [f"T{number}" for number in range(12)]

PROGRAMS = {
    "a chain of functions": "".join(f"function f{n}() {{ return f{n + 1}() }}\n" for n in range(400)),
    "a chain of variables": "".join(f"const f{n} = {{ x: f{n + 1} }};\n" for n in range(400)),
    "deep literals": "const f0 = " + "{ a: [" * 300 + "1" + "] }" * 300 + ";",
    "deep types": "type T0 = " + "{ a: Array<" * 300 + "string" + "> }" * 300 + ";",
    "a chain of methods": "const f0 = [1]" + ".map(x => [x])" * 300 + ";",
    "interfaces that all hold one another": "".join(
        f"interface {name} {{ {'; '.join(f'{other.lower()}: {other}' for other in _NAMES)} }}\n" for name in _NAMES
    ),
    "arguments that grow": "type T0<T = string> = { a: T0<T[]>; b: T0<{ x: T }>; c: T0<[T]> };",
    "types twice as large each": "".join(
        f"interface T{n} {{ a: T{n + 1}; b: T{n + 1}; c: T{n + 1}[] }}\n" for n in range(20)
    ),
    "a long chain of types": "".join(f"interface T{n} {{ a: T{n + 1}; b: T{n + 1} }}\n" for n in range(200)),
    "functions that call one another": "".join(
        f"function f{n}() {{ return [{', '.join(f'f{m}()' for m in range(12))}] }}\n" for n in range(12)
    ),
    "a class that extends itself": "class T0 extends T0 {}\nconst f0 = new T0();",
    "a type that is itself": "type T0 = T0 | T0[];\ntype T1 = Partial<T1> & { a: T1['a'] };",
    "a module that exports itself": "export * from './example';\nimport { f0 } from './example';\ntype T0 = typeof f0;",
}


@pytest.mark.parametrize("text", PROGRAMS.values(), ids=PROGRAMS)
def test_every_question_ends(text: str) -> None:
    started = time.perf_counter()
    answered = _answers(text, reverse=False)
    assert answered
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("text", PROGRAMS.values(), ids=PROGRAMS)
def test_questions_leave_room_on_the_stack(text: str) -> None:
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(_frames() + 800)
        _answers(text, reverse=False)
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize(
    "name", ["interfaces that all hold one another", "types twice as large each", "functions that call one another"]
)
def test_answers_do_not_depend_on_the_order_of_questions(name: str) -> None:
    first, second = _answers(PROGRAMS[name], reverse=False), _answers(PROGRAMS[name], reverse=True)
    assert [name for name in first if first[name] != second[name]] == []


def _answers(text: str, *, reverse: bool) -> dict[str, WireType]:
    files = {"package.json": DEFAULT_MANIFEST, "example.ts": text}
    program = memory_workspace(MemoryFileSystem(files)).snapshot().program
    values = values_of("example.ts", text.encode(), program.facts[0])
    types = DeclaredTypes(program, lambda _: values)
    bindings: Iterable[int] = range(len(program.facts[0].interface.bindings))
    found: dict[str, WireType] = {}
    for binding in reversed(list(bindings)) if reverse else bindings:
        name = program.facts[0].interface.bindings[binding].local
        if name.startswith("T"):
            found[name] = types.type(0, NamedType((name,), binding))
        else:
            found[name] = types.value(0, NameValue(binding))
            for declared in values.functions:
                if declared.function.name == name:
                    found[f"{name}()"] = types.result(0, declared.function)
    return found


def _frames() -> int:
    frame, count = sys._getframe(), 0
    while frame is not None:
        frame, count = frame.f_back, count + 1  # type: ignore[assignment]
    return count
