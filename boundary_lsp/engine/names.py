"""File names that are no text: nothing can import them, and no answer can name them."""

from __future__ import annotations

from msgspec.structs import replace

from boundary_lsp.model.project import Project, ProjectProblem


def with_text_names(project: Project) -> Project:
    """The project without them; a problem for each that would have been a module."""
    if all(map(_is_text, project.files)):
        return project
    lost = [path for path in project.sources if not _is_text(path)]
    return replace(
        project,
        files=frozenset(filter(_is_text, project.files)),
        directories=frozenset(filter(_is_text, project.directories)),
        sources=tuple(filter(_is_text, project.sources)),
        problems=(*project.problems, *(ProjectProblem(_shown(path), "its name is no text; left out") for path in lost)),
    )


def _is_text(path: str) -> bool:
    if path.isascii():
        return True
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode()
