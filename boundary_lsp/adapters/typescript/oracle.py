"""The `TypeOracle` port over TypeScript's checker."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.adapters.checking.oracle import CheckerOracle
from boundary_lsp.adapters.typescript.locate import Located
from boundary_lsp.adapters.typescript.projects import Projects
from boundary_lsp.adapters.typescript.session import Limits, Opened, Session
from boundary_lsp.model.project import TsConfig
from boundary_lsp.ports import FileSystem

_DEFAULTS = Limits()


class TypeScriptOracle(CheckerOracle[Session]):
    """`located` may be nothing: then nothing is answered."""

    def __init__(
        self,
        located: Located,
        files: FileSystem,
        tsconfigs: Mapping[str, TsConfig],
        limits: Limits = _DEFAULTS,
        opened: Opened | None = None,
    ) -> None:
        """`files` is the disk; documents that are open in an editor are `opened`."""
        projects = Projects(files, tsconfigs)

        def start() -> Session:
            return Session(located.path, files, projects, limits, opened)

        super().__init__(start if located.path else None, located.trouble, "the type checker")
