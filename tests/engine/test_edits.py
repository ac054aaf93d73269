"""After any edit, what crosses and what is found is what a fresh start comes to; and a checker is asked the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest

from boundary_lsp.adapters.in_process_pool import InProcessPool
from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.adapters.parsing import digest_of
from boundary_lsp.adapters.progress import NoProgress
from boundary_lsp.adapters.store import NoBlobStore, NoStore
from boundary_lsp.engine.memory import Outside
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.workspace import Stores, Workspace
from boundary_lsp.model.project import Project
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Function,
    Member,
    Object,
    Primitive,
    Signature,
    Unknown,
    WireType,
)
from boundary_lsp.ports import TypeQuestion
from tests.cli import shop
from tests.engine.edits import PASSED_ON, corpus_program, edit, synthetic_program

_Answer = TypeVar("_Answer")
_TYPES: tuple[WireType, ...] = (
    Primitive("string"),
    Function("late"),
    BuiltIn("URL"),
    Unknown("any"),
    Array(Primitive("symbol")),
    Object((Member("when", BuiltIn("Date")), Member("how", Function("")))),
)


class Moody:
    """A checker that knows something else in every epoch, and never all."""

    def __init__(self) -> None:
        self.epoch = 0
        self.asked: list[TypeQuestion] = []
        self.trouble = ""
        self.failed = False

    def identity(self, _: Project) -> bytes:
        return b""

    def open(self, _: Project) -> Moody:
        self.asked = []
        return self

    def types(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, WireType]:
        return self._told(questions, _TYPES)

    def signatures(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, Signature]:
        every = [Signature((Member("one", one),), BuiltIn("Promise", (one,))) for one in _TYPES]
        return self._told(questions, every)

    def close(self) -> None: ...

    def _told(self, questions: Sequence[TypeQuestion], answers: Sequence[_Answer]) -> dict[TypeQuestion, _Answer]:
        self.asked += questions
        found = {one: Random(f"{one} {self.epoch}").randrange(2 * len(answers)) for one in questions}
        return {one: answers[number] for one, number in found.items() if number < len(answers)}


RENEWED = 12
EDITS = {"passed-on": 200, "shop": 60, "like-button": 60, "next-shop": 25, "synthetic": 25}


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_a_fresh_start(name: str, seed: int, tmp_path: Path) -> None:
    original = _program(name, tmp_path)
    texts = dict(original)
    random, checker = Random(f"{name} {seed}"), Moody()
    files = MemoryFileSystem(texts)
    workspace = _workspace(files, checker)
    workspace.snapshot()
    history: list[str] = []
    for number in range(EDITS[name]):
        if number % RENEWED == 0:  # else it is soon all broken
            for path, text in original.items():
                files.write(path, text)
            texts, history = dict(original), []
            workspace.update(texts)
        changed = {edit(texts, random) for _ in range(random.choice((1, 1, 1, 2)))}
        for path in changed:
            files.write(path, texts[path])
        history.append(" ".join(sorted(changed)))
        _assert_fresh(workspace.update(changed), checker, texts, history)
        if random.random() < 0.2:
            checker.epoch += 1
            _assert_fresh(workspace.reconsider(), checker, texts, [*history, "reconsidered"])


def _assert_fresh(snapshot: Snapshot, checker: Moody, texts: Mapping[str, str], history: list[str]) -> None:
    other = Moody()
    other.epoch, asked = checker.epoch, checker.asked
    fresh = _workspace(MemoryFileSystem(texts), other).snapshot()
    assert snapshot.wire == fresh.wire, history
    assert snapshot.findings == fresh.findings, history
    assert snapshot.suppressed == fresh.suppressed, history
    assert snapshot.complete == fresh.complete, history
    if "wire" in snapshot.steps:
        assert asked == other.asked, history


def _workspace(files: MemoryFileSystem, checker: Moody) -> Workspace:
    stores = Stores(NoStore(), NoBlobStore(), NoBlobStore(), NoBlobStore(), NoBlobStore())
    outside = Outside(files, InProcessPool(files), NoProgress(), digest_of)
    return Workspace(outside, stores, Options(types="auto"), checker)


def _program(name: str, folder: Path) -> dict[str, str]:
    if name in ("shop", "passed-on"):
        return dict(shop.FILES if name == "shop" else PASSED_ON)
    return synthetic_program(folder, 80) if name == "synthetic" else corpus_program(name)
