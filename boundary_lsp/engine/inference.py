"""A checker for an editor: it is never waited for.

The analysis is given what the checker said when it was last asked, and notes what it would like to know. That is asked
on another thread, where a checker may take its time, hang or die; when it has answered, what crosses is judged again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Generic, TypeVar

from boundary_lsp.engine.wiring import Checkers
from boundary_lsp.model.project import Project
from boundary_lsp.model.wire_types import Signature, WireType
from boundary_lsp.ports import TypeOracle, TypeQuestion

WAITING = "some types are only read from annotations: the type checker is still being asked"

_Answer = TypeVar("_Answer")


class Inference:
    """Checkers in place of others, which it asks."""

    def __init__(self, checkers: Checkers) -> None:
        self._checkers = checkers
        self._lock = Lock()
        self._types = _Answers[WireType]()
        self._signatures = _Answers[Signature]()
        self._project: Project | None = None
        self._oracle: TypeOracle | None = None
        self._forgotten: set[str] = set()
        """Paths, since the checker was last asked something."""
        self._is_outdated = self._is_ended = False
        self.trouble = ""
        """Why the checker answers less than it was asked."""

    def identity(self, _: Project) -> bytes:
        return b""

    def open(self, project: Project) -> TypeOracle:
        with self._lock:
            self._project = project
            self._types.wanted.clear()
            self._signatures.wanted.clear()
        return _Recalling(self._lock, self._types, self._signatures, lambda: self.trouble)

    def forget(self, paths: Iterable[str]) -> None:
        """Their texts have changed: places in them are others now."""
        with self._lock:
            self._forgotten.update(paths)
            self._types.forget(self._forgotten)
            self._signatures.forget(self._forgotten)

    def expire(self) -> None:
        """The program has changed, and types with it: what is known serves until it is asked again."""
        with self._lock:
            self._is_outdated = True
            self._types.expire()
            self._signatures.expire()

    def ask(self) -> bool:
        """Ask what is not known; whether anything came of it. For any thread, one at a time."""
        with self._lock:
            types, signatures = self._types.missing(), self._signatures.missing()
            self._forgotten.clear()
            project, is_outdated, self._is_outdated = self._project, self._is_outdated, False
        is_idle = project is None or self._is_ended or not (types or signatures)
        if is_idle or is_outdated:
            self._release()
        if is_idle or project is None:
            return False
        self._oracle = oracle = self._oracle or self._checkers.open(project)
        if self._is_ended:  # just now
            self._release()
            return False
        told, called = oracle.types(types), oracle.signatures(signatures)
        self.trouble = oracle.trouble
        with self._lock:
            learnt = self._types.learn(types, told, self._forgotten)
            return self._signatures.learn(signatures, called, self._forgotten) or learnt

    def end(self) -> None:
        """Also while it is being asked: that ends then, without answers."""
        self._is_ended = True
        self._release()

    def _release(self) -> None:
        oracle, self._oracle = self._oracle, None
        if oracle is not None:
            oracle.close()


class _Answers(Generic[_Answer]):
    """Of one kind of question. None: asked, and not to be told."""

    def __init__(self) -> None:
        self.known: dict[TypeQuestion, _Answer | None] = {}
        self.wanted: dict[TypeQuestion, None] = {}
        self._expired: set[TypeQuestion] = set()

    def recall(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, _Answer]:
        self.wanted.update(dict.fromkeys(questions))
        return {one: answer for one in questions if (answer := self.known.get(one)) is not None}

    def lacks(self) -> bool:
        return not self.wanted.keys() <= self.known.keys()

    def missing(self) -> list[TypeQuestion]:
        asked = self.known.keys() - self._expired
        return [one for one in self.wanted if one not in asked]

    def learn(
        self, questions: Sequence[TypeQuestion], told: Mapping[TypeQuestion, _Answer], forgotten: set[str]
    ) -> bool:
        """Whether anything is known that was not."""
        before = {one: self.known.get(one, ...) for one in questions}
        self.known.update((one, told.get(one)) for one in questions if one.path not in forgotten)
        self._expired.difference_update(questions)
        return any(before[one] != self.known.get(one, ...) for one in questions)

    def expire(self) -> None:
        self._expired.update(self.known)

    def forget(self, paths: set[str]) -> None:
        """Nor are they asked about: nobody has looked yet what stands there now."""
        for one in [one for one in self.known if one.path in paths]:
            del self.known[one]
        for one in [one for one in self.wanted if one.path in paths]:
            del self.wanted[one]


class _Recalling:
    """A checker as far as it has been asked."""

    def __init__(
        self, lock: Lock, types: _Answers[WireType], signatures: _Answers[Signature], trouble: Callable[[], str]
    ) -> None:
        self._lock = lock
        self._types = types
        self._signatures = signatures
        self._trouble = trouble

    @property
    def trouble(self) -> str:
        lacks = self._types.lacks() or self._signatures.lacks()
        return self._trouble() or (WAITING if lacks else "")

    @property
    def failed(self) -> bool:
        return bool(self.trouble)

    def types(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, WireType]:
        with self._lock:
            return self._types.recall(questions)

    def signatures(self, questions: Sequence[TypeQuestion]) -> Mapping[TypeQuestion, Signature]:
        with self._lock:
            return self._signatures.recall(questions)

    def close(self) -> None: ...
