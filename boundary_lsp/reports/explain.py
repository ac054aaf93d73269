"""A rule's page as an answer."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model import report
from boundary_lsp.reports.places import TOOL
from boundary_lsp.reports.styled import Line, Style, line
from boundary_lsp.rules.rule import Rule


def explain_answer(rule: Rule, page: str, url: str) -> report.ExplainAnswer:
    level = rule.severity.value if rule.enabled else "off"
    return report.ExplainAnswer(1, TOOL, rule.id, level, url, rule.summary, page)


def explain_lines(answer: report.ExplainAnswer) -> Iterator[Line]:
    if not answer.page:
        level = "off by default" if answer.level == "off" else answer.level
        yield line((answer.rule, Style.STRONG), f" ({level}): {answer.summary}")
    for text in answer.page.splitlines():
        yield line((text, Style.STRONG if text.startswith("#") else Style.PLAIN))
