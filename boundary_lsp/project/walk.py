"""The files of a project: everything that git would not ignore."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from boundary_lsp.model.project import Configuration, IgnoreFile, ProjectProblem
from boundary_lsp.ports import Entry, FileSystem
from boundary_lsp.project.configuration import NAME, read_nested
from boundary_lsp.project.ignore import IgnoreRules, ignore_lines, repository_rules
from boundary_lsp.project.problems import reason_of, unread

NEVER_ENTERED = frozenset(
    {
        "node_modules", ".git", ".hg", ".svn", ".next", ".turbo", ".vercel", ".yarn", ".pnpm-store", ".venv",
        "__pycache__", "site-packages", ".cache", ".parcel-cache", ".nuxt", ".svelte-kit", ".output", ".vinxi", ".expo",
    }
)  # fmt: skip
_MAX_DEPTH = 64


@dataclass(slots=True)
class Walked:
    files: set[str] = field(default_factory=set)
    directories: set[str] = field(default_factory=lambda: {""})
    empty: list[str] = field(default_factory=list)
    """Folders without anything in them, not even something ignored."""
    ignored: list[IgnoreFile] = field(default_factory=list)
    nested: dict[str, Configuration] = field(default_factory=dict)
    """By folder: configurations below the root."""
    problems: list[ProjectProblem] = field(default_factory=list)


def walk(files: FileSystem, configuration: Configuration, committed: Mapping[str, Sequence[str]]) -> Walked:
    """Symbolic links to folders are not followed; a folder that cannot be read is a problem, not an error. `committed`:
    by the name of a file, lines of a `.gitignore` that hold in its folder. Raises ConfigurationError for a
    configuration below the root."""
    walked = Walked()
    walked.ignored += repository_rules(files, walked.problems)
    _Walk(files, walked, committed).enter("", IgnoreRules(walked.ignored), _excluding("", configuration.exclude), 0)
    return walked


def _excluding(directory: str, patterns: Iterable[str]) -> IgnoreRules | None:
    lines = tuple(patterns)
    return IgnoreRules([IgnoreFile(directory, lines)]) if lines else None


class _Walk:
    def __init__(self, files: FileSystem, walked: Walked, committed: Mapping[str, Sequence[str]]) -> None:
        self._files = files
        self._walked = walked
        self._committed = committed

    def enter(self, directory: str, rules: IgnoreRules, excluded: IgnoreRules | None, depth: int) -> None:
        entries = self._entries(directory)
        files, directories = self._walked.files, self._walked.directories
        for entry in entries:
            if entry.name == ".gitignore" and entry.is_file:
                rules = self._with_own(directory, rules)
            elif entry.name == NAME and directory:
                excluded = self._configured(directory, entry)
        for entry in entries:
            if entry.name in self._committed:
                rules = self._with(IgnoreFile(directory, tuple(self._committed[entry.name])), rules)
        prefix = f"{directory}/" if directory else ""
        for entry in entries:
            path = prefix + entry.name
            if not entry.name.isascii() and not _is_unicode(entry.name):
                self._report(ascii(path)[1:-1], "its name is not UTF-8, so it is left out")
            elif entry.is_directory:
                left_out = excluded is not None and excluded.matches(path, is_directory=True)
                if entry.name not in NEVER_ENTERED and not left_out and not rules.matches(path, is_directory=True):
                    directories.add(path)
                    if depth < _MAX_DEPTH:
                        self.enter(path, rules, excluded, depth + 1)
                    else:
                        self._report(path, f"is {_MAX_DEPTH + 1} folders deep; what is in it is left out")
            elif entry.is_file and not rules.matches(path) and (excluded is None or not excluded.matches(path)):
                files.add(path)

    def _entries(self, directory: str) -> list[Entry]:
        try:
            entries = self._files.entries(directory)
        except OSError as error:
            self._report(directory, f"cannot read this folder ({reason_of(error)})")
            return []
        if not entries:
            self._walked.empty.append(directory)
        return entries

    def _with_own(self, directory: str, rules: IgnoreRules) -> IgnoreRules:
        path = f"{directory}/.gitignore" if directory else ".gitignore"
        try:
            found = IgnoreFile(directory, ignore_lines(self._files, path))
        except OSError as error:
            self._walked.problems.append(unread(path, error))
            return rules
        return self._with(found, rules)

    def _with(self, found: IgnoreFile, rules: IgnoreRules) -> IgnoreRules:
        self._walked.ignored.append(found)
        return rules.below(found)

    def _configured(self, directory: str, entry: Entry) -> IgnoreRules | None:
        """From here on this configuration holds, and nothing of the one above."""
        found = read_nested(self._files, f"{directory}/{entry.name}", self._walked.problems)
        self._walked.nested[directory] = found
        return _excluding(directory, found.exclude)

    def _report(self, path: str, message: str) -> None:
        self._walked.problems.append(ProjectProblem(path, message))


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes that the disk has and no text can hold
        return False
    return True
