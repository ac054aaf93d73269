"""Program to wire: what crosses and whether it can; recalled where nothing has changed, else read and judged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

import msgspec

from boundary_lsp.engine.memory import Outside
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.results import BlobStore
from boundary_lsp.engine.steps import StepLog
from boundary_lsp.engine.values import ValuesMemory
from boundary_lsp.graph.names import Names
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Project
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.ports import TypeOracle

if TYPE_CHECKING:
    from boundary_lsp.wire.kept import Kept


class Checkers(Protocol):
    """Where a checker comes from."""

    def identity(self, project: Project) -> bytes:
        """What its answers depend on besides the project's sources."""
        ...

    def open(self, project: Project) -> TypeOracle:
        """Whoever opens it closes it."""
        ...


class _Stored(msgspec.Struct, frozen=True):
    key: bytes
    wire: Wire


class Wiring:
    """The step `wire`."""

    def __init__(
        self,
        outside: Outside,
        results: BlobStore,
        values: ValuesMemory,
        checkers: Checkers | None,
        options: Options,
    ) -> None:
        self._outside = outside
        self._results = results
        self._values = values
        self._checkers = checkers
        self._options = options
        self._unsaved: _Stored | None = None
        self._kept: Kept | None = None
        """From the last analysis, for the next one."""
        self._failed = False
        """The checker did not answer all that it was asked, so that the next run should ask again."""

    def first(self, project: Project, names: Names, identity: bytes, log: StepLog) -> tuple[Wire, bytes]:
        """`names`: of the program. `identity` tells it and its sources from any other; empty where that cannot be
        said. The same of the wire."""
        if self._options.types == "off":
            return Wire(), identity
        key = self._key(project, identity)
        with log.timed("recall"):
            stored = self._recalled(key) if key else None
        if stored is not None:
            return stored, key
        found = self.again(project, names, None, log)
        if self._failed:
            return found, b""
        self._unsaved = _Stored(key, found) if key else None
        return found, key

    def again(self, project: Project, names: Names, changed: Iterable[str] | None, log: StepLog) -> Wire:
        """After these files were written; None where others may have come or gone."""
        self._unsaved = None
        if self._options.types == "off":
            return Wire()
        self._outside.progress.step("Judging what crosses", 0, 0)
        with log.step("wire"):
            return self._analysed(project, names, changed)

    def concerns(self, changed: Iterable[str]) -> bool:
        """Whether values of these files were read, or may have been in the run that is recalled."""
        paths = list(changed)
        if self._options.types == "off" or not paths:
            return False
        return self._values.is_empty() or any(map(self._values.was_read, paths))

    def remember(self) -> None:
        if self._unsaved is not None:
            self._results.save(msgspec.msgpack.encode(self._unsaved))
            self._unsaved = None
        self._values.remember()

    def _key(self, project: Project, identity: bytes) -> bytes:
        if not identity:
            return b""
        checker = self._checkers.identity(project) if self._checkers is not None else b""
        wanted = f"{self._options.types} {self._options.props}"
        return self._outside.digest(b"\0".join((identity, wanted.encode(), checker)))

    def _recalled(self, key: bytes) -> Wire | None:
        content = self._results.load()
        if content is None:
            return None
        try:
            stored = msgspec.msgpack.decode(content, type=_Stored)
        except (msgspec.DecodeError, ValueError):
            return None
        return stored.wire if stored.key == key else None

    def _analysed(self, project: Project, names: Names, changed: Iterable[str] | None) -> Wire:
        from boundary_lsp.wire.analysis import analyse  # loads the wire's rooms

        program = names.program
        oracle = self._checkers.open(project) if self._checkers is not None else None

        def values(module: int) -> ModuleValues:
            return self._values.of(program.modules[module], program.facts[module])

        edited = None if changed is None else _modules(program, changed)
        try:
            wire, self._kept = analyse(names, values, oracle, self._options.props, self._kept, edited)
            return wire
        finally:
            if oracle is not None:
                self._failed = oracle.failed
                oracle.close()


def _modules(program: Program, paths: Iterable[str]) -> list[int]:
    return [module for path in paths if (module := program.module_index(path)) is not None]
