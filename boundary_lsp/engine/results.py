"""Links and program of the last run, kept for a run in which nothing has changed.

Rationale. Linking and the graph take most of a run that parses nothing (0.3 of 0.5 s for 4,200 modules), reading them
back 4 ms. They are a pure function of the project, the digests of its sources, the options, our own code, and what they
ask of the file system; the last is recorded and asked again. Nothing else can make them differ, so nothing else is
compared. JSON, because sets of layers are integers of any size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec
from msgspec.structs import replace

from boundary_lsp.engine.recording import Answered, still_answers
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem


class BlobStore(Protocol):
    """Remembers some bytes between runs."""

    def load(self) -> bytes | None: ...

    def save(self, content: bytes) -> None: ...


class Result(msgspec.Struct, frozen=True):
    key: bytes
    answers: list[Answered]
    program: Program
    """Without its facts, which are remembered apart."""


_inputs_encoder = msgspec.msgpack.Encoder(order="deterministic")


def inputs_key(
    project: Project, digests: Iterable[bytes], framework: str | None, digest: Callable[[bytes], bytes]
) -> bytes:
    """What a result depends on, but for the file system: equal keys, equal results."""
    return digest(_inputs_encoder.encode((project, list(digests), framework)))


def recalled(
    content: bytes, key: bytes, files: FileSystem, digest: Callable[[bytes], bytes], facts: tuple[ModuleFacts, ...]
) -> Program | None:
    """The program of an earlier run, if it would come out the same now."""
    try:
        result = msgspec.json.decode(content, type=Result)
    except (msgspec.DecodeError, ValueError):
        return None
    if result.key != key or not still_answers(files, digest, result.answers):
        return None
    return replace(result.program, facts=facts)


def encoded(key: bytes, answers: list[Answered], program: Program) -> bytes | None:
    """None for what cannot be written: a name that is no text."""
    try:
        return msgspec.json.encode(Result(key, answers, replace(program, facts=())))
    except (UnicodeEncodeError, ValueError):
        return None
