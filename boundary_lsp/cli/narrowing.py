"""Of all findings of `boundary check` those that are news: `--baseline` and `--since`."""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH100, PTH113, PTH118, PTH123

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from dataclasses import dataclass

from boundary_lsp.cli.errors import CommandError
from boundary_lsp.cli.output import write_file
from boundary_lsp.cli.scope import Scope, as_seen
from boundary_lsp.composition import history_of
from boundary_lsp.engine.baseline import (
    Concerns,
    NotABaseline,
    baseline_of,
    baseline_text,
    compared,
    parse_baseline,
    renewed,
)
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.baseline import Baseline
from boundary_lsp.model.findings import Finding
from boundary_lsp.ports import NotInHistory
from boundary_lsp.reports.check import LeftOut
from boundary_lsp.reports.styled import counted

NAME = "boundary.baseline.json"
"""Of the file, in the root of the workspace, where none is named."""

_NONE = Baseline(1, [])


def add_narrowing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--baseline", metavar="FILE", help="leave out the findings that this file lists")
    parser.add_argument(
        "--write-baseline",
        action="store_true",
        help=f"list the findings in that file instead (default: {NAME} in the root of the workspace)",
    )
    parser.add_argument("--since", metavar="GITREV", help="report on files that have changed since this revision")


@dataclass(frozen=True, slots=True)
class Narrowing:
    scope: Scope
    since: str | None
    file: str
    """Of the baseline."""
    baseline: Baseline

    def reported(self, snapshot: Snapshot) -> tuple[list[Finding], LeftOut]:
        """The findings to be told. Raises CommandError."""
        modules = snapshot.program.modules
        inside = self._inside(snapshot)
        found = [finding for finding in snapshot.findings if modules[finding.module] in inside]
        suppressed = sum(modules[finding.module] in inside for finding in snapshot.suppressed)
        new, known, gone = compared(self.baseline, found, modules, _concerns(snapshot, inside))
        return new, LeftOut(suppressed, known, gone)

    def write_baseline(self, snapshot: Snapshot) -> str:
        """What is to be said of it. Raises CommandError."""
        modules = snapshot.program.modules
        inside = self._inside(snapshot)
        found = [finding for finding in snapshot.findings if modules[finding.module] in inside]
        baseline = renewed(self.baseline, baseline_of(found, modules), _concerns(snapshot, inside))
        write_file(self.file, baseline_text(baseline))
        shown = as_seen(self.scope.root, os.path.abspath(self.file))
        return f"{shown}: {counted(sum(entry.count for entry in baseline.findings), 'finding')}."

    def _inside(self, snapshot: Snapshot) -> frozenset[str]:
        """Paths that findings, or entries of the baseline, are in and that are asked about."""
        modules = snapshot.program.modules
        paths = {modules[finding.module] for finding in (*snapshot.findings, *snapshot.suppressed)}
        paths.update(entry.path for entry in self.baseline.findings)
        return self._changed(filter(self.scope.covers, paths))

    def _changed(self, paths: Iterable[str]) -> frozenset[str]:
        if self.since is None:
            return frozenset(paths)
        try:
            return history_of(self.scope.root).changed(self.since, frozenset(paths))
        except NotInHistory as error:
            raise CommandError(f"--since: {error}") from None


def narrowing_of(arguments: argparse.Namespace, scope: Scope) -> Narrowing:
    """Raises CommandError."""
    if arguments.write_baseline and arguments.since is not None:
        raise CommandError("--write-baseline lists all findings, and --since leaves out some: use one of them")
    file = arguments.baseline or os.path.join(scope.root, NAME)
    is_read = os.path.isfile(file) if arguments.write_baseline else arguments.baseline is not None
    return Narrowing(scope, arguments.since, file, _read(file) if is_read else _NONE)


def _concerns(snapshot: Snapshot, inside: frozenset[str]) -> Concerns:
    return lambda entry: entry.path in inside and entry.rule in snapshot.complete


def _read(path: str) -> Baseline:
    try:
        with open(path, "rb") as file:
            return parse_baseline(file.read())
    except FileNotFoundError:
        raise CommandError(f"there is no baseline `{path}`: `boundary check --write-baseline` makes one") from None
    except OSError as error:
        raise CommandError(f"cannot read `{path}`: {error.strerror}") from None
    except NotABaseline as error:
        raise CommandError(f"`{path}` is not a baseline: {error}") from None
