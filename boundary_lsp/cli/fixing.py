"""`boundary check --fix`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from boundary_lsp.cli.errors import CommandError
from boundary_lsp.cli.narrowing import Narrowing
from boundary_lsp.cli.scope import Scope
from boundary_lsp.composition import CannotWrite, write_texts
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.workspace import Workspace
from boundary_lsp.model.findings import Finding


def add_fixes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fix", action="store_true", help="make the fixes that change nothing that works now")
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="make those as well that may: a removed endpoint may be called by a deployed client",
    )


@dataclass(slots=True)
class Fixing:
    """Called with a workspace, it changes files. `fixed` counts the findings that this has ended."""

    scope: Scope
    narrowing: Narrowing
    unsafe: bool
    fixed: int = 0

    def __call__(self, workspace: Workspace) -> None:
        from boundary_lsp.fixes.rounds import fix_all

        try:
            self.fixed = fix_all(workspace, self._wanted, lambda texts: write_texts(self.scope.root, texts))
        except CannotWrite as error:
            raise CommandError(str(error)) from None

    def _wanted(self, snapshot: Snapshot) -> list[Finding]:
        """No more than would be told."""
        told, _ = self.narrowing.reported(snapshot)
        return [finding for finding in told if finding.fix is not None and (finding.fix.safe or self.unsafe)]
