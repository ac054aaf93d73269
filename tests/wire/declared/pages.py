"""Pages of small programs whose comments say what their expressions are.

A line's comments speak of what stands on it; several are separated by ` // `:

| comment | says |
|---|---|
| `// type: spelling` | of the top-level declaration on the line: the value's type, or what the type stands for |
| `// result: spelling` | what calling the function gives |
| `// props: spelling` | the props that the component is declared to take |
| `// name = spelling` | of an attribute, or of an argument by its number, that starts on the line |

With `client` after the language of the first fence, the modules run on the client.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.model.facts import DeclarationKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.model.spans import decode_spans
from boundary_lsp.model.type_expressions import NamedType
from boundary_lsp.model.value_expressions import FunctionValue, MemberValue, NameValue
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.syntax.values import values_of
from boundary_lsp.wire.declared import DeclaredTypes
from tests.support.markdown import Section, sections
from tests.support.spec import DEFAULT_MANIFEST, DEFAULT_TSCONFIG
from tests.wire.declared.notation import spelled

FOLDER = Path(__file__).parent
_COMMENT = re.compile(r"(?://|/\*)\s(?P<word>type|result|props|[\w.]+ =):?\s(?P<text>.*?)\s*(?:\*/\}?|(?=\s//\s)|$)")


class Example(NamedTuple):
    page: str
    title: str
    files: dict[str, str]
    lines: dict[str, int]
    """Where each file starts on the page."""
    environment: Environment


class Claim(NamedTuple):
    path: str
    line: int
    word: str
    text: str


def examples(page: Path) -> Iterator[Example]:
    for top in sections(page.read_text("utf-8")):
        for section in top.all():
            if section.fences:
                yield _example(page.stem, section)


def claims(example: Example) -> list[Claim]:
    found = []
    for path, text in example.files.items():
        for number, line in enumerate(text.split("\n"), 1):
            for match in _COMMENT.finditer(line):
                found.append(Claim(path, number, match["word"].removesuffix(" ="), match["text"]))
    return found


def answers(example: Example) -> Iterator[tuple[Claim, str]]:
    """Every claim, and what is true."""
    asked = _Asked(example)
    for claim in claims(example):
        yield claim, asked.answer(claim)


def _example(page: str, section: Section) -> Example:
    files = {"package.json": DEFAULT_MANIFEST, "tsconfig.json": DEFAULT_TSCONFIG}
    for fence in section.fences:
        files[fence.name or f"example.{fence.language}"] = fence.text
    lines = {fence.name or f"example.{fence.language}": fence.line for fence in section.fences}
    client = "client" in section.fences[0].options
    return Example(page, section.title, files, lines, Environment.CLIENT if client else Environment.SERVER)


class _Asked:
    def __init__(self, example: Example) -> None:
        self._files = example.files
        self._program: Program = memory_workspace(MemoryFileSystem(example.files)).snapshot().program
        self._values: dict[int, ModuleValues] = {}
        self._types = DeclaredTypes(self._program, self._module_values, example.environment)

    def answer(self, claim: Claim) -> str:
        module = self._program.module_index(claim.path)
        assert module is not None, claim.path
        if claim.word not in ("type", "result", "props"):
            return spelled(self._handed_over(module, claim))
        declaration = self._declaration(module, claim.line)
        if claim.word == "props":
            return spelled(self._types.props(module, declaration))
        if claim.word == "result":
            return spelled(self._types.result(module, self._function(module, declaration)))
        return spelled(self._type(module, declaration))

    def _type(self, module: int, declaration: int) -> WireType:
        interface = self._program.facts[module].interface
        found = interface.declarations[declaration]
        binding = next(i for i, b in enumerate(interface.bindings) if b.kind == 1 and b.owner == declaration)
        if found.kind == DeclarationKind.TYPE:
            return self._types.type(module, NamedType((found.name,), binding))
        return self._types.value(module, NameValue(binding))

    def _function(self, module: int, declaration: int) -> FunctionValue:
        name = self._program.facts[module].interface.declarations[declaration].name
        values = self._module_values(module)
        for function in values.functions:
            if (function.function.name or "default") == name:
                return function.function
        value = next(v.value for v in values.variables if v.name == name)
        assert isinstance(value, FunctionValue), value
        return value

    def _handed_over(self, module: int, claim: Claim) -> WireType:
        for name, value, start in self._given(module):
            if name == claim.word and self._line(claim.path, start) == claim.line:
                return self._types.value(module, value)
        raise AssertionError(f"{claim.path}:{claim.line}: nothing is handed over as {claim.word}")

    def _given(self, module: int) -> Iterator[tuple[str, NameValue | MemberValue, int]]:
        values = self._module_values(module)
        for render in values.renders:
            for attribute in render.attributes:
                yield attribute.name or "...", attribute.value, attribute.name_start  # type: ignore[misc]
        for call in values.calls:
            for index, argument in enumerate(call.arguments):
                yield str(index), argument.value, argument.start  # type: ignore[misc]
        for capture in values.captures:
            yield capture.path, capture.value, capture.start  # type: ignore[misc]

    def _declaration(self, module: int, line: int) -> int:
        path = self._program.modules[module]
        starts = decode_spans(self._program.facts[module]).declarations[::2]
        found = [i for i, start in enumerate(starts) if i > 0 and self._line(path, start) == line]
        assert found, f"{path}:{line}: nothing is declared here"
        return found[0]

    def _line(self, path: str, start: int) -> int:
        return self._files[path].encode().count(b"\n", 0, start) + 1

    def _module_values(self, module: int) -> ModuleValues:
        if module not in self._values:
            path = self._program.modules[module]
            self._values[module] = values_of(path, self._files[path].encode(), self._program.facts[module])
        return self._values[module]


def _rewrite(page: Path) -> None:
    """Writes what is true into the page, for a person to read before it is committed."""
    lines = page.read_text("utf-8").split("\n")
    for example in examples(page):
        for claim, answer in answers(example):
            at = example.lines[claim.path] + claim.line - 2
            word = claim.word + (":" if claim.word in ("type", "result", "props") else " =")
            lines[at] = lines[at].replace(f"{word} {claim.text}", f"{word} {answer}")
    page.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.md")):
        _rewrite(path)
