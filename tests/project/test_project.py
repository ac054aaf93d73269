"""What discovery finds: every line of every page here is a claim about the project of its `files`.

root a/b.ts c -> folder             find_root
sources -> a.ts b.ts                the modules
file x.txt -> yes|no                whether it is one of the project's files
ignored made/x.ts -> yes|no         whether git ignores the path, which need not exist
manifest dir field -> value
members -> name=directory …
tsconfig dir field -> value         `@/*` as the field: that pattern's targets
configuration field -> value
problem path -> text                text is a part of the message
problems -> number
error path -> text                  a ConfigurationError
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.model.project import Project
from boundary_lsp.project import ConfigurationError, find_root, is_ignored, load_project
from boundary_lsp.project.manifests import workspace_members
from tests.project.specs import Spec, parameters


@pytest.mark.parametrize("spec", parameters(Path(__file__).parent))
def test_project(spec: Spec) -> None:
    files = MemoryFileSystem(spec.files)
    project: Project | ConfigurationError
    try:
        project = load_project(files)
    except ConfigurationError as error:
        project = error
    wrong = []
    for line, claim in spec.claims:
        subject, _, wanted = claim.partition(" ->")
        found, wanted = _answer(files, project, subject.split(" ")), wanted.strip()
        if not (wanted in found if subject.startswith(("problem ", "error ")) else found == wanted):
            wrong.append(f"line {line}: {subject} -> {found}, not {wanted}")
    assert not wrong, "\n".join(wrong)


def _answer(files: MemoryFileSystem, project: Project | ConfigurationError, subject: list[str]) -> str:
    kind, *rest = subject
    if kind == "root":
        return find_root(files, rest)
    if isinstance(project, ConfigurationError):
        return f"{project.message}" if [kind, project.path] == ["error", *rest] else f"error in {project}"
    return _ABOUT[kind](project, *rest)


def _ignored(project: Project, path: str) -> str:
    return _yes(is_ignored(project, path))


def _tsconfig(project: Project, directory: str, field: str) -> str:
    config = project.tsconfigs.get("" if directory == "." else directory)
    if config is None:
        return "no tsconfig"
    return " ".join(dict(config.paths)[field]) if field in dict(config.paths) else _text(getattr(config, field))


def _manifest(project: Project, directory: str, field: str) -> str:
    manifest = project.manifests.get("" if directory == "." else directory)
    return _text(getattr(manifest, field)) if manifest else "no manifest"


def _problem(project: Project, path: str) -> str:
    return " ".join(problem.message for problem in project.problems if problem.path == path) or "no problem"


def _members(project: Project) -> str:
    found = workspace_members(project.manifests)
    return " ".join(f"{name}={found[name].directory or '.'}" for name in sorted(found))


def _text(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


_ABOUT: dict[str, Any] = {
    "sources": lambda project: " ".join(project.sources),
    "file": lambda project, path: _yes(path in project.files),
    "ignored": _ignored,
    "manifest": _manifest,
    "members": _members,
    "tsconfig": _tsconfig,
    "configuration": lambda project, field: _text(getattr(project.configuration, field)),
    "problem": _problem,
    "problems": lambda project: str(len(project.problems)),
    "error": lambda _project, _path: "no error",
}
