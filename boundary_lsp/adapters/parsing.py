"""One file from disk to encoded facts: what a worker and the parent's own process do alike."""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH123

from __future__ import annotations

import os
import time
from hashlib import blake2b

import msgspec

from boundary_lsp.model.facts import (
    Declaration,
    DeclarationKind,
    Interface,
    ModuleFacts,
    Problem,
    Uses,
    ValueKind,
    Values,
)
from boundary_lsp.model.spans import Spans
from boundary_lsp.ports import FileSystem, Parsed, Stamp

LARGEST_FILE = 32 << 20
"""Nobody writes more by hand; a bundle that large is only reported."""

CLOCK_GRAIN_NS = 2_000_000_000
"""The coarsest file time in use (FAT). A file written this shortly before it was read could change again under the
same time, so its stamp must not vouch for it."""

_UNSURE = -1


def digest_of(source: bytes) -> bytes:
    """What tells one content from another."""
    return blake2b(source, digest_size=16).digest()


def problem_facts(kind: str) -> bytes:
    """Encoded facts of a file of which nothing is known but why."""
    module = Declaration("", DeclarationKind.MODULE, ValueKind.NONE, False)
    spans = msgspec.msgpack.encode(Spans((), (), (), (), (0, 0), (), ()))
    facts = ModuleFacts(
        Interface(False, (), (), (), (module,), ()),
        Uses((), (), ()),
        Values(),
        (),
        (Problem(kind, 0, 0),),
        msgspec.Raw(spans),
    )
    return msgspec.msgpack.encode(facts)


def failed(path: str, kind: str) -> Parsed:
    """The result for a file that could not be parsed; its empty digest says that it must not be remembered."""
    return Parsed(path, Stamp(0, _UNSURE, 0), b"", problem_facts(kind))


def encode(path: str, source: bytes) -> bytes:
    """Facts of a text. The front end is not supposed to raise; if it does, only this file is lost."""
    from boundary_lsp.syntax.front_end import encode_facts

    try:
        return encode_facts(path, source)
    except Exception:  # noqa: BLE001  a defect of ours must not take the other files with it
        return problem_facts("crashed")


def parse_on_disk(root: str, path: str) -> Parsed:
    """Read, hash and parse one file below the root."""
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            if status.st_size > LARGEST_FILE:
                return failed(path, "too-large")
            source = file.read()
    except OSError:
        return failed(path, "unreadable")
    written = status.st_mtime_ns if time.time_ns() - status.st_mtime_ns > CLOCK_GRAIN_NS else _UNSURE
    stamp = Stamp(status.st_size, written, status.st_ino)
    return Parsed(path, stamp, digest_of(source), encode(path, source))


def parse_text(path: str, text: bytes) -> Parsed:
    """A text that is in no file (yet)."""
    if len(text) > LARGEST_FILE:
        return failed(path, "too-large")
    return Parsed(path, Stamp(len(text), _UNSURE, 0), digest_of(text), encode(path, text))


def parse_from(files: FileSystem, path: str) -> Parsed:
    """The same through the port: for texts that are not on disk."""
    stamp = files.stamp(path)
    try:
        source = files.read(path)
    except OSError:
        return failed(path, "unreadable")
    return Parsed(path, stamp or Stamp(len(source), _UNSURE, 0), digest_of(source), encode(path, source))
