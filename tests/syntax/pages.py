"""Pages of examples: a source fence, and a `facts` fence with what must be found in it.

The first line of a page's comment `<!-- facts: import export -->` names the facts that it is about;
the others are not compared. `python -m tests.syntax.pages` writes what is found into the pages, for
a person to read before it is committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from boundary_lsp.syntax.front_end import facts_of
from boundary_lsp.syntax.values import read_values
from tests.syntax.notation import lines_of
from tests.syntax.value_notation import WORDS, value_lines

FOLDER = Path(__file__).parent
_EXAMPLE = re.compile(
    r"^## (?P<title>[^\n]+)\n(?P<text>(?:(?!^#|^```)[^\n]*\n)*)```(?P<extension>\w+)\n(?P<source>.*?)^```\n"
    r"(?P<gap>(?:(?!^#|^```)[^\n]*\n)*)(?:```facts\n(?P<facts>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)
_ABOUT = re.compile(r"<!-- facts: ([\w ]+) -->")


class Example(NamedTuple):
    page: str
    title: str
    extension: str
    source: str
    expected: list[str]
    about: tuple[str, ...]


def examples(page: Path) -> Iterator[Example]:
    text = page.read_text("utf-8")
    about = _about(text)
    for match in _EXAMPLE.finditer(text):
        expected = (match["facts"] or "").splitlines()
        yield Example(page.stem, match["title"], match["extension"], match["source"], expected, about)


def found(example: Example) -> list[str]:
    source = example.source.encode()
    path = f"example.{example.extension}"
    facts = facts_of(path, source)
    lines = lines_of(facts, source)
    if WORDS.intersection(example.about):
        lines += value_lines(facts, read_values(path, source, facts), source)
    return [line for line in lines if line.split(" ", 1)[0] in example.about]


def _about(text: str) -> tuple[str, ...]:
    match = _ABOUT.search(text)
    assert match is not None, "a page says which facts it is about"
    return tuple(match[1].split())


def _rewrite(page: Path) -> None:
    text = page.read_text("utf-8")
    about = _about(text)

    def filled(match: re.Match[str]) -> str:
        example = Example(page.stem, match["title"], match["extension"], match["source"], [], about)
        facts = "".join(f"{line}\n" for line in found(example))
        gap = match["gap"] if match["facts"] is not None else "\n"
        after = "" if match["facts"] is not None else match["gap"]
        head = f"## {match['title']}\n{match['text']}```{match['extension']}\n{match['source']}```\n"
        return f"{head}{gap}```facts\n{facts}```\n{after}"

    page.write_text(_EXAMPLE.sub(filled, text), "utf-8")


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.md")):
        _rewrite(path)
