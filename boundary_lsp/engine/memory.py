"""The facts of every file, and how they are had for the least work: remembered, else parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Protocol

import msgspec

from boundary_lsp.engine.steps import StepLog
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.ports import FileSystem, Parsed, ParsePool, Progress, Stamp

_decoder = msgspec.msgpack.Decoder(ModuleFacts)

FAILED = b""
"""The digest of a file that could not be parsed: it is tried again each time, and not stored."""


class Pool(ParsePool, Protocol):
    def warm_up(self) -> None:
        """There will be much to parse: whatever takes time to start can start now."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """One file's facts, decoded, with what they were made from."""

    parsed: Parsed
    facts: ModuleFacts


@dataclass(slots=True)
class Outside:
    """What the engine may ask of the world."""

    files: FileSystem
    pool: Pool
    progress: Progress
    digest: Callable[[bytes], bytes]


class FactMemory:
    """Facts by path. `changed` says whether what is known differs from what was restored."""

    def __init__(self, outside: Outside) -> None:
        self._outside = outside
        self._known: dict[str, Known] = {}
        self.changed = False

    def facts(self, path: str) -> ModuleFacts:
        return self._known[path].facts

    def digest(self, path: str) -> bytes:
        return self._known[path].parsed.digest

    def digests(self, sources: Iterable[str]) -> list[bytes]:
        return list(map(self.digest, sources))

    def storable(self) -> Iterable[Parsed]:
        return [known.parsed for known in self._known.values() if known.parsed.digest != FAILED]

    def restore(self, stored: Mapping[str, Parsed], sources: Iterable[str]) -> None:
        """Take over stored facts of the files that have not changed since."""
        wanted = 0
        for path in sources:
            wanted += 1
            if path in stored:
                self._restore_one(stored[path])
        self.changed = len(self._known) != wanted or len(stored) != wanted

    def _restore_one(self, parsed: Parsed) -> None:
        stamp = self._outside.files.stamp(parsed.path)
        if stamp is None:
            return
        if stamp != parsed.stamp:
            if not self._same_content(parsed, stamp):
                return
            parsed = Parsed(parsed.path, stamp, parsed.digest, parsed.encoded)
            self.changed = True
        try:
            self._known[parsed.path] = Known(parsed, _decoder.decode(parsed.encoded))
        except msgspec.DecodeError:
            return

    def _same_content(self, parsed: Parsed, stamp: Stamp) -> bool:
        if stamp.size != parsed.stamp.size:
            return False
        try:
            return self._outside.digest(self._outside.files.read(parsed.path)) == parsed.digest
        except OSError:
            return False

    def missing(self, sources: Iterable[str]) -> list[str]:
        return [path for path in sources if path not in self._known]

    def parse(self, paths: list[str], log: StepLog) -> None:
        """Parse these files, whatever is known of them."""
        progress = self._outside.progress
        for done, parsed in enumerate(self._outside.pool.parse(paths), 1):
            self._known[parsed.path] = Known(parsed, _decoder.decode(parsed.encoded))
            progress.step("Reading modules", done, len(paths))
        for path in sorted(paths):
            log.parsed(path)
        self.changed = self.changed or bool(paths)

    def forget(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._known.pop(path, None)

    def keep_only(self, sources: Set[str]) -> None:
        """Forget what is not part of the project any more."""
        gone = [path for path in self._known if path not in sources]
        for path in gone:
            del self._known[path]
        self.changed = self.changed or bool(gone)
