"""One oracle for several checkers: each is asked about the files of its languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from boundary_lsp.model.wire_types import Signature, WireType
from boundary_lsp.ports import TypeOracle, TypeQuestion
from boundary_lsp.syntax.languages import language_of

_Answer = TypeVar("_Answer")
_Answers = Mapping[TypeQuestion, _Answer]


class Memory:
    """What is to be known of checkers as long as there is a project, by checker."""

    def __init__(self) -> None:
        self.troubles: dict[str, str] = {}
        """Of those that were asked."""
        self.failed: set[str] = set()
        """They are not asked again: who has failed over a program fails over it again, slowly."""


class RoutedOracle:
    """Opens a checker when there is something to ask it."""

    def __init__(self, open_checker: Callable[[str], TypeOracle], memory: Memory) -> None:
        self._open_checker = open_checker
        self._memory = memory
        self._opened: dict[str, TypeOracle] = {}
        self._is_closed = False

    @property
    def trouble(self) -> str:
        return "; ".join(dict.fromkeys(filter(None, self._memory.troubles.values())))

    @property
    def failed(self) -> bool:
        return bool(self._memory.failed)

    def types(self, questions: Sequence[TypeQuestion]) -> _Answers[WireType]:
        return self._ask(questions, lambda oracle, portion: oracle.types(portion))

    def signatures(self, questions: Sequence[TypeQuestion]) -> _Answers[Signature]:
        return self._ask(questions, lambda oracle, portion: oracle.signatures(portion))

    def close(self) -> None:
        """For any thread."""
        self._is_closed = True
        for oracle in list(self._opened.values()):
            oracle.close()

    def _ask(
        self,
        questions: Sequence[TypeQuestion],
        ask: Callable[[TypeOracle, Sequence[TypeQuestion]], _Answers[_Answer]],
    ) -> _Answers[_Answer]:
        portions: dict[str, list[TypeQuestion]] = defaultdict(list)
        for question in questions:
            portions[language_of(question.path).checker].append(question)
        found: dict[TypeQuestion, _Answer] = {}
        for checker, portion in portions.items():
            if checker not in self._memory.failed and not self._is_closed:
                found.update(ask(self._oracle(checker), portion))
                self._remember(checker)
        return found

    def _oracle(self, checker: str) -> TypeOracle:
        if checker not in self._opened:
            self._opened[checker] = self._open_checker(checker)
        if self._is_closed:  # just now
            self._opened[checker].close()
        return self._opened[checker]

    def _remember(self, checker: str) -> None:
        oracle = self._opened[checker]
        self._memory.troubles[checker] = oracle.trouble
        if oracle.failed:
            self._memory.failed.add(checker)
