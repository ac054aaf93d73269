"""A file system that notes what it was asked and what it answered, and can tell whether it would answer so again.

A step that reads files through this is a pure function of its other inputs and of these answers. So its result may be
kept, and holds as long as every answer is still the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from boundary_lsp.ports import Entry, FileSystem, Stamp

Digest = Callable[[bytes], bytes]
_FAILED = b"!"


class Question(NamedTuple):
    method: str
    path: str
    size: int
    """Of `read_head`; 0 for all others."""


class Answered(NamedTuple):
    question: Question
    answer: bytes
    """A digest of what came back, or of the fact that it failed."""


class RecordingFiles:
    """A `FileSystem` in front of another."""

    def __init__(self, files: FileSystem, digest: Digest) -> None:
        self.root = files.root
        self._files = files
        self._digest = digest
        self._answers: dict[Question, bytes] = {}

    def answers(self) -> list[Answered]:
        """Everything that was asked so far, each once."""
        return [Answered(question, answer) for question, answer in self._answers.items()]

    def read(self, path: str) -> bytes:
        return self._content(Question("read", path, 0), lambda: self._files.read(path))

    def read_head(self, path: str, size: int) -> bytes:
        return self._content(Question("read_head", path, size), lambda: self._files.read_head(path, size))

    def entries(self, directory: str) -> list[Entry]:
        question = Question("entries", directory, 0)
        try:
            found = self._files.entries(directory)
        except OSError:
            self._answers[question] = _FAILED
            raise
        self._answers[question] = self._digest(_entries(found))
        return found

    def stamp(self, path: str) -> Stamp | None:
        found = self._files.stamp(path)
        self._answers[Question("stamp", path, 0)] = repr(found).encode()
        return found

    def is_file(self, path: str) -> bool:
        found = self._files.is_file(path)
        self._answers[Question("is_file", path, 0)] = _truth(found)
        return found

    def is_directory(self, path: str) -> bool:
        found = self._files.is_directory(path)
        self._answers[Question("is_directory", path, 0)] = _truth(found)
        return found

    def _content(self, question: Question, read: Callable[[], bytes]) -> bytes:
        try:
            content = read()
        except OSError:
            self._answers[question] = _FAILED
            raise
        self._answers[question] = self._digest(content)
        return content


def still_answers(files: FileSystem, digest: Digest, answers: Iterable[Answered]) -> bool:
    """Whether the files would give all these answers again."""
    return all(_ask(files, digest, question) == answer for question, answer in answers)


def _ask(files: FileSystem, digest: Digest, question: Question) -> bytes:
    method, path, size = question
    try:
        if method == "is_file":
            return _truth(files.is_file(path))
        if method == "is_directory":
            return _truth(files.is_directory(path))
        if method == "stamp":
            return repr(files.stamp(path)).encode()
        if method == "entries":
            return digest(_entries(files.entries(path)))
        return digest(files.read_head(path, size) if method == "read_head" else files.read(path))
    except OSError:
        return _FAILED


def _truth(found: bool) -> bytes:
    return b"1" if found else b"0"


def _entries(found: Iterable[Entry]) -> bytes:
    return "\0".join(f"{entry.name}/{entry.is_directory:d}{entry.is_file:d}" for entry in found).encode(
        "utf-8", "surrogateescape"
    )
