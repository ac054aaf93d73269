"""Answers between runs: the oracle is asked only for what is not known, and another key knows nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from boundary_lsp.adapters.cached_oracle import CachedOracle
from boundary_lsp.adapters.store import DiskBlobStore
from boundary_lsp.model.wire_types import (
    Array,
    BuiltIn,
    Instance,
    Literal,
    Member,
    Object,
    Primitive,
    Signature,
    Union,
    Unknown,
    WireType,
)
from boundary_lsp.ports import TypeQuestion

A, B, C = (TypeQuestion("a.ts", n, n + 1) for n in range(3))
POST = Object((Member("at", BuiltIn("Date")), Member("n", Union((Literal(1), Literal(True), Literal("x"))), True)))
TYPES: dict[TypeQuestion, WireType] = {A: Array(POST), B: Instance("Money", "m", "Array", Unknown("any"))}
SIGNATURES = {A: Signature((Member("id", Primitive("string")),), BuiltIn("Promise", (POST,)))}


class Oracle:
    def __init__(self, trouble: str = "") -> None:
        self.trouble = trouble
        self.asked: list[TypeQuestion] = []
        self.closed = False

    def types(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, WireType]:
        self.asked += questions
        return {one: TYPES[one] for one in questions if one in TYPES}

    def signatures(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, Signature]:
        self.asked += questions
        return {one: SIGNATURES[one] for one in questions if one in SIGNATURES}

    def close(self) -> None:
        self.closed = True


def _run(path: Path, oracle: Oracle, key: bytes = b"1") -> tuple[CachedOracle, list[str]]:
    warnings: list[str] = []
    store = DiskBlobStore(str(path), "/root", "types", "tool", warnings.append)
    return CachedOracle(oracle, store, key), warnings


def _ask(path: Path, oracle: Oracle, key: bytes = b"1") -> None:
    cached, warnings = _run(path, oracle, key)
    assert cached.types([A, B, C]) == TYPES
    assert cached.signatures([A, B]) == SIGNATURES
    cached.close()
    assert oracle.closed
    assert warnings == []


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    _ask(tmp_path, first := Oracle())
    assert first.asked == [A, B, C, A, B]
    _ask(tmp_path, second := Oracle())
    assert second.asked == []


def test_another_key_knows_nothing(tmp_path: Path) -> None:
    _ask(tmp_path, Oracle())
    _ask(tmp_path, other := Oracle(), b"2")
    assert other.asked == [A, B, C, A, B]


def test_what_could_not_be_answered_is_asked_again(tmp_path: Path) -> None:
    _ask(tmp_path, Oracle(trouble="it died"))
    _ask(tmp_path, second := Oracle())
    assert second.asked == [C, B]


def test_trouble_counts_only_where_it_was_needed(tmp_path: Path) -> None:
    _ask(tmp_path, Oracle())
    cached, _ = _run(tmp_path, Oracle(trouble="there is no checker"))
    cached.types([A, B])
    assert cached.trouble == ""
    cached.types([TypeQuestion("b.ts", 0, 1)])
    assert cached.trouble == "there is no checker"


@pytest.mark.parametrize("content", [b"", b"\x93\xa11", b"tool", b"tool\x93\xc4\x011\x91\x92\x93\xa1a\x00\x01\xc3\x90"])
def test_what_is_no_memory_is_none(tmp_path: Path, content: bytes) -> None:
    store = DiskBlobStore(str(tmp_path), "/root", "types", "tool", lambda _: None)
    store.save(content)
    _ask(tmp_path, oracle := Oracle())
    assert oracle.asked == [A, B, C, A, B]
