"""Programs edited at random, line by line: after every edit, what is linked and built is what a build from nothing
comes to, whole, and so is what names mean."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bench.synthetic import generate
from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.build import build_program
from boundary_lsp.graph.names import Names
from boundary_lsp.model.program import Program
from boundary_lsp.resolve import link
from tests.engine.test_any_program import LOCALS, NAMES, STATEMENTS
from tests.support.same import differing_parts
from tests.support.spec import spec_tests

ROOT = Path(__file__).parents[2]
SOURCES = (".ts", ".tsx", ".js", ".jsx", ".mdx", ".py")
PAGES = (
    "barrels",
    "namespaces",
    "modules-as-objects",
    "passed-on",
    "props",
    "pages-router",
    "plain-programs",
    "workspaces",
    "anvil",
    "python-imports",
    "python-programs",
    "wwwpy",
)
PYTHON = (
    "import {to}",
    "import {to} as {local}",
    "from {to} import {name}",
    "from {to} import {name} as {local}",
    "from {to} import *",
    "from .{to} import {name} as {local}",
    "from . import {local}",
    "import anvil.server as {local}",
    "from anvil.server import callable, call as {local}",
    "anvil.server.call({name!r})",
    "{local}.call({name!r}, {other})",
    "{local}({other}.{name})",
    "@anvil.server.callable({name!r})",
    "@callable",
    "def {local}(): return {other}.{name}()",
    "async def {local}(): await {other}()",
    "{local} = {other}",
    "__all__ = [{name!r}, {other!r}]",
    'if __name__ == "__main__": {local}()',
)
OPTIONS = Options(types="off", select=frozenset())


class Writer:
    """Edits texts as somebody might who does not know what they do."""

    def __init__(self, texts: dict[str, str], seed: int) -> None:
        self._random = Random(seed)
        self._first = texts
        self.texts = dict(texts)
        self._paths = sorted(path for path in texts if path.endswith(SOURCES) and ".config." not in path)

    def edit(self) -> list[str]:
        """The paths that were edited; now and then two at once."""
        paths = self._random.sample(self._paths, min(len(self._paths), self._random.choice((1, 1, 1, 2))))
        for path in paths:
            edit = self._random.choice(
                (self._insert, self._insert, self._drop, self._move, self._direct, self._restore)
            )
            self.texts[path] = edit(path, self.texts[path].split("\n"))
        return paths

    def _insert(self, path: str, lines: list[str]) -> str:
        at = self._random.choice((0, len(lines), self._random.randint(0, len(lines))))
        if path.endswith(".py"):
            return "\n".join([*lines[:at], self._python(lines), *lines[at:]])
        names = {name: self._random.choice(NAMES) for name in ("name", "public")}
        here = self._known_names(lines)
        local, other = self._random.choice(here), self._random.choice(here)
        to = self._random.choice(self._paths)
        relative = posixpath.relpath(to, posixpath.dirname(path) or ".")
        specifier = relative if relative.startswith(".") else f"./{relative}"
        if not to.endswith(".mdx"):
            specifier = posixpath.splitext(specifier)[0]
        names["name"] = self._random.choice(self._known_names(self.texts[to].split("\n")))
        statement = self._random.choice(STATEMENTS).replace("@{to}", "{to}")
        return "\n".join([*lines[:at], statement.format(to=specifier, local=local, other=other, **names), *lines[at:]])

    def _python(self, lines: list[str]) -> str:
        to = self._random.choice([path for path in self._paths if path.endswith(".py")])
        module = posixpath.splitext(to)[0].removesuffix("/__init__").replace("/", ".")
        to = self._random.choice((module, module.rpartition(".")[2]))
        here = self._known_names(lines)
        name = self._random.choice(here)
        local, other = self._random.choice(here), self._random.choice(here)
        return self._random.choice(PYTHON).format(to=to, name=name, local=local, other=other)

    def _known_names(self, lines: list[str]) -> list[str]:
        words = (word.strip("{}(),;:") for line in lines for word in line.split())
        return [*LOCALS, *(word for word in words if word.isidentifier() and len(word) > 3)]

    def _drop(self, _: str, lines: list[str]) -> str:
        at = self._random.randrange(len(lines))
        return "\n".join(lines[:at] + lines[at + 1 :])

    def _move(self, _: str, lines: list[str]) -> str:
        line = lines.pop(self._random.randrange(len(lines)))
        lines.insert(self._random.randint(0, len(lines)), line)
        return "\n".join(lines)

    def _direct(self, _: str, lines: list[str]) -> str:
        rest = lines[1:] if lines[0][:5] in ("'use ", '"use ') else lines
        return "\n".join([*self._random.choice(([], ["'use client';"], ["'use server';"])), *rest])

    def _restore(self, path: str, _: list[str]) -> str:
        return self._first[path]


def corpus(name: str) -> dict[str, str]:
    folder = ROOT / "corpus" / name
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def written() -> Iterator[tuple[str, dict[str, str]]]:
    for name in ("like-button", "next-shop"):
        yield name, corpus(name)
    for page in PAGES:
        for test in spec_tests((ROOT / "tests" / "specs" / f"{page}.md").read_text()):
            yield f"{page}: {test.name}", test.stages[0].texts()


WRITTEN = dict(written())


@pytest.mark.parametrize("name", WRITTEN)
def test_small_programs(name: str) -> None:
    assert_follows(WRITTEN[name], edits=25, seed=len(name))


@pytest.mark.parametrize("seed", range(3))
def test_a_synthetic_program(tmp_path: Path, seed: int) -> None:
    generate(tmp_path, 120, seed)
    files = (path for path in sorted(tmp_path.rglob("*")) if path.is_file())
    texts = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in files}
    assert_follows(texts, edits=60, seed=seed)


def assert_follows(texts: dict[str, str], edits: int, seed: int) -> None:
    files = MemoryFileSystem(texts)
    workspace = memory_workspace(files, OPTIONS)
    workspace.snapshot()
    writer = Writer(texts, seed)
    for number in range(edits):
        paths = writer.edit()
        for path in paths:
            files.write(path, writer.texts[path])
        assert_as_from_nothing(workspace.update(paths), paths, number)
    assert workspace.snapshot().program.facts == memory_workspace(files, OPTIONS).snapshot().program.facts


def assert_as_from_nothing(snapshot: Snapshot, paths: list[str], edit: object) -> None:
    fresh = from_nothing(snapshot)
    assert differing_parts(snapshot.program, fresh) == [], (edit, paths)
    assert meanings(snapshot.names, paths) == meanings(Names(fresh), paths), (edit, paths)


def from_nothing(snapshot: Snapshot) -> Program:
    """Of the same facts."""
    project, facts = snapshot.project, snapshot.program.facts
    links = link(project, snapshot.files, project.sources, facts)
    return build_program(project, snapshot.files, project.sources, facts, links).program


def meanings(names: Names, paths: list[str]) -> list[object]:
    """What some modules' exports stand for, and where they are named."""
    program = names.program
    found: list[object] = []
    for path in paths:
        module = program.module_index(path)
        assert module is not None
        for export in program.facts[module].interface.exports:
            thing = names.named(module, export.name)
            found.append((path, export.name, thing, names.references(thing) if thing is not None else ()))
    return found
