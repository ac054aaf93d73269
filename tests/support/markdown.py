"""Markdown to sections with their fences. Knows nothing of what the fences mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_NAME = re.compile(r"`([^`]+)`:$")
_FENCE = re.compile(r"(`{3,})\s*([^`]*)$")


@dataclass(frozen=True)
class Fence:
    language: str
    options: tuple[str, ...]
    """The words after the language: `stage=2`, `delete`."""
    text: str
    line: int
    """1-based, of the first line inside."""
    name: str
    """From a line such as `` `app/page.tsx`: `` right above; empty without one."""

    def option(self, key: str, default: str = "") -> str:
        """The value of `key=value`."""
        found = (word.partition("=")[2] for word in self.options if word.startswith(f"{key}="))
        return next(found, default)


@dataclass
class Section:
    title: str
    level: int
    line: int
    parent: Section | None = None
    fences: list[Fence] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)

    def path(self) -> list[str]:
        """Titles from the outermost heading to this one."""
        return [*(self.parent.path() if self.parent else []), self.title]

    def all(self) -> Iterator[Section]:
        yield self
        for child in self.children:
            yield from child.all()


def sections(text: str) -> list[Section]:
    """The outermost sections of a document."""
    outermost: list[Section] = []
    current: Section | None = None
    name = ""
    lines = enumerate(text.split("\n"), 1)
    for number, line in lines:
        if heading := _HEADING.match(line):
            current = _below(current, Section(heading[2], len(heading[1]), number), outermost)
        elif opening := _FENCE.match(line):
            body = _body(lines, opening[1])
            words = opening[2].split()
            if current is not None:
                language, options = (words[0], tuple(words[1:])) if words else ("", ())
                current.fences.append(Fence(language, options, body, number + 1, name))
        if line.strip():
            named = _NAME.match(line)
            name = named[1] if named else ""
    return outermost


def _body(lines: Iterator[tuple[int, str]], ticks: str) -> str:
    found: list[str] = []
    for _, line in lines:
        if line.rstrip() == ticks:
            break
        found.append(line + "\n")
    return "".join(found)


def _below(current: Section | None, section: Section, outermost: list[Section]) -> Section:
    while current is not None and current.level >= section.level:
        current = current.parent
    section.parent = current
    (current.children if current else outermost).append(section)
    return section
