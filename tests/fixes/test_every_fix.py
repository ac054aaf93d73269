"""Every fix that is offered anywhere in our specs and pages ends its finding, and brings no error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.syntax.languages.rewriting import can_rewrite, text_of
from tests.fixes.fixing import analysed, fixed_once
from tests.support.spec import spec_tests

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted([*REPOSITORY.glob("docs/rules/*.md"), *REPOSITORY.glob("tests/specs/*.md")])

WRITTEN: Mapping[str, Callable[[str], str]] = {
    "as-it-is": lambda text: text,
    "with-carriage-returns": lambda text: text.replace("\n", "\r\n"),
    "without-a-last-line-end": lambda text: text.rstrip("\n"),
    "behind-a-licence": lambda text: f"/* Copyright. */\n\n{text}",
}


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_fix_ends_its_finding(page: Path, written: str) -> None:
    for texts in programs(page, WRITTEN[written]):
        snapshot = analysed(texts)
        for finding in snapshot.findings:
            changed = fixed_once(snapshot, finding)
            if changed is not None:
                require_better(texts, changed, snapshot, finding)


def require_better(texts: Mapping[str, str], changed: Mapping[str, str], before: Snapshot, finding: Finding) -> None:
    assert all(texts.get(path) != text for path, text in changed.items())
    assert all(parses(path, text) or not parses(path, texts[path]) for path, text in changed.items())
    after = analysed({**texts, **changed})
    assert identities(after)[identity(finding)] < identities(before)[identity(finding)]
    assert not new_errors(before, after)


def new_errors(before: Snapshot, after: Snapshot) -> list[str]:
    known = {finding.rule for finding in before.findings}
    return [f.message for f in after.findings if f.severity is Severity.ERROR and f.rule not in known]


def identities(snapshot: Snapshot) -> Counter[tuple[str, str]]:
    return Counter(map(identity, snapshot.findings))


def identity(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.subject or finding.message


def parses(path: str, text: str) -> bool:
    return not text_of(path, text.encode()).is_broken


def programs(page: Path, written: Callable[[str], str]) -> Iterator[dict[str, str]]:
    for test in spec_tests(page.read_text(encoding="utf-8")):
        texts = test.stages[0].texts()
        yield {path: written(text) if can_rewrite(path) else text for path, text in texts.items()}


def test_fixes_are_offered() -> None:
    """Or the test above would be about nothing."""
    offered = {
        finding.fix.kind
        for page in PAGES
        for texts in programs(page, WRITTEN["as-it-is"])
        for finding in analysed(texts).findings
        if finding.fix is not None
    }
    assert len(offered) >= 4
