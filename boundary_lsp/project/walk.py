"""The files of a project: everything that git would not ignore."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from boundary_lsp.model.project import ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.ignore import Ignored, IgnoreRules, ignore_lines, repository_rules

NEVER_ENTERED = frozenset(
    {
        "node_modules", ".git", ".hg", ".svn", ".next", ".turbo", ".vercel", ".yarn", ".pnpm-store", ".venv",
        "__pycache__", ".cache", ".parcel-cache", ".nuxt", ".svelte-kit", ".output", ".vinxi", ".expo",
    }
)  # fmt: skip
_MAX_DEPTH = 64


@dataclass(slots=True)
class Walked:
    files: set[str] = field(default_factory=set)
    directories: set[str] = field(default_factory=lambda: {""})
    ignored: list[Ignored] = field(default_factory=list)
    problems: list[ProjectProblem] = field(default_factory=list)


def walk(files: FileSystem, exclude: Sequence[str] = ()) -> Walked:
    """Symbolic links to folders are not followed; a folder that cannot be read is a problem, not an error."""
    walked = Walked(ignored=repository_rules(files))
    excluded: list[Ignored] = [("", tuple(exclude))] if exclude else []
    _enter(files, "", IgnoreRules([*excluded, *walked.ignored]), 0, walked)
    return walked


def _enter(files: FileSystem, directory: str, rules: IgnoreRules, depth: int, walked: Walked) -> None:
    try:
        entries = files.entries(directory)
    except OSError as error:
        walked.problems.append(ProjectProblem(directory, f"cannot read this folder ({error.strerror or error})"))
        return
    if any(entry.name == ".gitignore" and entry.is_file for entry in entries):
        rules = _with_own(files, directory, rules, walked)
    prefix = f"{directory}/" if directory else ""
    for entry in entries:
        path = prefix + entry.name
        if not entry.name.isascii() and not _is_unicode(entry.name):
            walked.problems.append(ProjectProblem(ascii(path)[1:-1], "its name is not UTF-8, so it is left out"))
        elif entry.is_directory:
            if entry.name not in NEVER_ENTERED and depth < _MAX_DEPTH and not rules.matches(path, is_directory=True):
                walked.directories.add(path)
                _enter(files, path, rules, depth + 1, walked)
        elif entry.is_file and not rules.matches(path):
            walked.files.add(path)


def _with_own(files: FileSystem, directory: str, rules: IgnoreRules, walked: Walked) -> IgnoreRules:
    path = f"{directory}/.gitignore" if directory else ".gitignore"
    try:
        lines = ignore_lines(files, path)
    except OSError:
        return rules
    walked.ignored.append((directory, lines))
    return rules.below((directory, lines))


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes that the disk has and no text can hold
        return False
    return True
