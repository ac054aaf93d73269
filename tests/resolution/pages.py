"""Pages of small projects: the files, what is found of them, and where their specifiers lead.

A heading with fences is a test. Its files stand below lines such as `` `app/page.tsx`: ``, or in a `files` fence; each
fence of `EXPECTATIONS` says something that must hold. docs/TESTING.md shows them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.markdown import Fence, Section, sections

FOLDER = Path(__file__).parent
EXPECTATIONS = (
    *("resolve", "banners"),
    *("root", "found", "sources", "ignored", "problems", "manifest", "members", "tsconfig", "configuration", "error"),
)
_UNREADABLE = " (unreadable)"


@dataclass(frozen=True)
class Question:
    """One line of a `resolve` fence."""

    importer: str
    specifier: str
    environments: tuple[str, ...]
    expected: str
    line: str


@dataclass
class Case:
    name: str
    files: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    expected: dict[str, list[str]] = field(default_factory=dict)
    """By kind of fence, its lines."""

    def questions(self) -> list[Question]:
        return [_question(line) for line in self.expected.get("resolve", [])]


def cases(page: Path) -> Iterator[Case]:
    for outermost in sections(page.read_text("utf-8")):
        for section in outermost.all():
            if section.fences:
                yield _case(f"{page.stem}: {section.title}", section)


def _case(name: str, section: Section) -> Case:
    case = Case(name)
    for fence in section.fences:
        if fence.language in EXPECTATIONS:
            case.expected.setdefault(fence.language, []).extend(line for line in fence.text.splitlines() if line)
        elif fence.language == "files":
            _list(case, fence)
        else:
            assert fence.name, f"{name}: line {fence.line} does not say which file this is"
            case.files[fence.name] = fence.text
    assert case.expected, f"{name}: nothing says what must hold"
    return case


def _list(case: Case, fence: Fence) -> None:
    for line in fence.text.splitlines():
        path, equals, text = line.partition(" = ")
        link, arrow, target = line.partition(" -> ")
        if equals:
            case.files[path] = text.encode().decode("unicode_escape") if "\\" in text else text
        elif arrow:
            case.links[link] = target
        elif line.endswith(_UNREADABLE):
            case.unreadable.add(line.removesuffix(_UNREADABLE))
        else:
            case.files[line] = ""


def _question(line: str) -> Question:
    """`app/page.tsx  pkg/sub  [client]  -> package pkg`, parted by two spaces or more."""
    asked, _, expected = line.partition(" -> ")
    importer, specifier, *rest = [word for word in asked.split("  ") if word]
    environments = (rest[0].strip("[] "),) if rest else ("server", "client")
    return Question(importer.strip(), specifier.strip(), environments, expected.strip(), line)
