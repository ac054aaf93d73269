"""`--base GITREV`: the program as it was, to compare with."""

from __future__ import annotations

import argparse
from typing import NamedTuple

from boundary_lsp.cli.errors import CommandError
from boundary_lsp.cli.scope import Scope
from boundary_lsp.cli.session import framework_named, progress_shown
from boundary_lsp.composition import open_revision
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.program import Program
from boundary_lsp.ports import NotInHistory
from boundary_lsp.project import ConfigurationError
from boundary_lsp.reports.comparison import comparison


class Base(NamedTuple):
    name: str
    """As it was asked for."""
    commit: str
    program: Program


def add_base(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--base", metavar="GITREV", help="also say what has changed since the branch left this revision"
    )


def compared(arguments: argparse.Namespace, scope: Scope, snapshot: Snapshot) -> report.Comparison | None:
    """None where no base is given. The working copy is left alone. Raises CommandError."""
    base = program_before(arguments, scope)
    return comparison(base.program, snapshot.program, base.name, base.commit, scope.covers) if base else None


def program_before(arguments: argparse.Namespace, scope: Scope) -> Base | None:
    """None where no base is given. The working copy is left alone. Raises CommandError."""
    if arguments.base is None:
        return None
    options = Options(framework_named(arguments.framework), select=frozenset(), types="off")
    try:
        with open_revision(
            scope.root,
            arguments.base,
            options=options,
            jobs=arguments.jobs,
            cache=not arguments.no_cache,
            progress=progress_shown(),
        ) as (commit, workspace):
            return Base(arguments.base, commit, workspace.snapshot().program)
    except NotInHistory as error:
        raise CommandError(f"--base: {error}") from None
    except ConfigurationError as error:
        raise CommandError(f"--base: at `{arguments.base}`, {error}") from None
