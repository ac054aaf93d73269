"""The values of modules, read when they are asked for and kept between runs.

Rationale. Reading them parses a module again, 0.45 s for the 430 of 4,200 modules that are needed again after any edit;
decoding what an earlier run read takes 0.03 s.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from boundary_lsp.engine.memory import FAILED, Outside
from boundary_lsp.engine.results import BlobStore
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.values import ModuleValues

LARGEST = 1 << 20
"""Bytes. Nobody writes more by hand; reading it would hold up an editor for a second, and nothing is known of its
values instead."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    digest: bytes
    """Of the text that the values were read from."""
    encoded: msgspec.Raw


class ValuesMemory:
    """Values by path. Losing them costs time, never correctness."""

    def __init__(self, outside: Outside, store: BlobStore, digest_of: Callable[[str], bytes]) -> None:
        """`digest_of`: that of the text which a module's facts were made from."""
        self._outside = outside
        self._store = store
        self._digest_of = digest_of
        self._stored: dict[str, _Kept] | None = None
        self._read: dict[str, tuple[bytes, ModuleValues]] = {}
        self._changed = False

    def of(self, path: str, facts: ModuleFacts) -> ModuleValues:
        """Nothing where the file has gone or changed since it was parsed."""
        digest = self._digest_of(path)
        known = self._read.get(path)
        if known is None or known[0] != digest:
            known = self._read[path] = digest, self._restored(path, digest) or self._made(path, digest, facts)
        return known[1]

    def was_read(self, path: str) -> bool:
        return path in self._read

    def is_empty(self) -> bool:
        return not self._read

    def remember(self) -> None:
        """Store what was read, where that is not what is stored."""
        if self._changed:
            encode = msgspec.msgpack.encode
            kept = {p: _Kept(d, msgspec.Raw(encode(v))) for p, (d, v) in self._read.items() if d != FAILED}
            self._store.save(encode(kept))
            self._changed = False

    def _restored(self, path: str, digest: bytes) -> ModuleValues | None:
        if self._stored is None:
            self._stored = self._load()
        kept = self._stored.get(path)
        if kept is None or kept.digest != digest or digest == FAILED:
            return None
        try:
            return msgspec.msgpack.decode(kept.encoded, type=ModuleValues)
        except (msgspec.DecodeError, ValueError):
            return None

    def _load(self) -> dict[str, _Kept]:
        content = self._store.load()
        try:
            return msgspec.msgpack.decode(content, type=dict[str, _Kept]) if content else {}
        except (msgspec.DecodeError, ValueError):
            return {}

    def _made(self, path: str, digest: bytes, facts: ModuleFacts) -> ModuleValues:
        from boundary_lsp.syntax.values import values_of

        self._changed = True
        try:
            source = self._outside.files.read(path)
        except OSError:
            return ModuleValues()
        is_readable = len(source) <= LARGEST and self._outside.digest(source) == digest
        return values_of(path, source, facts) if is_readable else ModuleValues()
