"""Questions to a checker: all of one kind in one portion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from boundary_lsp.model.wire_types import Signature, WireType
from boundary_lsp.ports import TypeOracle, TypeQuestion

_Answer = TypeVar("_Answer")


class Asking:
    """Without a checker, nothing is answered."""

    def __init__(self, oracle: TypeOracle | None) -> None:
        self._oracle = oracle
        self._has_asked = False

    @property
    def trouble(self) -> str:
        """Why the checker told less than it was asked; empty where it was not asked at all."""
        return self._oracle.trouble if self._oracle is not None and self._has_asked else ""

    def types(self, about: Iterable[TypeQuestion]) -> Mapping[TypeQuestion, WireType]:
        return self._ask(self._oracle.types, about) if self._oracle is not None else {}

    def signatures(self, about: Iterable[TypeQuestion]) -> Mapping[TypeQuestion, Signature]:
        return self._ask(self._oracle.signatures, about) if self._oracle is not None else {}

    def _ask(
        self, answer: Callable[[Sequence[TypeQuestion]], Mapping[TypeQuestion, _Answer]], about: Iterable[TypeQuestion]
    ) -> Mapping[TypeQuestion, _Answer]:
        questions = list(dict.fromkeys(about))
        self._has_asked = self._has_asked or bool(questions)
        return answer(questions) if questions else {}


def answered_otherwise(
    before: Mapping[TypeQuestion, _Answer], now: Mapping[TypeQuestion, _Answer]
) -> frozenset[TypeQuestion]:
    """The questions that have another answer now."""
    if before == now:
        return frozenset()
    return frozenset(one for one in before.keys() | now.keys() if before.get(one) != now.get(one))
