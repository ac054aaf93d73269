"""Pages of programs whose types are told beside them.

    const a = [1, 2].map(String); // type: string[]
    <Card date={new Date()} />    // type: Date
    export function f() {}        // signature: () => undefined
    def f(): pass                 #: signature: () => null

`type` is that of what follows the line's first `= ` or `={`, up to the end of the statement or the brace; `signature`
is that of the function at the line's first name after `function`, `const` or `def`, or at a default export's
expression. A `-` says that there must be no answer. Assertions stay in the program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from boundary_lsp.ports import TypeOracle, TypeQuestion
from tests.oracle.spelling import spell, spell_signature
from tests.support.markdown import sections

_ASSERTION = re.compile(r"(?://|#:) (type|signature): (.*)$")
_VALUE = re.compile(r"=(?: |(\{))(.*)$")
_NAME = re.compile(r"(?:function|const|def) (\w+)|export default (.*);")


@dataclass
class Program:
    title: str
    files: dict[str, str] = field(default_factory=dict)
    types: dict[TypeQuestion, tuple[int, str]] = field(default_factory=dict)
    """What is asked: the line in the page, and the type as it is spelled."""
    signatures: dict[TypeQuestion, tuple[int, str]] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        for path, text in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode())


def programs(page: Path) -> list[Program]:
    found = []
    for outer in sections(page.read_text("utf-8")):
        common = {fence.name: fence.text for fence in outer.fences if fence.name}
        for section in outer.children:
            program = Program(section.title, dict(common))
            for fence in section.fences:
                if fence.name:
                    program.files[fence.name] = fence.text
                    _read(program, fence.name, fence.text, fence.line)
            found.append(program)
    return found


def mistakes(page: Path, program: Program, oracle: TypeOracle) -> list[str]:
    """What is answered otherwise than it says there. The oracle is closed."""
    try:
        types = oracle.types(list(program.types))
        signatures = oracle.signatures(list(program.signatures))
        assert not oracle.trouble
    finally:
        oracle.close()
    spelled = (
        (program.types, {one: spell(types.get(one)) for one in program.types}),
        (program.signatures, {one: spell_signature(signatures.get(one)) for one in program.signatures}),
    )
    return [
        f"{page}:{line}: {found[one]}, not {wanted}"
        for asked, found in spelled
        for one, (line, wanted) in asked.items()
        if found[one] != wanted
    ]


def _read(program: Program, path: str, text: str, first: int) -> None:
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True), first):
        if assertion := _ASSERTION.search(line):
            kind, wanted = assertion[1], assertion[2].strip()
            start, end = _value(line[: assertion.start()]) if kind == "type" else _name(line[: assertion.start()])
            before = len(text[:at].encode())
            span = (before + len(line[:start].encode()), before + len(line[:end].encode()))
            into = program.types if kind == "type" else program.signatures
            into[TypeQuestion(path, *span)] = (number, wanted)
        at += len(line)


def _value(line: str) -> tuple[int, int]:
    found = _VALUE.search(line)
    assert found, f"no value in {line}"
    rest = line[: line.rindex("}")] if found[1] else line.rstrip().removesuffix(";")
    return found.start(2), len(rest)


def _name(line: str) -> tuple[int, int]:
    found = _NAME.search(line)
    assert found, f"no name in {line}"
    return found.span(1) if found[1] else found.span(2)
