"""What git ignores, as the `.gitignore` files on the way say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pathspec import GitIgnoreSpec

from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem

Ignored = tuple[str, tuple[str, ...]]
"""(directory of the file, its lines)."""

_WILD = re.compile(r"[*?\[\\]")
_GROUP_NAME = re.compile(r"\?P<[^>]+>")


class IgnoreRules:
    """Decides by the innermost file that has a matching line, as git does."""

    def __init__(self, ignored: Iterable[Ignored]) -> None:
        self._specs = [_Spec(directory, lines) for directory, lines in ignored]

    def below(self, ignored: Ignored) -> IgnoreRules:
        """These rules and those of a file further inside."""
        rules = IgnoreRules(())
        rules._specs = [*self._specs, _Spec(*ignored)]
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


def repository_rules(files: FileSystem) -> list[Ignored]:
    """`.git/info/exclude` of the repository whose top the root is."""
    try:
        return [("", ignore_lines(files, ".git/info/exclude"))]
    except OSError:
        return []


class _Spec:
    """One file's lines. Nearly every path matches none, so that is found out cheaply: by its name, else by one
    expression for all lines that are more than a name."""

    def __init__(self, directory: str, lines: Sequence[str]) -> None:
        self.prefix = f"{directory}/" if directory else ""
        self._spec = GitIgnoreSpec.from_lines(lines)
        bodies = [line.strip().removeprefix("!").removeprefix("**/").rstrip("/") for line in lines]
        names = [body for body in bodies if body and "/" not in body]
        self._names = frozenset(name for name in names if not _WILD.search(name))
        self._suffixes = tuple(name[1:] for name in names if name[0] == "*" and not _WILD.search(name[1:]))
        simple = {*self._names, *(f"*{suffix}" for suffix in self._suffixes)}
        self._rest = _one_expression(line for line, body in zip(lines, bodies, strict=True) if body not in simple)

    def decide(self, name: str) -> bool | None:
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
