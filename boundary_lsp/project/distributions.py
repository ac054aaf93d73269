"""`pyproject.toml`, `setup.cfg` and `requirements*.txt`: where modules are, and what they need. Read as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from boundary_lsp.model.project import Distribution, ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.build_backends import declared_packages, declared_roots
from boundary_lsp.project.problems import unread
from boundary_lsp.project.setup_cfg import read_setup_cfg

_PYPROJECT, _SETUP = "pyproject.toml", "setup.cfg"
_REQUIREMENTS = re.compile(r"requirements[^/]*\.txt")
_SIZE_LIMIT = 1024 * 1024
_NAME = re.compile(r"\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)")


def read_distributions(
    files: FileSystem, paths: Iterable[str], problems: list[ProjectProblem]
) -> dict[str, Distribution]:
    """By directory. `paths`: the project's files. What is not TOML is a problem and counts as empty."""
    by_directory: dict[str, list[str]] = {}
    for path in paths:
        if path.endswith((".toml", ".cfg", ".txt")):
            directory, _, name = path.rpartition("/")
            if name in (_PYPROJECT, _SETUP) or _REQUIREMENTS.fullmatch(name):
                by_directory.setdefault(directory, []).append(name)
    reader = _Reader(files, problems)
    return {directory: reader.distribution(directory, names) for directory, names in sorted(by_directory.items())}


def normalised(name: str) -> str:
    """`Foo_Bar.baz` as `foo-bar-baz`, as package indexes compare names."""
    return re.sub(r"[-_.]+", "-", name).lower()


class _Reader:
    def __init__(self, files: FileSystem, problems: list[ProjectProblem]) -> None:
        self._files = files
        self._problems = problems

    def distribution(self, directory: str, names: list[str]) -> Distribution:
        content = self._pyproject(directory) if _PYPROJECT in names else {}
        setup = read_setup_cfg(self._text(directory, _SETUP)) if _SETUP in names else {}
        project, poetry = _table(content, "project"), _table(content, "tool", "poetry")
        wanted = {*_requirements(project), *_keys(poetry), *_named(setup.get("install_requires", []))}
        for name in names:
            if name not in (_PYPROJECT, _SETUP):
                wanted.update(_named(self._text(directory, name).splitlines()))
        own = project.get("name") or poetry.get("name") or "".join(setup.get("name", []))
        return Distribution(
            directory,
            own if isinstance(own, str) else "",
            declared_roots(directory, content, setup),
            declared_packages(directory, content),
            frozenset(map(normalised, wanted)),
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


def _requirements(project: Mapping[str, Any]) -> Iterator[str]:
    yield from _named(project.get("dependencies"))
    for group in _table(project, "optional-dependencies").values():
        yield from _named(group)


def _keys(poetry: Mapping[str, Any]) -> Iterator[str]:
    yield from _table(poetry, "dependencies")
    for group in _table(poetry, "group").values():
        yield from _table(group, "dependencies") if isinstance(group, dict) else ()


def _named(requirements: Any) -> Iterator[str]:
    """`uvicorn[standard]>=0.30 ; extra` as `uvicorn`; options of pip and comments are none."""
    for line in requirements if isinstance(requirements, list) else ():
        found = _NAME.match(line) if isinstance(line, str) else None
        if found is not None:
            yield found[1]


def _table(content: Mapping[str, Any], *keys: str) -> Mapping[str, Any]:
    found: Any = content
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}
