"""The formats of `boundary check`: for people, for programs, and for the services that CI reports to."""

from __future__ import annotations

import argparse
import os

from boundary_lsp.cli.output import write_json, write_text
from boundary_lsp.model.report import CheckAnswer
from boundary_lsp.reports.shown import Shown

FORMATS = ("text", "json", "sarif", "github", "gitlab")


def write_check(arguments: argparse.Namespace, answer: CheckAnswer, shown: Shown) -> None:
    """In the format that was asked for; each loads only what it needs itself."""
    _WRITERS[arguments.format](answer, shown, arguments.output)


def _text(answer: CheckAnswer, shown: Shown, output: str | None) -> None:
    from boundary_lsp.reports.text_check import check_lines

    write_text(check_lines(answer, shown), output)


def _json(answer: CheckAnswer, _: Shown, output: str | None) -> None:
    write_json(answer, output)


def _sarif(answer: CheckAnswer, shown: Shown, output: str | None) -> None:
    from boundary_lsp.adapters.pages import rule_page
    from boundary_lsp.reports.sarif import sarif_log
    from boundary_lsp.rules.registry import RULES

    write_json(sarif_log(answer, RULES, rule_page, shown, _here()), output)


def _github(answer: CheckAnswer, shown: Shown, output: str | None) -> None:
    from boundary_lsp.reports.github import github_lines
    from boundary_lsp.reports.styled import line

    write_text(map(line, github_lines(answer, shown)), output)


def _gitlab(answer: CheckAnswer, shown: Shown, output: str | None) -> None:
    from boundary_lsp.reports.gitlab import gitlab_violations

    write_json(gitlab_violations(answer, shown), output)


def _here() -> str:
    return os.getcwd().replace(os.sep, "/")  # noqa: PTH109 - pathlib costs 10 ms


_WRITERS = {"text": _text, "json": _json, "sarif": _sarif, "github": _github, "gitlab": _gitlab}
