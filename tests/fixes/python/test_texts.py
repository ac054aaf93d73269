"""What is made of a Python text: the first block of a section, changed as the lines above the others say."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from boundary_lsp.model.fixes import Splice, spliced
from boundary_lsp.syntax.python.rewrite import comments, directives, functions, imports, statements
from boundary_lsp.syntax.python.rewrite.text import Text
from tests.support.markdown import sections

PAGE = Path(__file__).parent / "texts.md"
CASES = [
    pytest.param(section.fences[0].text, fence.name, fence.text, id=f"{section.title}: {fence.name}")
    for outer in sections(PAGE.read_text("utf-8"))
    for section in outer.all()
    for fence in section.fences[1:]
]
REFUSED = "refused\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(("before", "command", "after"), CASES)
def test_rewrites(before: str, command: str, after: str, mark: str, newline: str) -> None:
    source, wanted = ((mark + text.replace("\n", newline)).encode() for text in (before, after))
    text = Text(source)
    assert not text.is_broken
    splices = _changed(text, command)
    if after == REFUSED:
        assert not splices
        return
    assert splices is not None
    ordered = sorted(splices)
    assert all(one.end <= other.start for one, other in pairwise(ordered))
    assert spliced(source, tuple(ordered)).decode() == wanted.decode()
    assert not Text(wanted).is_broken


@pytest.mark.parametrize(
    "source",
    [
        b"def f(:\n",
        b"\xff",
        b"a = '\xe9'",
        b"(" * 100_000,
        b"x = " + b"[" * 5000 + b"]" * 5000,
        b"".join(b" " * n + b"if a:\n" for n in range(90)) + b" " * 90 + b"a",
        b"\x00",
        b"a = " + b"-" * 100_000 + b"1",
        b"a = " + b"1 + " * 20_000 + b"1",
        b"a = " + b"not " * 20_000 + b"1",
        b"a = " + b"lambda: " * 20_000 + b"1",
    ],
    ids=range(11),
)
def test_what_is_not_understood_is_left_alone(source: bytes) -> None:
    text = Text(source)
    if text.is_broken:
        assert statements.declarations(text) == ()
        assert statements.taken_out(text, ["a"]) is None
        assert directives.moved(text, 0) == functions.made_async(text, 0) == ()
        assert comments.comment_above(text, 0, "x") == ()
    assert imports.without(text, [0]) is None


def _changed(text: Text, command: str) -> tuple[Splice, ...] | None:
    word, _, rest = command.partition(" ")
    names = rest.split(", ")
    match word:
        case "taken_out":
            return statements.taken_out(text, names)
        case "without":
            return imports.without(text, [_at(text, name) for name in names])
        case "import_added":
            specifier, *names = names
            return (imports.import_added(text, names, specifier, -1),)
        case "directive_added":
            return directives.added(text, rest)
        case "directive_moved":
            return directives.moved(text, _at(text, rest))
        case "directive_corrected":
            wrong, right = names
            return directives.corrected(text, _at(text, wrong), right)
        case "directive_removed":
            return directives.removed(text, _at(text, rest))
        case "made_async":
            return functions.made_async(text, _at(text, rest))
        case "comment_above":
            return comments.comment_above(text, _at(text, rest), "boundary-ignore rule:")
    raise ValueError(command)


def _at(text: Text, words: str) -> int:
    """Where the words first stand by themselves."""
    found = re.search(rb"(?<![\w.])%b(?!\w)" % re.escape(words.encode()), text.source)
    assert found, words
    return found.start()
