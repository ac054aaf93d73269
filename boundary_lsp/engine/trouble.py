"""What could not be used of the project, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from boundary_lsp.graph.table import differing, mended
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.lines import LineIndex
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Project, ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project import configurations, without_effect

LOST = {
    "crashed": "could not be parsed (the parser failed on it); nothing is known of it",
    "timeout": "took too long to parse; nothing is known of it",
    "unreadable": "could not be read; nothing is known of it",
    "binary": "is no text; nothing is known of it",
    "too-large": "is too large to be parsed; what it imports and exports is not known",
    "too-deep": "is nested too deeply in places; what stands there is not known",
    "not-utf-8": "is not UTF-8; names in it may have been misread",
}
"""Problems by which facts of a whole file may be lost, the gravest first: each such file is named. Syntax errors cost
less, and are counted."""


class Degraded:
    """What of a project the answer had to do without. Only modules whose facts differ from those of the program before
    are looked at again."""

    def __init__(self) -> None:
        self._facts: tuple[ModuleFacts, ...] = ()
        self._broken: Mapping[int, str] = {}
        """The gravest kind of problem, by module that has one of these."""

    def told(self, project: Project, program: Program) -> list[str]:
        """One sentence for each file of the project that the answer had to do without, or with less of."""
        self._follow(program.facts)
        configured = (problem for application in program.applications for problem in application.problems)
        has_patterns = any(configuration.used_outside for configuration in configurations(project))
        functions = list(map(program.function_id, program.server_functions)) if has_patterns else []
        problems = (*project.problems, *configured, *without_effect(project, program.modules, functions))
        return [*(_about(problem) for problem in problems), *_lost(program.modules, self._broken)]

    def _follow(self, facts: tuple[ModuleFacts, ...]) -> None:
        is_edit = len(facts) == len(self._facts)
        known, stale = (self._broken, differing(self._facts, facts)) if is_edit else ({}, range(len(facts)))
        made = {module: kind for module in stale if (kind := _gravest(facts[module]))}
        self._facts, self._broken = facts, mended(known, stale, made)


def unjudged(wire: Wire, program: Program, files: FileSystem) -> list[str]:
    """One sentence for all values at which we failed ourselves; the first is named."""
    if not wire.lost:
        return []
    first, others = wire.lost[0], len(wire.lost) - 1
    path = program.modules[first.module]
    line = _line(files, path, first.start)
    more = f", as at {others:,} more {'places' if others > 1 else 'place'}" if others else ""
    told = "nothing is said of it, and the mistake is boundary's own"
    return [f"{path}: what crosses in line {line} could not be judged ({first.error}){more}; {told}"]


def _line(files: FileSystem, path: str, start: int) -> int:
    try:
        return LineIndex(files.read(path)).line_of(start) + 1
    except OSError:
        return 1


def _about(problem: ProjectProblem) -> str:
    return f"{problem.path}: {problem.message}" if problem.path else problem.message


def _gravest(facts: ModuleFacts) -> str:
    """Empty where the whole file is known."""
    kinds = {problem.kind for problem in facts.problems}
    return next((kind for kind in (*LOST, "syntax-error") if kind in kinds), "")


def _lost(modules: Sequence[str], kinds: Mapping[int, str]) -> Iterator[str]:
    broken = [modules[module] for module, kind in kinds.items() if kind not in LOST]
    yield from (f"{modules[module]}: {LOST[kind]}" for module, kind in kinds.items() if kind in LOST)
    if broken:
        yield _broken(broken)


def _broken(paths: Sequence[str]) -> str:
    rest = len(paths) - 1
    others = f", as {'have' if rest > 1 else 'has'} {rest:,} more {'files' if rest > 1 else 'file'}" if rest else ""
    return f"{paths[0]}: has syntax errors{others}; what stands there is not known (`boundary doctor` lists the places)"
