"""Facts to program: recalled from the last run where nothing has changed, else linked and built.

Linking and the graph are loaded when they are needed: a run that recalls spends a tenth of its time on it otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boundary_lsp.engine.memory import FAILED, Outside
from boundary_lsp.engine.recording import RecordingFiles
from boundary_lsp.engine.results import BlobStore, encoded, inputs_key, recalled
from boundary_lsp.engine.steps import StepLog
from boundary_lsp.graph.names import Names
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem

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

    def first(self, project: Project, facts: Facts, digests: Sequence[bytes], log: StepLog) -> Derived:
        """`digests` are those of the sources' bytes, in their order."""
        with log.timed("recall"):
            key = self._key(project, digests)
            recalled = self._recalled(key, facts) if key else None
        if recalled is not None:
            return recalled
        files = RecordingFiles(self._outside.files, self._outside.digest)
        program = self._derived(project, files, facts, None, log)
        self._unsaved = encoded(key, files.answers(), program) if key else None
        return Derived(program, self._outside.digest(self._unsaved) if self._unsaved else b"")

    def again(self, project: Project, facts: Facts, known: Names | None, log: StepLog) -> Program:
        """After an edit; `known` is what names meant before, where it changed no interface."""
        self._unsaved = None
        return self._derived(project, self._outside.files, facts, known, log)

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

    def _derived(self, project: Project, files: FileSystem, facts: Facts, known: Names | None, log: StepLog) -> Program:
        from boundary_lsp.graph.build import build_program
        from boundary_lsp.resolve import link

        progress = self._outside.progress
        views = None
        if known is not None:
            links, views = known.program.links, known.views
        else:
            progress.step("Linking", 0, 0)
            with log.step("link"):
                links = link(project, files, project.sources, facts)
        progress.step("Building the graph", 0, 0)
        with log.step("graph"):
            framework = self._framework or project.configuration.framework
            return build_program(project, files, project.sources, facts, links, framework, views)
