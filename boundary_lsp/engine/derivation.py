"""Facts to program: recalled from the last run where nothing has changed, else linked and built.

Linking and the graph are loaded when they are needed: a run that recalls spends a tenth of its time on it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from boundary_lsp.engine.memory import FAILED, Outside
from boundary_lsp.engine.recording import RecordingFiles
from boundary_lsp.engine.results import BlobStore, encoded, inputs_key, recalled
from boundary_lsp.engine.steps import StepLog
from boundary_lsp.graph.names import Names
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Project
from boundary_lsp.model.resolution import Links
from boundary_lsp.ports import FileSystem

if TYPE_CHECKING:
    from boundary_lsp.graph.assembly import Built
    from boundary_lsp.graph.change import Change
    from boundary_lsp.resolve import Linking

Facts = tuple[ModuleFacts, ...]


class Derived(NamedTuple):
    program: Program
    identity: bytes
    """Equal for equal programs made of equal sources; empty where that cannot be said."""


class Derivation:
    """The steps `link` and `graph`. What the first of a run comes to can be stored for the next."""

    def __init__(self, outside: Outside, results: BlobStore, framework: str | None) -> None:
        self._outside = outside
        self._results = results
        self._framework = framework
        self._unsaved: bytes | None = None
        self._linking: Linking | None = None
        self._built: Built | None = None
        """What the last program was made as; None where it was recalled."""

    def first(self, project: Project, facts: Facts, digests: Sequence[bytes], log: StepLog) -> Derived:
        """`digests` are those of the sources' bytes, in their order."""
        with log.timed("recall"):
            key = self._key(project, digests)
            recalled = self._recalled(key, facts) if key else None
        if recalled is not None:
            return recalled
        files = RecordingFiles(self._outside.files, self._outside.digest)
        program = self._derived(project, files, facts, log)
        self._unsaved = encoded(key, files.answers(), program) if key else None
        return Derived(program, self._outside.digest(self._unsaved) if self._unsaved else b"")

    def anew(self, project: Project, facts: Facts, log: StepLog) -> Program:
        """Of a project that is another."""
        self._unsaved = None
        return self._derived(project, self._outside.files, facts, log)

    def after(self, project: Project, before: Program, edited: Mapping[int, ModuleFacts], log: StepLog) -> Program:
        """The same program with other facts of these modules."""
        from boundary_lsp.graph.change import change_of
        from boundary_lsp.graph.table import table

        self._unsaved = None
        facts = table(before.facts, len(before.facts), edited, edited.__getitem__)
        change = change_of(before.facts, facts, edited)
        built = self._built if self._built is not None and self._built.program is before else None
        links = before.links if not change.rewired else self._relinked(built, facts, change, log)
        if links is None:
            return self._derived(project, self._outside.files, facts, log)
        return self._build(project, self._outside.files, facts, links, log, built and (built, change))

    def prepare(self, project: Project, program: Program) -> Iterator[None]:
        """What the next edit will need, where the program was recalled; in pieces. Whoever goes on after the last one
        has the same program still."""
        if self._built is not None:
            return
        from boundary_lsp.graph.build import building
        from boundary_lsp.resolve import Linking

        files = self._outside.files
        linking = Linking(project, files, project.sources)
        yield
        links = linking.links(program.facts)
        yield
        framework = self._framework or project.configuration.framework
        built = yield from building(project, files, project.sources, program.facts, links, framework)
        yield
        if links == program.links and self._built is None:
            self._linking, self._built = linking, built._replace(program=program)

    def names(self, program: Program) -> Names:
        """What its names stand for."""
        return Names(program, self._built.known.views if self._built and self._built.program is program else None)

    def remember(self) -> None:
        if self._unsaved is not None:
            self._results.save(self._unsaved)
            self._unsaved = None

    def _key(self, project: Project, digests: Sequence[bytes]) -> bytes | None:
        """None where it cannot be said that the inputs are the same: a file was not read."""
        if FAILED in digests:
            return None
        try:
            return inputs_key(project, digests, self._framework, self._outside.digest)
        except UnicodeEncodeError:
            return None

    def _recalled(self, key: bytes, facts: Facts) -> Derived | None:
        content = self._results.load()
        program = recalled(content, key, self._outside.files, self._outside.digest, facts) if content else None
        return Derived(program, self._outside.digest(content)) if program and content else None

    def _derived(self, project: Project, files: FileSystem, facts: Facts, log: StepLog) -> Program:
        from boundary_lsp.resolve import Linking

        self._outside.progress.step("Linking", 0, 0)
        with log.step("link"):
            self._linking = Linking(project, files, project.sources)
            links = self._linking.links(facts)
        return self._build(project, files, facts, links, log, None)

    def _relinked(self, built: Built | None, facts: Facts, change: Change, log: StepLog) -> Links | None:
        """None where all has to be linked anew."""
        if built is None or self._linking is None:
            return None
        with log.timed("link"):
            links = self._linking.again(built.program.links, facts, change.rewired)
        if links is not None:
            log.names.append("link")
        return links

    def _build(
        self,
        project: Project,
        files: FileSystem,
        facts: Facts,
        links: Links,
        log: StepLog,
        earlier: tuple[Built, Change] | None,
    ) -> Program:
        from boundary_lsp.graph.build import build_program, rebuild_program

        self._outside.progress.step("Building the graph", 0, 0)
        with log.step("graph"):
            if earlier is not None:
                self._built = rebuild_program(earlier[0], facts, links, earlier[1])
            else:
                framework = self._framework or project.configuration.framework
                self._built = build_program(project, files, project.sources, facts, links, framework)
        return self._built.program
