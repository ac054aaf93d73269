"""The checkers of a project on disk: which they are, and how they are opened. Nothing of one is loaded before."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.adapters.routing import Memory, RoutedOracle
from boundary_lsp.model.project import Project, TypesConfiguration
from boundary_lsp.ports import FileSystem, TypeOracle

LOCK_FILES = (
    "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb",
    "uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "requirements.txt",
)  # fmt: skip

_Texts = Callable[[], Mapping[str, bytes]]


class DiskCheckers:
    """One a language. Each starts when it is first asked."""

    def __init__(self, files: FileSystem, digest: Callable[[bytes], bytes]) -> None:
        self._files = files
        self._digest = digest
        self._memory = Memory()
        self.texts: Mapping[str, bytes] | None = None
        """Documents that are open in an editor, by path; None where there is none. Replaced, never changed."""

    def identity(self, project: Project) -> bytes:
        """Which checkers would answer, and the packages whose types they would read."""
        from boundary_lsp.adapters.pyright.locate import identity_of
        from boundary_lsp.adapters.typescript.locate import locate_checker

        types = project.configuration.types
        tsc = locate_checker(project.root, types.checker, types.project_checker).path
        checkers = (tsc, identity_of(project.root, types.project_checker))
        locks = [self._files.read(name) for name in LOCK_FILES if self._files.is_file(name)]
        return self._digest(b"\0".join((*(one.encode("utf-8", "surrogateescape") for one in checkers), *locks)))

    def open(self, project: Project) -> TypeOracle:
        """Whoever opens it closes it."""
        opened = None if self.texts is None else self._opened
        return RoutedOracle(lambda checker: _OPENERS[checker](project, self._files, opened), self._memory)

    def _opened(self) -> Mapping[str, bytes]:
        return self.texts or {}


def status_of(checker: str, root: str, types: TypesConfiguration) -> tuple[str, str]:
    """(which one is used for a root, why none can be): one of them is empty."""
    return _STATUSES[checker](root, types)


def _open_tsc(project: Project, files: FileSystem, opened: _Texts | None) -> TypeOracle:
    from boundary_lsp.adapters.typescript.locate import locate_checker
    from boundary_lsp.adapters.typescript.oracle import TypeScriptOracle

    types = project.configuration.types
    located = locate_checker(project.root, types.checker, types.project_checker)
    return TypeScriptOracle(located, files, project.tsconfigs, opened=opened)


def _open_pyright(project: Project, files: FileSystem, opened: _Texts | None) -> TypeOracle:
    from boundary_lsp.adapters.pyright.locate import locate_pyright
    from boundary_lsp.adapters.pyright.oracle import PyrightOracle

    located = locate_pyright(project.root, project.configuration.types.project_checker)
    return PyrightOracle(located, files, opened=opened)


def _status_of_tsc(root: str, types: TypesConfiguration) -> tuple[str, str]:
    from boundary_lsp.adapters.typescript.status import status_of

    return status_of(root, types.checker, types.project_checker)


def _status_of_pyright(root: str, types: TypesConfiguration) -> tuple[str, str]:
    from boundary_lsp.adapters.pyright.status import status_of

    return status_of(root, types.project_checker)


_OPENERS: Mapping[str, Callable[[Project, FileSystem, _Texts | None], TypeOracle]] = {
    "tsc": _open_tsc,
    "pyright": _open_pyright,
}
_STATUSES: Mapping[str, Callable[[str, TypesConfiguration], tuple[str, str]]] = {
    "tsc": _status_of_tsc,
    "pyright": _status_of_pyright,
}
