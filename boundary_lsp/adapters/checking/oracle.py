"""The `TypeOracle` port over a process: asks in portions, starts the checker when first asked, and survives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from boundary_lsp.adapters.checking.failure import CheckerFailed
from boundary_lsp.model.wire_types import Signature, WireType
from boundary_lsp.ports import TypeQuestion

PORTION = 100
"""Files. What was answered before a checker failed is kept."""
MOST_FAILURES = 2


class Session(Protocol):
    """One process, begun when it is made. All of it may raise CheckerFailed, but for `close`."""

    def begin(self) -> None: ...

    def types(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, WireType]: ...

    def signatures(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, Signature]: ...

    def close(self) -> None: ...


_Answer = TypeVar("_Answer")
_Session = TypeVar("_Session", bound=Session)


class CheckerOracle(Generic[_Session]):
    """Without a way to start one nothing is answered, and `trouble` says how to get a checker."""

    def __init__(self, start: Callable[[], _Session] | None, trouble: str, called: str) -> None:
        self._start = start
        self._trouble = trouble
        self._called = called
        """The checker, in a sentence."""
        self._session: _Session | None = None
        self._failures = 0

    @property
    def trouble(self) -> str:
        return self._trouble

    @property
    def failed(self) -> bool:
        return self._failures >= MOST_FAILURES

    @property
    def session(self) -> _Session | None:
        """The process at work, for those who measure it."""
        return self._session

    def types(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, WireType]:
        return self._ask(questions, lambda session, portion: session.types(portion))

    def signatures(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, Signature]:
        return self._ask(questions, lambda session, portion: session.signatures(portion))

    def close(self) -> None:
        """For any thread: what is being asked is not answered then, and nothing is afterwards."""
        self._start = None
        self._end_session()

    def _end_session(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _ask(
        self,
        questions: Sequence[TypeQuestion],
        ask: Callable[[_Session, Sequence[TypeQuestion]], Mapping[TypeQuestion, _Answer]],
    ) -> Mapping[TypeQuestion, _Answer]:
        found: dict[TypeQuestion, _Answer] = {}
        for portion in _portions(questions):
            answers = self._try(portion, ask)
            if answers is None:
                answers = self._try(portion, ask)
            found.update(answers or {})
        return found

    def _try(
        self,
        portion: Sequence[TypeQuestion],
        ask: Callable[[_Session, Sequence[TypeQuestion]], Mapping[TypeQuestion, _Answer]],
    ) -> Mapping[TypeQuestion, _Answer] | None:
        """None where the checker failed over it, or has failed too often."""
        start = self._start
        if start is None or self.failed:
            return None
        try:
            session = self._session
            if session is None:
                self._session = session = start()
                session.begin()
            return ask(session, portion)
        except CheckerFailed as failure:
            self._failed(failure)
        except Exception as error:  # noqa: BLE001  answers of a shape that we did not think of
            self._failed(CheckerFailed(f"said what we do not understand ({error!r})", hopeless=True))
        return None

    def _failed(self, failure: CheckerFailed) -> None:
        """The second failure is the last: who fails twice fails always."""
        self._end_session()
        self._failures = MOST_FAILURES if failure.hopeless else self._failures + 1
        if self._failures >= MOST_FAILURES:
            self._trouble = f"some types are only read from annotations: {self._called} {failure}"


def _portions(questions: Sequence[TypeQuestion]) -> Iterator[list[TypeQuestion]]:
    of_file: dict[str, list[TypeQuestion]] = {}
    for question in dict.fromkeys(questions):
        of_file.setdefault(question.path, []).append(question)
    paths = list(of_file)
    for start in range(0, len(paths), PORTION):
        yield [question for path in paths[start : start + PORTION] for question in of_file[path]]
