"""What git ignores, as the `.gitignore` files on the way say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pathspec import GitIgnoreSpec

from boundary_lsp.model.project import IgnoreFile, Project, ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.problems import unread

_WILD = re.compile(r"[*?\[\\]")
_GROUP_NAME = re.compile(r"\?P<[^>]+>")


class IgnoreRules:
    """Decides by the innermost file that has a matching line, as git does."""

    def __init__(self, ignored: Iterable[IgnoreFile]) -> None:
        self._specs = list(map(_Spec, ignored))

    def below(self, ignored: IgnoreFile) -> IgnoreRules:
        """These rules and those of a file further inside."""
        rules = IgnoreRules(())
        rules._specs = [*self._specs, _Spec(ignored)]
        return rules

    def matches(self, path: str, is_directory: bool = False) -> bool:
        """`path` itself; a file in an ignored folder is not asked about, since the folder is not entered."""
        name = f"{path}/" if is_directory else path
        for spec in reversed(self._specs):
            if path.startswith(spec.prefix):
                decided = spec.decide(name[len(spec.prefix) :])
                if decided is not None:
                    return decided
        return False

    def matches_on_the_way(self, path: str) -> bool:
        """The file or one of the folders it is in: for paths that are not there."""
        parts = path.split("/")
        folders = ("/".join(parts[:end]) for end in range(1, len(parts)))
        return any(self.matches(folder, is_directory=True) for folder in folders) or self.matches(path)


def is_ignored(project: Project, path: str) -> bool:
    """Whether git ignores the path or a folder above it; it need not exist, and may be a file or a folder."""
    rules = IgnoreRules(project.ignored)
    return rules.matches_on_the_way(path) or rules.matches(path, is_directory=True)


def ignore_lines(files: FileSystem, path: str) -> tuple[str, ...]:
    """The lines of a `.gitignore`. Raises OSError."""
    return tuple(files.read(path).decode("utf-8-sig", "replace").splitlines())


def repository_rules(files: FileSystem, problems: list[ProjectProblem]) -> list[IgnoreFile]:
    """What holds in the root because of the repository that it is part of: its `.git/info/exclude`, and the
    `.gitignore` files of the folders above the root. Nothing, where these ignore the root itself: whoever asks about it
    wants to know."""
    parts = files.root.strip("/").split("/")
    for height in range(len(parts) + 1):
        up = "../" * height
        if files.is_directory(f"{up}.git") or files.is_file(f"{up}.git"):
            paths = [f"{up}.git/info/exclude", *(f"{'../' * h}.gitignore" for h in range(height, 0, -1))]
            found = [_above(files, path, parts, problems) for path in paths if files.is_file(path)]
            return [] if _ignore_root(found) else found
    return []


def _above(files: FileSystem, path: str, parts: Sequence[str], problems: list[ProjectProblem]) -> IgnoreFile:
    height = path.count("../")
    inside = "".join(f"{name}/" for name in parts[len(parts) - height :])
    try:
        return IgnoreFile("", ignore_lines(files, path), inside)
    except OSError as error:
        problems.append(unread(path, error))
        return IgnoreFile("", (), inside)


def _ignore_root(found: Sequence[IgnoreFile]) -> bool:
    decided = (GitIgnoreSpec.from_lines(f.lines).check_file(f.inside).include for f in reversed(found) if f.inside)
    return next((include for include in decided if include is not None), False)


class _Spec:
    """One file's lines. Nearly every path matches none, so that is found out cheaply: by its name, else by one
    expression for all lines that are more than a name."""

    def __init__(self, ignored: IgnoreFile) -> None:
        directory, lines, self._inside = ignored
        self.prefix = f"{directory}/" if directory else ""
        self._spec = GitIgnoreSpec.from_lines(lines)
        bodies = [line.strip().removeprefix("!").removeprefix("**/").rstrip("/") for line in lines]
        names = [body for body in bodies if body and "/" not in body]
        self._names = frozenset(name for name in names if not _WILD.search(name))
        self._suffixes = tuple(name[1:] for name in names if name[0] == "*" and not _WILD.search(name[1:]))
        simple = {*self._names, *(f"*{suffix}" for suffix in self._suffixes)}
        self._rest = _one_expression(line for line, body in zip(lines, bodies, strict=True) if body not in simple)

    def decide(self, name: str) -> bool | None:
        if self._inside:
            name = self._inside + name
        last = name.rstrip("/").rpartition("/")[2]
        is_named = last in self._names or last.endswith(self._suffixes)
        if not is_named and (self._rest is None or self._rest.match(name) is None):
            return None
        return self._spec.check_file(name).include


def _one_expression(lines: Iterable[str]) -> re.Pattern[str] | None:
    patterns = GitIgnoreSpec.from_lines(lines).patterns
    expressions = [expression for p in patterns if (expression := getattr(p, "regex", None)) is not None]
    text = "|".join(f"(?:{_GROUP_NAME.sub('?:', expression.pattern)})" for expression in expressions)
    return re.compile(text) if text else None
