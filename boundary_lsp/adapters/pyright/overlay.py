"""A module's text, changed so that pyright says of what type some of its expressions are.

    save(order)          save(reveal_type(((order), _boundary_names()))[0])
    def load(id): …      reveal_type((load, _boundary_names()))             # behind the last line

pyright calls classes by their last names, unless two of them are in one type. So each is printed beside classes of our
own that are called as the ones we know: `decimal.Decimal` is then told from any other `Decimal`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.adapters.pyright.names import HOMONYMS
from boundary_lsp.ports import TypeQuestion

_NAMES = "_boundary_names"
_RULES = ("strictListInference", "strictDictionaryInference", "strictSetInference", "analyzeUnannotatedFunctions")
"""What says `list[int | str]` where it would say `list[Unknown]`."""
_HEAD = "".join(
    (
        f"# pyright: basic, enableTypeIgnoreComments=false, {', '.join(f'{rule}=true' for rule in _RULES)}\n",
        f"def {_NAMES}():\n",
        *(f"    class {name}: ...\n" for name in HOMONYMS),
        f"    return {', '.join(f'{name}()' for name in HOMONYMS)}\n",
    )
)
_REVEAL = "reveal_type("
_MARK = "\ufeff"
_OWN_COMMENT = re.compile(r"(?<=#)(\s*)pyright(?=\s*:)")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """As the protocol counts: lines, and UTF-16 units in them."""

    line: int
    character: int


class Overlay(NamedTuple):
    text: str
    asked: Mapping[Position, TypeQuestion]
    """By where that begins of which the type is printed."""


class _Edit(NamedTuple):
    """At one place, what ends is ended first, and the outermost is begun first."""

    at: int
    begins: bool
    order: int
    text: str
    question: TypeQuestion


def overlay(source: bytes, types: Iterable[TypeQuestion], functions: Iterable[TypeQuestion]) -> Overlay:
    """`functions` are asked about by their names; those that are not declared just once at the top of the module are
    left out."""
    text = source.decode("utf-8", "replace")
    text = _OWN_COMMENT.sub(r"\1_______", text)
    written, revealed = [_HEAD], list[tuple[int, TypeQuestion]]()
    at = len(_MARK) if text.startswith(_MARK) else 0
    for edit in sorted(_edits(source, types)):
        written.append(text[at : edit.at])
        at = edit.at
        if edit.begins:
            revealed.append((sum(map(len, written)) + len(_REVEAL), edit.question))
        written.append(edit.text)
    written.append(text[at:])
    for question in functions:
        if name := _declared(source, text, question):
            written.append(f"\n{_REVEAL}({name}, {_NAMES}()))")
            revealed.append((sum(map(len, written[:-1])) + 1 + len(_REVEAL), question))
    return _placed("".join(written), revealed)


def _edits(source: bytes, questions: Iterable[TypeQuestion]) -> Iterator[_Edit]:
    for one in questions:
        start, end = _offset(source, one.start), _offset(source, one.end)
        if start < end:
            yield _Edit(start, True, -end, f"{_REVEAL}((", one)
            yield _Edit(end, False, -start, f"), {_NAMES}()))[0]", one)


def _offset(source: bytes, at: int) -> int:
    return len(source[:at].decode("utf-8", "replace"))


def _declared(source: bytes, text: str, question: TypeQuestion) -> str:
    name = source[question.start : question.end].decode("utf-8", "replace")
    found = list(re.finditer(rf"^(?:async[ \t]+)?def[ \t]+({re.escape(name)})\b", text, re.MULTILINE))
    is_it = len(found) == 1 and found[0].start(1) == _offset(source, question.start)
    return name if is_it else ""


def _placed(text: str, revealed: Sequence[tuple[int, TypeQuestion]]) -> Overlay:
    lines = [0, *(found.end() for found in _LINE_END.finditer(text))]
    asked = {}
    for at, question in revealed:
        line = bisect_right(lines, at) - 1
        asked[Position(line, len(text[lines[line] : at].encode("utf-16-le", "surrogatepass")) // 2)] = question
    return Overlay(text, asked)
