"""`boundary types install`, `boundary types status`: the checkers that infer types."""

from __future__ import annotations

import argparse

from boundary_lsp.cli.errors import CLEAN, CommandError
from boundary_lsp.cli.interrupts import end_by_exception
from boundary_lsp.cli.scope import existing
from boundary_lsp.composition import CannotInstall, checker_statuses, install_checker, root_of
from boundary_lsp.project import ConfigurationError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="install|status", choices=("install", "status"))
    parser.add_argument(
        "path", metavar="PATH", nargs="?", default=".", help="of the workspace whose checkers are wanted (status)"
    )


def run(arguments: argparse.Namespace) -> int:
    if arguments.what == "install":
        print(_installed())
    else:
        _status(arguments.path)
    return CLEAN


def _installed() -> str:
    end_by_exception()
    try:
        return install_checker()
    except CannotInstall as error:
        raise CommandError(f"the type checker cannot be installed: {error}") from None


def _status(path: str) -> None:
    try:
        statuses = checker_statuses(root_of([existing(path)]))
    except ConfigurationError as error:
        raise CommandError(str(error)) from None
    for found, _ in statuses:
        if found:
            print(found)
    troubles = [trouble for _, trouble in statuses if trouble]
    if troubles:
        raise CommandError("; ".join(troubles))
