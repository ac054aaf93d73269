"""What the engine asks of the outside world. Implementations live in `adapters`; `composition` picks them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

import msgspec

from boundary_lsp.model.wire_types import Signature, WireType


class Stamp(NamedTuple):
    """A file's identity on disk: equal stamps mean that the bytes need not be read again."""

    size: int
    mtime_ns: int
    inode: int


class Entry(NamedTuple):
    name: str
    is_directory: bool
    """False for symbolic links to directories: they are not followed, so that loops end."""
    is_file: bool


class FileSystem(Protocol):
    """Read-only view below one root. Paths are relative, `/`-separated; the root is the empty string."""

    root: str

    def read(self, path: str) -> bytes:
        """The whole file. Raises OSError."""
        ...

    def read_head(self, path: str, size: int) -> bytes:
        """The first `size` bytes. Raises OSError."""
        ...

    def entries(self, directory: str) -> list[Entry]:
        """Sorted by name. Raises OSError (unreadable, not a directory)."""
        ...

    def stamp(self, path: str) -> Stamp | None:
        """None where there is no such file; follows symbolic links."""
        ...

    def is_file(self, path: str) -> bool: ...

    def is_directory(self, path: str) -> bool: ...


class Parsed(msgspec.Struct, frozen=True):
    """One file's facts as a worker made them."""

    path: str
    stamp: Stamp
    digest: bytes
    """Of the bytes."""
    encoded: bytes
    """`ModuleFacts`, msgpack. Stored and sent as it is."""


class ParsePool(Protocol):
    def parse(self, paths: list[str]) -> Iterator[Parsed]:
        """Facts of the files, in no particular order. A file that cannot be read yields facts with a problem."""
        ...

    def close(self) -> None: ...


class FactStore(Protocol):
    """Remembers facts between runs. Losing it costs time, never correctness."""

    def load(self) -> Mapping[str, Parsed]: ...

    def save(self, entries: Iterable[Parsed]) -> None: ...


class TypeQuestion(NamedTuple):
    """About an expression (or a name where it is declared): a place in a module's text, in bytes, end exclusive."""

    path: str
    start: int
    end: int


class TypeOracle(Protocol):
    """A checker that infers types. Losing it costs knowledge, never the analysis: it answers less, and says why."""

    def types(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, WireType]:
        """The types of expressions. What cannot be answered is missing, what cannot be known is `Unknown`."""
        ...

    def signatures(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, Signature]:
        """How the functions at these names can be called; overloaded and unknown ones are missing."""
        ...

    @property
    def trouble(self) -> str:
        """Why it answers less than it was asked, in one sentence; empty where all went well."""
        ...

    @property
    def failed(self) -> bool:
        """It is there, and did not answer all that it was asked: another time it may."""
        ...

    def close(self) -> None: ...


class NotInHistory(Exception):
    """Why a file of another revision cannot be told, in one line."""


class FileChange(NamedTuple):
    """The commit that last changed a file."""

    commit: str
    """Its whole name."""
    date: str
    """`2026-11-30`, in universal time."""
    author: str
    subject: str
    """The first line of what it says."""


class Revision(NamedTuple):
    commit: str
    """Its whole name."""
    date: str
    """`2026-11-30`, in universal time."""


class VersionControl(Protocol):
    """The history of a folder, read-only."""

    def read(self, revision: str, path: str) -> bytes:
        """A file below the folder, as it was at a revision. Raises NotInHistory."""
        ...

    def changed(self, revision: str, paths: Collection[str]) -> frozenset[str]:
        """Those of the paths that are not as they were when what is here last had something in common with the
        revision; new ones among them. Raises NotInHistory."""
        ...

    def head(self) -> Revision:
        """The commit that is checked out. Raises NotInHistory."""
        ...

    def common(self, revision: str) -> str:
        """The commit that what is here last had in common with the revision. Raises NotInHistory."""
        ...

    def files(self, commit: str) -> AbstractContextManager[FileSystem]:
        """The folder as it was; without what no commit has, such as installed packages: that is as it is now. Raises
        NotInHistory."""
        ...

    def last_changes(self, paths: Collection[str]) -> Mapping[str, FileChange]:
        """By path, as far as it can be found in a few seconds. Raises NotInHistory."""
        ...


class Cancelled(Exception):
    """Nobody waits for the answer any more."""


class Progress(Protocol):
    """A line that says what goes on, for a person who waits."""

    def step(self, title: str, done: int, total: int) -> None:
        """Raises Cancelled where the work is to be given up."""
        ...

    def finish(self) -> None: ...
