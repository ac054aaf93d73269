"""What is wrong with the project's own files, in words."""

from __future__ import annotations

from boundary_lsp.model.project import ProjectProblem


def unread(path: str, error: OSError) -> ProjectProblem:
    """The file is there, and the system does not give it."""
    return ProjectProblem(path, f"cannot be read: {reason_of(error)}")


def reason_of(error: OSError) -> str:
    """`Permission denied`, without number and path."""
    return error.strerror or str(error)
