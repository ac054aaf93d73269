"""One command's analysis, from its arguments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import msgspec

from boundary_lsp.cli.errors import CommandError, did_you_mean, say
from boundary_lsp.cli.output import write_json, write_statistics, write_text
from boundary_lsp.cli.scope import Scope
from boundary_lsp.composition import open_workspace, terminal_progress
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.workspace import Workspace
from boundary_lsp.ports import Progress
from boundary_lsp.project import ConfigurationError
from boundary_lsp.reports.styled import Line
from boundary_lsp.syntax.languages import titles


@contextmanager
def analysed(
    arguments: argparse.Namespace,
    scope: Scope,
    select: frozenset[str] | None = frozenset(),
    ignore: frozenset[str] = frozenset(),
    props: bool = False,
    amend: Callable[[Workspace], None] | None = None,
) -> Iterator[Snapshot]:
    """The snapshot of the scope's root; facts are stored for the next run when the command is done with it.

    Rules run only for the command that asks for them. `amend` may change files.
    Raises CommandError where there is nothing to analyse.
    """
    options = Options(framework_named(arguments.framework), select, ignore, getattr(arguments, "types", "off"), props)
    with open_workspace(
        scope.root,
        options=options,
        jobs=arguments.jobs,
        cache=not arguments.no_cache,
        progress=progress_shown(),
        warn=say,
    ) as workspace:
        try:
            snapshot = workspace.snapshot()
        except ConfigurationError as error:
            raise CommandError(str(error)) from None
        _require_modules(snapshot, scope)
        if amend is not None:
            amend(workspace)
            snapshot = workspace.snapshot()
        if getattr(arguments, "base", None) is not None:
            workspace.remember()  # what is the same at the base need not be parsed again
        try:
            yield snapshot
        finally:
            workspace.remember()
    if arguments.statistics:
        parsed = sum(1 for step in snapshot.steps if step.startswith("parse "))
        write_statistics(dict(snapshot.seconds), len(snapshot.program.modules), parsed)


def write(arguments: argparse.Namespace, answer: msgspec.Struct, lines: Iterable[Line]) -> None:
    """The answer in the format that was asked for; `lines` are taken only for text."""
    if arguments.format == "json":
        write_json(answer, arguments.output)
    else:
        write_text(lines, arguments.output)


def progress_shown() -> Progress | None:
    """On a terminal."""
    return terminal_progress(sys.stderr) if sys.stderr is not None and sys.stderr.isatty() else None


def framework_named(name: str | None) -> str | None:
    """Raises CommandError, with the nearest name."""
    if name is None:
        return None
    from boundary_lsp.frameworks.detect import PROFILES

    if name not in PROFILES:
        known = ", ".join(sorted(PROFILES))
        raise CommandError(f"there is no framework `{name}`{did_you_mean(name, PROFILES)} (known: {known})")
    return name


def _require_modules(snapshot: Snapshot, scope: Scope) -> None:
    if not snapshot.program.modules:
        reason = _unread_folder(snapshot, scope, "") or f"{titles()}, not ignored by git"
        raise CommandError(f"no source files in {scope.root} ({reason})")
    for part in scope.inside:
        one = Scope(scope.root, (part,))
        if not any(map(one.covers, snapshot.program.modules)):
            reason = _unread_folder(snapshot, scope, part) or "ignored by git, excluded, or of no known language"
            raise CommandError(f"no source files in `{scope.show(part)}` ({reason})")


def _unread_folder(snapshot: Snapshot, scope: Scope, part: str) -> str:
    """What is wrong with the part, or with a folder in it or above it."""
    for problem in snapshot.project.problems:
        if problem.path in snapshot.project.directories:
            concerned = Scope(scope.root, (part,)).covers(problem.path) or Scope(scope.root, (problem.path,)).covers(
                part
            )
            if concerned:
                return f"`{scope.show(problem.path)}`: {problem.message}"
    return ""
