"""What could not be used of the project, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.lines import LineIndex
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Project, ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project import without_effect

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


def degraded(project: Project, program: Program) -> list[str]:
    """One sentence for each file of the project that the answer had to do without, or with less of."""
    configured = (problem for application in program.applications for problem in application.problems)
    functions = [program.function_id(function) for function in program.server_functions]
    problems = (*project.problems, *configured, *without_effect(project, program.modules, functions))
    return [*(_about(problem) for problem in problems), *_lost(program.modules, program.facts)]


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


def _lost(modules: Sequence[str], facts: Sequence[ModuleFacts]) -> Iterator[str]:
    broken: list[str] = []
    for path, module in zip(modules, facts, strict=True):
        if module.problems:
            kinds = {problem.kind for problem in module.problems}
            gravest = next((kind for kind in LOST if kind in kinds), None)
            if gravest is not None:
                yield f"{path}: {LOST[gravest]}"
            elif "syntax-error" in kinds:
                broken.append(path)
    if broken:
        yield _broken(broken)


def _broken(paths: Sequence[str]) -> str:
    rest = len(paths) - 1
    others = f", as {'have' if rest > 1 else 'has'} {rest:,} more {'files' if rest > 1 else 'file'}" if rest else ""
    return f"{paths[0]}: has syntax errors{others}; what stands there is not known (`boundary doctor` lists the places)"
