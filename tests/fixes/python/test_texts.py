"""What is made of a Python text: the first block of a section, changed as the lines above the others say."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from boundary_lsp.model.fixes import Splice, spliced
from boundary_lsp.syntax.python.rewrite.rewritable import Rewritable
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
    text = Rewritable(source)
    assert not text.is_broken
    splices = _changed(text, command)
    if after == REFUSED:
        assert not splices
        return
    assert splices is not None
    ordered = sorted(splices)
    assert all(one.end <= other.start for one, other in pairwise(ordered))
    assert spliced(source, tuple(ordered)).decode() == wanted.decode()
    assert not Rewritable(wanted).is_broken


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
    text = Rewritable(source)
    if text.is_broken:
        assert text.declarations() == ()
        assert text.taken_out(["a"]) is None
        assert text.directive_moved(0) == text.made_async(0) == ()
        assert text.comment_above(0, "x") == ()
    assert text.without([0]) is None


def test_a_text_may_be_newer_than_the_python_that_reads_it() -> None:
    text = Rewritable(b"type Key = str\n\n\ndef save[T](key: T) -> T:\n    return key\n")
    assert not text.is_broken
    assert text.taken_out(["Key"]) == (Splice(0, 17, b""),)


def _changed(text: Rewritable, command: str) -> tuple[Splice, ...] | None:
    word, _, rest = command.partition(" ")
    names = rest.split(", ")
    match word:
        case "taken_out":
            declared, _, imported = rest.partition("; ")
            offsets = [_at(text, name) for name in imported.split(", ") if name]
            return text.taken_out(declared.split(", "), offsets)
        case "without":
            return text.without([_at(text, name) for name in names])
        case "import_added":
            specifier, *names = names
            return (text.import_added(names, specifier),)
        case "directive_added":
            return text.directive_added(rest)
        case "directive_moved":
            return text.directive_moved(_at(text, rest))
        case "directive_corrected":
            wrong, right = names
            return text.directive_corrected(_at(text, wrong), right)
        case "directive_removed":
            return text.directive_removed(_at(text, rest))
        case "made_async":
            return text.made_async(_at(text, rest))
        case "comment_above":
            return text.comment_above(_at(text, rest), "boundary-ignore rule:")
    raise ValueError(command)


def _at(text: Rewritable, words: str) -> int:
    """Where the words first stand by themselves."""
    found = re.search(rb"(?<![\w.])%b(?!\w)" % re.escape(words.encode()), text.source)
    assert found, words
    return found.start()
