"""`boundary explain [RULE]`: a rule's page, or the list of all rules."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from msgspec import Struct

from boundary_lsp.adapters.pages import rule_page, rule_page_url
from boundary_lsp.cli.errors import CLEAN
from boundary_lsp.cli.rules import rule_named
from boundary_lsp.cli.session import write
from boundary_lsp.reports.explain import explain_answer, explain_lines, rules_answer, rules_lines
from boundary_lsp.reports.styled import Line
from boundary_lsp.rules.registry import RULES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE", nargs="?", help="default: list all rules")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write the answer there instead of to standard output")


def run(arguments: argparse.Namespace) -> int:
    answer, lines = _rules() if arguments.rule is None else _rule(arguments.rule)
    write(arguments, answer, lines)
    return CLEAN


def _rules() -> tuple[Struct, Iterator[Line]]:
    answer = rules_answer(RULES, rule_page_url)
    return answer, rules_lines(answer)


def _rule(name: str) -> tuple[Struct, Iterator[Line]]:
    rule = rule_named(name)
    answer = explain_answer(rule, rule_page(rule.id), rule_page_url(rule.id))
    return answer, explain_lines(answer)
