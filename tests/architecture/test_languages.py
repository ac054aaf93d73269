"""What a module is written in is known in one room: elsewhere no text of ours is a language's name, or how its files
end. Nor is any a framework's name where there is no profile."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from boundary_lsp.frameworks.detect import PROFILES
from boundary_lsp.syntax.languages import LANGUAGES, SOURCE_EXTENSIONS

PACKAGE = Path(__file__).parents[2] / "boundary_lsp"
ROOMS = ("syntax", "resolve", "frameworks")
"""Where languages are read, where specifiers lead in each, and what frameworks do with their files."""
ALLOWED = {
    "adapters/typescript/": "the checker of one language",
    "adapters/pyright/": "the same",
    "adapters/frozen.py": "our own code",
}
NAMERS = {
    "frameworks/": "the profiles",
    "resolve/python/merged.py": "how the modules of such a program are found",
    "syntax/languages/table.py": "what shows that a folder is a program",
    "syntax/python/values/class_forms.py": "what decorators make of classes",
    "wire/serializers.py": "serializers, which have the names of their frameworks",
}
"""Who may name a framework, besides what imports its profile."""
_WORD = re.compile(r"[\w.@/-]+")
_WORDS = {
    *(extension for extension in SOURCE_EXTENSIONS),
    *(extension[1:] for extension in SOURCE_EXTENSIONS),
    *(language.title.lower() for language in LANGUAGES),
}

_FRAMEWORKS = {name for name in PROFILES if name not in ("next", "plain", "python")}
"""But for those that are words of English, and what has none."""


def literals(source: str) -> Iterator[str]:
    """All but docstrings."""
    tree = ast.parse(source)
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def words(source: str) -> set[str]:
    return {word for text in literals(source) for word in _WORD.findall(text.lower()) if word in _WORDS}


def test_only_the_rooms_of_languages_name_them() -> None:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith((*(f"{room}/" for room in ROOMS), *ALLOWED)):
            found[name] = words(path.read_text("utf-8"))
    assert {name: said for name, said in found.items() if said} == {}


def frameworks(source: str) -> set[str]:
    """Said as a name, or as a part of one: `anvil.server`, `anvil.yaml`."""
    names = (name for text in literals(source) for name in _WORD.findall(text.lower()))
    return {part for name in names for part in re.split(r"[./@-]", name) if part in _FRAMEWORKS}


def test_only_profiles_name_frameworks() -> None:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(tuple(NAMERS)):
            found[name] = frameworks(path.read_text("utf-8"))
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("namer", NAMERS)
def test_who_may_name_frameworks_does(namer: str) -> None:
    path = PACKAGE / namer
    files = path.rglob("*.py") if path.is_dir() else [path]
    assert any(frameworks(file.read_text("utf-8")) for file in files)


@pytest.mark.parametrize("allowed", ALLOWED)
def test_what_is_allowed_is_needed(allowed: str) -> None:
    path = PACKAGE / allowed
    files = path.rglob("*.py") if path.is_dir() else [path]
    assert any(words(file.read_text("utf-8")) for file in files)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('if path.endswith(".mdx"): pass', {".mdx"}),
        ("x = f'```ts\\n{line}'", {"ts"}),
        ("x = 'no TypeScript here'", {"typescript"}),
        ('"""TypeScript has it."""\nx = "Next.js"', set()),
    ],
)
def test_what_counts_as_a_name(source: str, said: set[str]) -> None:
    assert words(source) == said
