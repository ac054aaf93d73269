"""The inputs of the analysis, and the least work that brings a snapshot up to date with them.

Each step takes the results of those before it: `discover` (what files there are and what configures them), `parse`
(one step for each file), `link` (where imports lead), `graph` (the program), `wire` (what crosses in it) and `rules`
(what is wrong with it).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary_lsp.engine.derivation import Derivation, Facts
from boundary_lsp.engine.eager import CountingFiles
from boundary_lsp.engine.frameworks import require_known_framework
from boundary_lsp.engine.judging import Judging, Possible, Verdict
from boundary_lsp.engine.memory import FactMemory, Outside
from boundary_lsp.engine.names import with_text_names
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.results import BlobStore
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.steps import StepLog
from boundary_lsp.engine.trouble import Degraded, unjudged
from boundary_lsp.engine.values import ValuesMemory
from boundary_lsp.engine.wiring import Checkers, Wiring
from boundary_lsp.graph.names import Names
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Project
from boundary_lsp.ports import FactStore, FileSystem
from boundary_lsp.project import UNREAD_EXTENSIONS, has_levels, load_project
from boundary_lsp.syntax.languages import LANGUAGES, is_unsettled

if TYPE_CHECKING:
    from boundary_lsp.resolve.python.settling import Settling


@dataclass(frozen=True, slots=True)
class Stores:
    """What outlives a run."""

    facts: FactStore
    results: BlobStore
    wire: BlobStore
    values: BlobStore
    findings: BlobStore


class Workspace:
    """One root and its latest snapshot. For one thread at a time; the snapshots are for any."""

    def __init__(
        self,
        outside: Outside,
        stores: Stores,
        options: Options,
        checkers: Checkers | None = None,
        possible: Possible | None = None,
    ) -> None:
        """`possible` says which fixes are offered."""
        self._outside = outside
        self._stores = stores
        self._options = options
        self._memory = FactMemory(outside)
        self._derivation = Derivation(outside, stores.results, options.framework)
        values = ValuesMemory(outside, stores.values, self._memory.digest)
        self._wiring = Wiring(outside, stores.wire, values, checkers, options)
        self._degraded = Degraded()
        self._judging = Judging(outside, stores.findings, options, possible)
        self._sources: frozenset[str] = frozenset()
        self._unfinished: frozenset[str] = frozenset()
        """What updates that were cancelled, or failed, should have taken in."""
        self._snapshot: Snapshot | None = None
        self._settling: Settling | None = None

    def snapshot(self) -> Snapshot:
        """The files as they were when this was first asked, or at the last update."""
        return self._snapshot or self._first()

    def update(self, changed: Iterable[str]) -> Snapshot:
        """The files after these were written, created or removed. Whatever that does not touch is kept.

        Raises ConfigurationError, and what the progress raises; what was not done then is done next time.
        """
        before = self._snapshot
        unfinished = self._unfinished
        self._unfinished = unfinished.union(changed)
        if before is None:
            self._memory.forget(self._unfinished)
            return self._first()
        paths = sorted(path for path in self._unfinished if not self._is_idle(before.project, path))
        log = StepLog()
        if not all(map(self._is_plain_edit, paths)):
            return self._rediscover(paths, log)
        digests = self._memory.digests(paths)
        self._parse(paths, log)
        edited = self._edited(before.program, paths)
        if not edited:
            now = self._memory.digests(paths)
            differing = [p for p, was, is_now in zip(paths, digests, now, strict=True) if was != is_now]
            return self._same_program(before, [*differing, *unfinished], log)
        program = self._derivation.after(before.project, before.program, edited, log)
        return self._judge(before.project, self._derivation.names(program), paths, log)

    def reconsider(self) -> Snapshot:
        """The same program; a checker may know more about it, or something else."""
        before = self.snapshot()
        log = StepLog()
        return self._judge(before.project, before.names, (), log)

    def prepare(self) -> Iterator[None]:
        """What was not needed so far and the next edit will need, in pieces. Updates may come in between; it ends where
        one makes another program."""
        snapshot = self.snapshot()
        for _ in self._derivation.prepare(snapshot.project, snapshot.program):
            yield
            if self.snapshot().program is not snapshot.program:
                return

    def remember(self) -> None:
        """Store for the next run what the stores do not have yet."""
        if self._memory.changed:
            self._stores.facts.save(self._memory.storable())
            self._memory.changed = False
        self._derivation.remember()
        self._wiring.remember()
        self._judging.remember()

    def _first(self) -> Snapshot:
        log = StepLog()
        with log.timed("load"):
            stored = self._stores.facts.load()
        files = self._outside.files
        project = self._discover(log, files if stored else CountingFiles(files, self._outside.pool.warm_up))
        with log.timed("restore"):
            self._memory.restore(stored, project.sources)
        self._parse(self._memory.missing(project.sources), log)
        digests = self._memory.digests(project.sources)
        program, identity = self._derivation.first(project, self._facts(project), digests, log)
        names = self._derivation.names(program)
        wire, identity = self._wiring.first(project, names, identity, log)
        verdict = self._judging.first(project, names, wire, identity, log)
        return self._finish(project, names, wire, verdict, log)

    def _rediscover(self, paths: list[str], log: StepLog) -> Snapshot:
        project = self._discover(log, self._outside.files)
        self._memory.forget(paths)
        self._memory.keep_only(frozenset(project.sources))
        self._parse(self._memory.missing(project.sources), log)
        program = self._derivation.anew(project, self._facts(project), log)
        return self._judge(project, self._derivation.names(program), None, log)

    def _same_program(self, before: Snapshot, paths: list[str], log: StepLog) -> Snapshot:
        """The facts are as they were; the values in the text may differ."""
        verdict = Verdict(before.findings, before.suppressed, before.complete)
        if not self._wiring.concerns(paths):
            return self._finish(before.project, before.names, before.wire, verdict, log)
        wire = self._wiring.again(before.project, before.names, paths, log)
        if wire != before.wire:
            verdict = self._judging.again(before.project, before.names, wire, log)
        return self._finish(before.project, before.names, wire, verdict, log)

    def _discover(self, log: StepLog, files: FileSystem) -> Project:
        self._outside.progress.step("Looking for files", 0, 0)
        with log.step("discover"):
            project = with_text_names(load_project(files, LANGUAGES))
            require_known_framework(project.configuration)
            if has_levels(project):
                from boundary_lsp.engine.selection import require_known_rules  # loads the rules

                require_known_rules(project)
        return project

    def _parse(self, paths: list[str], log: StepLog) -> None:
        with log.timed("parse"):
            self._memory.parse(paths, log)

    def _facts(self, project: Project) -> Facts:
        """Of all modules, settled."""
        facts = list(map(self._memory.facts, project.sources))
        self._settling = None
        if is_unsettled(project.sources):
            from boundary_lsp.resolve.settling import settling_of  # loads linking

            self._settling = settling_of(project, self._outside.files, self._memory.facts)
            for module, settled in self._settling.all().items():
                facts[module] = settled
        return tuple(facts)

    def _edited(self, before: Program, paths: list[str]) -> dict[int, ModuleFacts]:
        """By module of the program, the facts that are others now."""
        now = {_module(before, path): self._memory.facts(path) for path in paths}
        now |= self._settling.after(now) if self._settling else {}
        return {module: facts for module, facts in now.items() if facts != before.facts[module]}

    def _judge(self, project: Project, names: Names, changed: Iterable[str] | None, log: StepLog) -> Snapshot:
        wire = self._wiring.again(project, names, changed, log)
        return self._finish(project, names, wire, self._judging.again(project, names, wire, log), log)

    def _finish(self, project: Project, names: Names, wire: Wire, verdict: Verdict, log: StepLog) -> Snapshot:
        self._outside.progress.finish()
        files, program = self._outside.files, names.program
        trouble = [
            *self._degraded.told(project, program),
            *unjudged(wire, program, files),
            *filter(None, [wire.trouble]),
        ]
        steps, seconds = tuple(log.names), dict(log.seconds)
        findings, suppressed, complete = verdict
        self._sources, self._unfinished = frozenset(project.sources), frozenset()
        self._snapshot = Snapshot(
            project,
            program,
            wire,
            findings,
            tuple(trouble),
            steps,
            seconds,
            files,
            names,
            suppressed,
            complete,
            log.processor,
        )
        return self._snapshot

    def _is_plain_edit(self, path: str) -> bool:
        """A module was there and still is, and it is no configuration that a framework reads besides its facts."""
        return path in self._sources and ".config." not in path and self._outside.files.is_file(path)

    def _is_idle(self, project: Project, path: str) -> bool:
        """A file was there and still is, and nobody reads files of its kind."""
        return path.endswith(UNREAD_EXTENSIONS) and path in project.files and self._outside.files.is_file(path)


def _module(program: Program, path: str) -> int:
    """That is in it."""
    module = program.module_index(path)
    assert module is not None
    return module
