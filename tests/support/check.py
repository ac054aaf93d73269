"""One test of a spec: what is wrong with it, by line of the document."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.rules.registry import RULES
from tests.support import expect, run
from tests.support.spec import SpecTest, Stage


def problems(test: SpecTest, page: str = "") -> list[tuple[int, str]]:
    """(line, message) of everything that is not as asserted. `page`: a rule that is tested even if it is off."""
    rules = {rule.id for rule in RULES if rule.enabled or rule.id == page}
    return list(dict.fromkeys(_problems(test, rules | expect.asserted_rules(test.stages))))


def _problems(test: SpecTest, rules: set[str]) -> Iterator[tuple[int, str]]:
    """Every stage as an edit of the one before, and from scratch; both must come to the same."""
    for stage, edited in run.step_by_step(test.stages, rules):
        for mismatch in (*expect.mismatches(stage, edited), *expect.steps_mismatch(stage, edited)):
            when = f" (stage {stage.number})" if len(test.stages) > 1 else ""
            yield _line(stage, mismatch), _where(mismatch) + mismatch.message + when
        if different := run.differences(edited, run.from_scratch(stage, rules)):
            yield test.line, f"stage {stage.number} comes out otherwise from scratch: {', '.join(different)}"


def _line(stage: Stage, mismatch: expect.Mismatch) -> int:
    file = stage.files.get(mismatch.path)
    return file.line + mismatch.line - 1 if file and file.line else mismatch.line


def _where(mismatch: expect.Mismatch) -> str:
    return f"{mismatch.path}: " if mismatch.path else ""
