"""`boundary check [PATH...]`: the findings."""

from __future__ import annotations

import argparse

from boundary_lsp.adapters.pages import rule_page_url
from boundary_lsp.cli.arguments import add_common, add_paths, add_types
from boundary_lsp.cli.errors import CLEAN, FOUND
from boundary_lsp.cli.fixing import Fixing, add_fixes
from boundary_lsp.cli.formats import FORMATS, write_check
from boundary_lsp.cli.narrowing import add_narrowing, narrowing_of
from boundary_lsp.cli.scope import scope_of
from boundary_lsp.cli.session import analysed
from boundary_lsp.model.findings import Severity
from boundary_lsp.model.report import CheckAnswer
from boundary_lsp.reports.check import check_answer
from boundary_lsp.reports.shown import Shown

_FAILING = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_common(parser, *FORMATS)
    add_types(parser)
    add_fixes(parser)
    parser.add_argument(
        "--select", metavar="RULE", action="append", help="run only these rules or groups of rules (a,b or repeated)"
    )
    parser.add_argument("--ignore", metavar="RULE", action="append", help="leave out these rules or groups of rules")
    parser.add_argument(
        "--fail-on", choices=tuple(_FAILING), default="error", help="exit with 1 from this severity on (default: error)"
    )
    add_narrowing(parser)


def run(arguments: argparse.Namespace) -> int:
    select, ignore = _rules(arguments)
    scope = scope_of(arguments.paths)
    narrowing = narrowing_of(arguments, scope)
    fixing = Fixing(scope, narrowing, arguments.unsafe_fixes) if arguments.fix or arguments.unsafe_fixes else None
    with analysed(arguments, scope, select, ignore, amend=fixing) as snapshot:
        if arguments.write_baseline:
            print(narrowing.write_baseline(snapshot))
            return CLEAN
        findings, left_out = narrowing.reported(snapshot)
        fixed = fixing.fixed if fixing else 0
        answer = check_answer(snapshot, findings, scope.covers, rule_page_url, left_out, fixed)
        write_check(arguments, answer, Shown(snapshot, scope.show))
    return _exit_code(answer, arguments.fail_on)


def _rules(arguments: argparse.Namespace) -> tuple[frozenset[str] | None, frozenset[str]]:
    """What `--select` and `--ignore` name."""
    if arguments.select is None and arguments.ignore is None:
        return None, frozenset()
    from boundary_lsp.cli.rules import ignored_rules, selected_rules  # loads the rules

    select = None if arguments.select is None else selected_rules(arguments.select)
    return select, frozenset() if arguments.ignore is None else ignored_rules(arguments.ignore)


def _exit_code(answer: CheckAnswer, fail_on: str) -> int:
    return FOUND if any(finding.severity in _FAILING[fail_on] for finding in answer.findings) else CLEAN
