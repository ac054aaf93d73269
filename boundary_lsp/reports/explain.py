"""A rule's page, and the list of all rules, as answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from boundary_lsp.model import report
from boundary_lsp.reports.places import TOOL
from boundary_lsp.reports.styled import Line, Style, line
from boundary_lsp.reports.text_check import SEVERITY_STYLES
from boundary_lsp.rules.rule import Rule


def rules_answer(rules: Iterable[Rule], url_of: Callable[[str], str]) -> report.RulesAnswer:
    """`url_of` gives a rule's page."""
    rows = [report.RuleRow(r.id, r.group.value, _level(r), url_of(r.id), r.summary) for r in rules]
    return report.RulesAnswer(1, TOOL, sorted(rows, key=lambda row: (row.group, row.rule)))


def rules_lines(answer: report.RulesAnswer) -> Iterator[Line]:
    """By group, a rule a line."""
    width = max(len(row.rule) for row in answer.rules)
    for group, rows in groupby(answer.rules, lambda row: row.group):
        yield line((group, Style.STRONG))
        for row in rows:
            yield line(f"  {row.rule:<{width}}  ", _styled(row.level), f"  {row.summary}")


def explain_answer(rule: Rule, page: str, url: str) -> report.ExplainAnswer:
    return report.ExplainAnswer(1, TOOL, rule.id, rule.group.value, _level(rule), url, rule.summary, page)


def explain_lines(answer: report.ExplainAnswer) -> Iterator[Line]:
    if not answer.page:
        level = "off by default" if answer.level == "off" else answer.level
        yield line((answer.rule, Style.STRONG), f" ({level}): {answer.summary}")
    for text in answer.page.splitlines():
        yield line((text, Style.STRONG if text.startswith("#") else Style.PLAIN))


def _level(rule: Rule) -> report.Level:
    return rule.severity.value if rule.enabled else "off"


def _styled(level: report.Level) -> tuple[str, Style]:
    style = Style.FAINT if level == "off" else SEVERITY_STYLES[level]
    return f"{level:<7}", style
