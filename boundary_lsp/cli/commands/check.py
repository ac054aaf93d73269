"""`boundary check [PATH...]`: the findings."""

from __future__ import annotations

import argparse

from boundary_lsp.cli.arguments import add_common, add_paths, add_types
from boundary_lsp.cli.errors import CLEAN, FOUND
from boundary_lsp.cli.fixing import Fixing, add_fixes
from boundary_lsp.cli.formats import FORMATS, write_check
from boundary_lsp.cli.rules import rule_ids, rule_page_url
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
    parser.add_argument("--select", metavar="RULE", action="append", help="run only these rules (a,b or repeated)")
    parser.add_argument("--ignore", metavar="RULE", action="append", help="leave out these rules")
    parser.add_argument(
        "--fail-on", choices=tuple(_FAILING), default="error", help="exit with 1 from this severity on (default: error)"
    )


def run(arguments: argparse.Namespace) -> int:
    select = None if arguments.select is None else rule_ids("--select", arguments.select)
    ignore = frozenset[str]() if arguments.ignore is None else rule_ids("--ignore", arguments.ignore)
    scope = scope_of(arguments.paths)
    fixing = Fixing(scope, arguments.unsafe_fixes) if arguments.fix or arguments.unsafe_fixes else None
    with analysed(arguments, scope, select, ignore, amend=fixing) as snapshot:
        reported = [f for f in snapshot.findings if scope.covers(snapshot.program.modules[f.module])]
        answer = check_answer(snapshot, reported, scope.covers, rule_page_url, fixing.fixed if fixing else 0)
        write_check(arguments, answer, Shown(snapshot, scope.show))
    return _exit_code(answer, arguments.fail_on)


def _exit_code(answer: CheckAnswer, fail_on: str) -> int:
    return FOUND if any(finding.severity in _FAILING[fail_on] for finding in answer.findings) else CLEAN
