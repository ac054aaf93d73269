"""`pyproject.toml` and `setup.cfg`: what a distribution is called, and where its modules are. Read as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from boundary_lsp.model.project import Distribution, ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.build_backends import at, declared_packages, declared_roots
from boundary_lsp.project.problems import unread
from boundary_lsp.project.setup_cfg import read_setup_cfg

_PYPROJECT, _SETUP = "pyproject.toml", "setup.cfg"
_SIZE_LIMIT = 1024 * 1024
_NAMES = (("project", "name"), ("tool", "poetry", "name"))


def read_distributions(
    files: FileSystem, paths: Iterable[str], problems: list[ProjectProblem]
) -> dict[str, Distribution]:
    """By directory. `paths`: the project's files. What is not TOML is a problem and counts as empty."""
    found: dict[str, set[str]] = {}
    for path in paths:
        if path.endswith((_PYPROJECT, _SETUP)):
            directory, _, name = path.rpartition("/")
            if name in (_PYPROJECT, _SETUP):
                found.setdefault(directory, set()).add(name)
    reader = _Reader(files, problems)
    return {directory: reader.distribution(directory, names) for directory, names in sorted(found.items())}


class _Reader:
    def __init__(self, files: FileSystem, problems: list[ProjectProblem]) -> None:
        self._files = files
        self._problems = problems

    def distribution(self, directory: str, names: set[str]) -> Distribution:
        content = self._pyproject(directory) if _PYPROJECT in names else {}
        setup = read_setup_cfg(self._text(directory, _SETUP)) if _SETUP in names else {}
        named = (*(at(content, keys) for keys in _NAMES), "".join(setup.get("name", [])))
        return Distribution(
            directory,
            next((name for name in named if isinstance(name, str)), ""),
            declared_roots(directory, content, setup),
            declared_packages(directory, content),
        )

    def _pyproject(self, directory: str) -> dict[str, Any]:
        import tomllib

        try:
            return tomllib.loads(self._text(directory, _PYPROJECT))
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            path = f"{directory}/{_PYPROJECT}" if directory else _PYPROJECT
            self._problems.append(ProjectProblem(path, f"is not TOML and was taken as empty ({error})"))
            return {}

    def _text(self, directory: str, name: str) -> str:
        path = f"{directory}/{name}" if directory else name
        try:
            return self._files.read_head(path, _SIZE_LIMIT).decode("utf-8-sig", "replace")
        except OSError as error:
            self._problems.append(unread(path, error))
            return ""
