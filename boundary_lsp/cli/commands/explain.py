"""`boundary explain RULE`: a rule's page."""

from __future__ import annotations

import argparse

from boundary_lsp.cli.errors import CLEAN
from boundary_lsp.cli.output import write_json, write_text
from boundary_lsp.cli.pages import rule_page
from boundary_lsp.cli.rules import rule_named, rule_page_url
from boundary_lsp.reports.explain import explain_answer, explain_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write the answer there instead of to standard output")


def run(arguments: argparse.Namespace) -> int:
    rule = rule_named(arguments.rule)
    answer = explain_answer(rule, rule_page(rule.id), rule_page_url(rule.id))
    if arguments.format == "json":
        write_json(answer, arguments.output)
    else:
        write_text(explain_lines(answer), arguments.output)
    return CLEAN
