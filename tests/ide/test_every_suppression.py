"""Every finding in our specs and pages can be suppressed, and then is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.actions import ActionKind, actions
from boundary_lsp.model.findings import Finding
from boundary_lsp.model.fixes import Splice, spliced
from boundary_lsp.rules.registry import RULES
from boundary_lsp.rules.rule import Group
from boundary_lsp.syntax.languages.rewriting import can_rewrite
from tests.fixes.fixing import analysed
from tests.support.spec import spec_tests

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted([*REPOSITORY.glob("docs/rules/*.md"), *REPOSITORY.glob("tests/specs/*.md")])
ABOUT_COMMENTS = {rule.id for rule in RULES if rule.group is Group.SUPPRESSIONS}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_suppressed_finding_is_gone(page: Path, newline: str) -> None:
    for test in spec_tests(page.read_text(encoding="utf-8")):
        texts = {path: text.replace("\n", newline) for path, text in test.stages[0].texts().items()}
        before = analysed(texts)
        wanted = [finding for finding in before.findings if is_about_code(before, finding)]
        after = analysed({**texts, **dict(suppressed(before, wanted))})
        assert [told(after, f) for f in after.findings if is_about_code(after, f)] == [], test.name
        assert len(after.suppressed) - len(before.suppressed) == len(wanted), test.name


def is_about_code(snapshot: Snapshot, finding: Finding) -> bool:
    return can_rewrite(snapshot.program.modules[finding.module]) and finding.rule not in ABOUT_COMMENTS


def suppressed(snapshot: Snapshot, findings: list[Finding]) -> Iterator[tuple[str, str]]:
    """(path, text) with all of them suppressed."""
    splices: dict[str, set[Splice]] = {}
    for finding in findings:
        for action in actions(snapshot, finding.module, finding.start, finding.start):
            if action.kind is ActionKind.SUPPRESS and action.fix is not None:
                [change] = action.fix.changes
                splices.setdefault(change.path, set()).update(change.splices)
    for path, found in splices.items():
        yield path, spliced(snapshot.files.read(path), tuple(sorted(found))).decode()


def told(snapshot: Snapshot, finding: Finding) -> str:
    line = snapshot.lines(finding.module).line_of(finding.start)
    return f"{finding.rule}: {snapshot.lines(finding.module).text(line).decode()}"
