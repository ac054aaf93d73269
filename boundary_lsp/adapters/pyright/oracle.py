"""The `TypeOracle` port over pyright."""

from __future__ import annotations

from boundary_lsp.adapters.checking.oracle import CheckerOracle
from boundary_lsp.adapters.pyright.locate import Located
from boundary_lsp.adapters.pyright.session import Limits, Opened, Session
from boundary_lsp.ports import FileSystem

_DEFAULTS = Limits()


class PyrightOracle(CheckerOracle[Session]):
    """`located` may be nothing: then nothing is answered."""

    def __init__(
        self, located: Located, files: FileSystem, limits: Limits = _DEFAULTS, opened: Opened | None = None
    ) -> None:
        """`files` is the disk; documents that are open in an editor are `opened`."""

        def start() -> Session:
            return Session(located, files, limits, opened)

        super().__init__(start if located.script else None, located.trouble, "pyright")
