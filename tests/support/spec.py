"""A Markdown document to its tests: small programs in stages, and what must be true of them.

The format is described in `docs/TESTING.md`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from tests.support.assertions import Assertion, assertions
from tests.support.markdown import Fence, Section, sections

LANGUAGES = {
    "ts": (".ts", ".mts", ".cts"),
    "tsx": (".tsx",),
    "js": (".js", ".cjs"),
    "jsx": (".jsx",),
    "mjs": (".mjs",),
    "mdx": (".mdx",),
    "py": (".py",),
    "json": (".json",),
    "toml": (".toml",),
    "yaml": (".yaml",),
    "css": (".css",),
    "html": (".html",),
}
"""The languages of fences that are files, and how those files may end."""
_OF_NEXT = ("ts", "tsx", "js", "jsx", "mjs", "mdx")
EXPECTATIONS = ("witness", "steps", "unknown")
CONFIGURATION = ("json", "toml", "yaml")
"""Written above the first sub-heading, these hold for all tests below."""

DEFAULT_MANIFEST = (
    '{"name": "app", "private": true, "scripts": {"build": "next build"},'
    ' "dependencies": {"next": "16.4.6", "react": "19.3.1", "react-dom": "19.3.1"}}\n'
)
DEFAULT_TSCONFIG = '{"compilerOptions": {"jsx": "preserve", "paths": {"@/*": ["./*"]}}}\n'


class SpecError(Exception):
    """The document itself is wrong. The line is the document's."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class SpecFile:
    path: str
    text: str
    """Without assertions."""
    assertions: tuple[Assertion, ...]
    line: int
    """Of the document, where the text starts."""


@dataclass
class Stage:
    number: int
    files: dict[str, SpecFile] = field(default_factory=dict)
    """The whole program after this stage's edits."""
    expectations: list[Fence] = field(default_factory=list)

    def texts(self) -> dict[str, str]:
        return {path: file.text for path, file in self.files.items()}


@dataclass(frozen=True)
class SpecTest:
    name: str
    """Headings as words, `doors/a-page-renders-a-client-component`: what `pytest -k` takes."""
    line: int
    stages: tuple[Stage, ...]


def spec_tests(text: str, expectations: Collection[str] = EXPECTATIONS) -> Iterator[SpecTest]:
    """The tests of a document: every heading with files. `expectations` are the languages of fences that say what must
    hold. Raises SpecError."""
    for outermost in sections(text):
        for section in outermost.all():
            own = [fence for fence in section.fences if _is_test_part(fence, expectations)]
            if any(fence.language not in CONFIGURATION for fence in own):
                if section.children:
                    raise SpecError(section.line, "a heading has files or headings below it, not both")
                yield SpecTest(
                    _name(section),
                    section.line,
                    tuple(_stages([*_inherited(section, expectations), *own], expectations)),
                )


def _is_test_part(fence: Fence, expectations: Collection[str]) -> bool:
    if fence.language in expectations:
        return True
    if fence.language not in LANGUAGES:
        return False
    if not fence.name:
        raise SpecError(fence.line - 1, "which file is this? Write its path above, as `app/page.tsx`:")
    if not fence.name.endswith(LANGUAGES[fence.language]):
        raise SpecError(fence.line - 1, f"`{fence.name}` is not {fence.language}")
    return True


def _inherited(section: Section, expectations: Collection[str]) -> Iterator[Fence]:
    if section.parent is not None:
        yield from _inherited(section.parent, expectations)
        yield from (fence for fence in section.parent.fences if _is_test_part(fence, expectations))


def _name(section: Section) -> str:
    """The path of headings; a document's title is left out where it has headings below."""
    titles = section.path()[1:] or section.path()
    return "/".join(re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") for title in titles)


def _stages(fences: Iterable[Fence], expectations: Collection[str]) -> Iterator[Stage]:
    by_number: dict[int, list[Fence]] = {}
    fences = list(fences)
    defaults = _defaults(fences)
    for fence in fences:
        by_number.setdefault(int(fence.option("stage", "1")), []).append(fence)
    files: dict[str, SpecFile] = {}
    for number in sorted(by_number):
        stage = Stage(number)
        for fence in by_number[number]:
            if fence.language in expectations:
                stage.expectations.append(fence)
            elif "delete" in fence.options:
                if files.pop(fence.name, None) is None:
                    raise SpecError(fence.line - 1, f"`{fence.name}` is not there to be deleted")
            else:
                text, found = assertions(fence.text)
                files[fence.name] = SpecFile(fence.name, text, tuple(found), fence.line)
        stage.files = {**defaults, **files}
        yield stage


def _defaults(fences: Iterable[Fence]) -> dict[str, SpecFile]:
    """A Next application's manifest and compiler options, where the test does not bring its own; nothing where all of
    its code is of another language."""
    if {fence.language for fence in fences if fence.language in LANGUAGES}.isdisjoint(_OF_NEXT):
        return {}
    names = {fence.name.rpartition("/")[2] for fence in fences}
    wanted = {"package.json": DEFAULT_MANIFEST, "tsconfig.json": DEFAULT_TSCONFIG}
    return {name: SpecFile(name, text, (), 0) for name, text in wanted.items() if name not in names}
