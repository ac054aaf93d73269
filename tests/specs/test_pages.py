"""Every rule has its page, and every page shows when the rule speaks and when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from boundary_lsp.rules.registry import RULES
from tests.support.expect_findings import rule_of
from tests.support.markdown import sections
from tests.support.spec import SpecTest, spec_tests

PAGES = Path(__file__).parents[2] / "docs" / "rules"
SECTIONS = ["What it does", "Why", "Example", "Use instead", "When it stays silent"]
IDS = [rule.id for rule in RULES]


def test_rules_and_pages_are_the_same() -> None:
    assert sorted(page.stem for page in PAGES.glob("*.md")) == sorted(IDS)


@pytest.mark.parametrize("rule", IDS)
def test_sections_of_a_page(rule: str) -> None:
    [page] = sections((PAGES / f"{rule}.md").read_text(encoding="utf-8"))
    assert page.title == rule
    assert [section.title for section in page.children] == SECTIONS


@pytest.mark.parametrize("rule", IDS)
def test_examples_of_a_page(rule: str) -> None:
    tests = list(spec_tests((PAGES / f"{rule}.md").read_text(encoding="utf-8")))
    assert all(_reported(test, rule) for test in tests if test.name.startswith("example"))
    assert not any(_reported(test, rule) for test in tests if not test.name.startswith("example"))
    assert {test.name.partition("/")[0] for test in tests} == {"example", "use-instead", "when-it-stays-silent"}


def _reported(test: SpecTest, rule: str) -> bool:
    return any(rule_of(a) == rule for stage in test.stages for file in stage.files.values() for a in file.assertions)
