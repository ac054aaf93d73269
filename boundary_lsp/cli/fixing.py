"""`boundary check --fix`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from boundary_lsp.cli.errors import CommandError
from boundary_lsp.cli.scope import Scope
from boundary_lsp.composition import CannotWrite, write_texts
from boundary_lsp.engine.workspace import Workspace
from boundary_lsp.model.findings import Finding
from boundary_lsp.model.program import Program


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
    unsafe: bool
    fixed: int = 0

    def __call__(self, workspace: Workspace) -> None:
        from boundary_lsp.fixes.rounds import fix_all

        try:
            self.fixed = fix_all(workspace, self._wants, lambda texts: write_texts(self.scope.root, texts))
        except CannotWrite as error:
            raise CommandError(str(error)) from None

    def _wants(self, program: Program, finding: Finding) -> bool:
        offered = finding.fix is not None and (finding.fix.safe or self.unsafe)
        return offered and self.scope.covers(program.modules[finding.module])
