"""Every example of every page of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from boundary_lsp.adapters.disk import DiskFileSystem
from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.ports import Entry, FileSystem
from boundary_lsp.project import ConfigurationError, find_root, load_project
from boundary_lsp.syntax.languages import LANGUAGES
from tests.resolution.notation import answers, linked, project_lines
from tests.resolution.pages import FOLDER, Case, cases

CASES = [case for page in sorted(FOLDER.glob("*.md")) for case in cases(page)]


class _PartlyUnreadable(MemoryFileSystem):
    """Files in memory, some of which belong to somebody else."""

    unreadable: frozenset[str] = frozenset()

    def read(self, path: str) -> bytes:
        self._check(path)
        return super().read(path)

    def entries(self, directory: str) -> list[Entry]:
        self._check(directory)
        return super().entries(directory)

    def _check(self, path: str) -> None:
        if path in self.unreadable:
            raise PermissionError(13, "Permission denied", path)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_example(case: Case, tmp_path: Path) -> None:
    files = _on_disk(case, tmp_path) if case.links else _in_memory(case)
    assert _as_text(_found(case, files)) == _as_text(case.expected)


def test_names_are_unique() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))


def _as_text(fences: dict[str, list[str]]) -> str:
    """One text, so that a failure shows the lines that differ."""
    return "\n".join(line for kind in sorted(fences) for line in (f"{kind}:", *fences[kind]))


def _found(case: Case, files: FileSystem) -> dict[str, list[str]]:
    """What the case's fences ask for. Problems that no fence names are found all the same."""
    if "root" in case.expected:
        return {"root": [_root_line(files, line) for line in case.expected["root"]]}
    try:
        project = load_project(files, LANGUAGES)
    except ConfigurationError as error:
        assert str(error) == f"{error.path}: {error.message}"
        return {"error": [str(error)]}
    links = linked(project, files, case.questions())
    found = project_lines(project, case.expected)
    found["resolve"] = answers(project, links, case.questions())
    found["banners"] = [f"{project.sources[m]} -> {text}" for m, text in sorted(links.output_directives.items())]
    return {kind: lines for kind, lines in found.items() if kind in case.expected or (kind == "problems" and lines)}


def _root_line(files: FileSystem, line: str) -> str:
    starts = line.partition(" -> ")[0].split()
    return f"{' '.join(starts)} -> {find_root(files, starts) or '/'}"


def _in_memory(case: Case) -> FileSystem:
    files = _PartlyUnreadable(_with_importers(case))
    files.unreadable = frozenset(case.unreadable)
    return files


def _on_disk(case: Case, folder: Path) -> FileSystem:
    for path, text in _with_importers(case).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    for path, target in case.links.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).symlink_to(target)
    return DiskFileSystem(str(folder))


def _with_importers(case: Case) -> dict[str, str]:
    return {question.importer: "" for question in case.questions()} | case.files
