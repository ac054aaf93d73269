"""Answers of a type oracle between runs. A type depends on the whole program, so one key stands for all of them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

import msgspec

from boundary_lsp.model.wire_types import Signature, WireType
from boundary_lsp.ports import TypeOracle, TypeQuestion

_Answer = TypeVar("_Answer")
_Ask = Callable[[Sequence[TypeQuestion]], Mapping[TypeQuestion, _Answer]]


class _Store(Protocol):
    def load(self) -> bytes | None: ...

    def save(self, content: bytes) -> None: ...


class _Remembered(msgspec.Struct, array_like=True):
    """None for a question that was asked and had no answer."""

    key: bytes
    types: list[tuple[TypeQuestion, WireType | None]]
    signatures: list[tuple[TypeQuestion, Signature | None]]


class CachedOracle:
    """`key` is a digest of all that a type can depend on: sources, compiler options, the lock file, the checker."""

    def __init__(self, oracle: TypeOracle, store: _Store, key: bytes) -> None:
        self._oracle = oracle
        self._store = store
        self._key = key
        self._types: dict[TypeQuestion, WireType | None] = {}
        self._signatures: dict[TypeQuestion, Signature | None] = {}
        self._loaded = False
        self._learned = False
        self._asked = False

    @property
    def trouble(self) -> str:
        """What the oracle could not do is no trouble where it was not needed."""
        return self._oracle.trouble if self._asked else ""

    def types(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, WireType]:
        self._load()
        return self._answers(questions, self._types, self._oracle.types)

    def signatures(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, Signature]:
        self._load()
        return self._answers(questions, self._signatures, self._oracle.signatures)

    def close(self) -> None:
        """Also stores what was learned."""
        if self._learned:
            self._learned = False
            remembered = _Remembered(self._key, list(self._types.items()), list(self._signatures.items()))
            with contextlib.suppress(UnicodeEncodeError):  # a name that is no text
                self._store.save(msgspec.msgpack.encode(remembered))
        self._oracle.close()

    def _answers(
        self, questions: Sequence[TypeQuestion], known: dict[TypeQuestion, _Answer | None], ask: _Ask[_Answer]
    ) -> Mapping[TypeQuestion, _Answer]:
        missing = [question for question in questions if question not in known]
        if missing:
            self._asked = True
            found = ask(missing)
            silent = not self._oracle.trouble
            news = {one: found.get(one) for one in missing if silent or one in found}
            known.update(news)
            self._learned = self._learned or bool(news)
        return {one: answer for one in questions if (answer := known.get(one)) is not None}

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        content = self._store.load()
        if content is None:
            return
        try:
            remembered = msgspec.msgpack.decode(content, type=_Remembered)
        except (msgspec.DecodeError, RecursionError):
            return
        if remembered.key == self._key:
            self._types.update(remembered.types)
            self._signatures.update(remembered.signatures)
