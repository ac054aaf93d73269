"""The checker of a project on disk: which one it is, and how it is opened. Nothing of it is loaded before."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem, TypeOracle

LOCK_FILES = ("package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb")


class DiskCheckers:
    """TypeScript's own. It starts when it is first asked."""

    def __init__(self, files: FileSystem, digest: Callable[[bytes], bytes]) -> None:
        self._files = files
        self._digest = digest
        self.texts: Mapping[str, bytes] | None = None
        """Documents that are open in an editor, by path; None where there is none. Replaced, never changed."""

    def identity(self, project: Project) -> bytes:
        """Which checker would answer, and the packages whose types it would read."""
        from boundary_lsp.adapters.typescript.locate import locate_checker

        types = project.configuration.types
        checker = locate_checker(project.root, types.checker, types.project_checker).path
        locks = [self._files.read(name) for name in LOCK_FILES if self._files.is_file(name)]
        return self._digest(b"\0".join((checker.encode("utf-8", "surrogateescape"), *locks)))

    def open(self, project: Project) -> TypeOracle:
        """Whoever opens it closes it."""
        from boundary_lsp.adapters.typescript.locate import locate_checker
        from boundary_lsp.adapters.typescript.oracle import TypeScriptOracle

        types = project.configuration.types
        located = locate_checker(project.root, types.checker, types.project_checker)
        opened = None if self.texts is None else self._opened
        return TypeScriptOracle(located, self._files, project.tsconfigs, opened=opened)

    def _opened(self) -> Mapping[str, bytes]:
        return self.texts or {}
