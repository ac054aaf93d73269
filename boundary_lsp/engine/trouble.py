"""What could not be used of the project, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.project import ProjectProblem

LOST = {
    "crashed": "could not be parsed (the parser failed on it); nothing is known of it",
    "timeout": "took too long to parse; nothing is known of it",
    "unreadable": "could not be read; nothing is known of it",
    "too-large": "is too large to be parsed; nothing is known of it",
}
"""Problems that leave a module without facts; all others leave it with some."""


def degraded(problems: Iterable[ProjectProblem], modules: Sequence[str], facts: Sequence[ModuleFacts]) -> list[str]:
    """One sentence for each file of the project that the answer had to do without, or with less of."""
    return [*(_about(problem) for problem in problems), *_lost(modules, facts)]


def _about(problem: ProjectProblem) -> str:
    return f"{problem.path}: {problem.message}" if problem.path else problem.message


def _lost(modules: Sequence[str], facts: Sequence[ModuleFacts]) -> Iterable[str]:
    for path, module in zip(modules, facts, strict=True):
        for problem in module.problems:
            if problem.kind in LOST:
                yield f"{path}: {LOST[problem.kind]}"
