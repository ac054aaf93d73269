"""Specs as Markdown: a heading names a test, its `files` fence is a project, its other fence says what must hold.

A line of a `files` fence is `path`, or `path: content` with `\\n` for line ends. A heading's files come on top of
those of the headings above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_HEADING = re.compile(r"(#+)\s+(.*)")
_FENCE = re.compile(r"```(\w+)\s*$")


@dataclass(frozen=True)
class Spec:
    name: str
    files: dict[str, str]
    claims: tuple[tuple[int, str], ...]
    """(line of the Markdown file, text)."""


def parameters(folder: Path) -> list[object]:
    """All specs of the folder's Markdown files, for `pytest.mark.parametrize`."""
    return [
        pytest.param(spec, id=f"{page.stem}: {spec.name}")
        for page in sorted(folder.glob("*.md"))
        for spec in _read(page)
    ]


def _read(page: Path) -> Iterator[Spec]:
    names: list[str] = []
    files: list[dict[str, str]] = []
    for kind, line, text in _blocks(page.read_text().splitlines()):
        if kind.startswith("#"):
            depth = len(kind) - 1
            names, files = [*names[:depth], text], [*files[:depth], {}]
        elif kind == "files":
            files[-1].update(_file(entry) for entry in text.splitlines() if entry)
        else:
            together = {path: content for level in files for path, content in level.items()}
            claims = [(line + n, claim) for n, claim in enumerate(text.splitlines(), 1) if claim.strip()]
            yield Spec(names[-1], together, tuple(claims))


def _blocks(lines: list[str]) -> Iterator[tuple[str, int, str]]:
    """(`#…` or the fence's language, line, title or content)."""
    at = 0
    while at < len(lines):
        if heading := _HEADING.fullmatch(lines[at]):
            yield heading[1], at + 1, heading[2]
        elif fence := _FENCE.fullmatch(lines[at]):
            end = lines.index("```", at)
            yield fence[1], at + 1, "\n".join(lines[at + 1 : end])
            at = end
        at += 1


def _file(entry: str) -> tuple[str, str]:
    path, _, content = entry.partition(": ")
    return path, content.replace("\\n", "\n")
