"""The checkers of a project on disk: which they are, and how they are opened. Nothing of one is loaded before."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.adapters.routing import RoutedOracle
from boundary_lsp.model.project import Project, TypesConfiguration
from boundary_lsp.ports import FileSystem, TypeOracle

LOCK_FILES = (
    "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb",
    "uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "requirements.txt",
)  # fmt: skip


class DiskCheckers:
    """One a language. Each starts when it is first asked; one that has failed is not asked again."""

    def __init__(self, files: FileSystem, digest: Callable[[bytes], bytes]) -> None:
        self._files = files
        self._digest = digest
        self._troubles: dict[str, str] = {}
        """By checker, of those that were asked."""
        self._failed: set[str] = set()
        self.texts: Mapping[str, bytes] | None = None
        """Documents that are open in an editor, by path; None where there is none. Replaced, never changed."""

    def identity(self, project: Project) -> bytes:
        """Which checkers would answer, and the packages whose types they would read."""
        from boundary_lsp.adapters.pyright.locate import locate_pyright
        from boundary_lsp.adapters.typescript.locate import locate_checker

        types = project.configuration.types
        other = locate_pyright(project.root, types.project_checker)
        checkers = (locate_checker(project.root, types.checker, types.project_checker).path, other.script, other.version)
        locks = [self._files.read(name) for name in LOCK_FILES if self._files.is_file(name)]
        return self._digest(b"\0".join((*(one.encode("utf-8", "surrogateescape") for one in checkers), *locks)))

    def open(self, project: Project) -> TypeOracle:
        """Whoever opens it closes it."""
        return RoutedOracle(lambda checker: _OPENERS[checker](project, self), self._troubles, self._failed)

    def opened(self) -> Callable[[], Mapping[str, bytes]] | None:
        """For a checker: the documents, where there is an editor."""
        return None if self.texts is None else lambda: self.texts or {}

    @property
    def files(self) -> FileSystem:
        return self._files


def status_of(root: str, types: TypesConfiguration, checker: str) -> tuple[str, str]:
    """(which one of a checker is used for a root, why none can be): one of them is empty."""
    return _STATUSES[checker](root, types)
