"""What git ignores, as the `.gitignore` files on the way say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pathspec import GitIgnoreSpec

Ignored = tuple[str, tuple[str, ...]]
"""(directory of the file, its lines)."""

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


class _Spec:
    def __init__(self, directory: str, lines: Sequence[str]) -> None:
        self.prefix = f"{directory}/" if directory else ""
        self._spec = GitIgnoreSpec.from_lines(lines)
        self._any = _one_expression(self._spec)

    def decide(self, name: str) -> bool | None:
        if self._any is None or self._any.match(name) is None:
            return None
        return self._spec.check_file(name).include


def _one_expression(spec: GitIgnoreSpec) -> re.Pattern[str] | None:
    """Matches whatever some line matches: nearly every file matches none, and is decided by this alone."""
    expressions = [expression for p in spec.patterns if (expression := getattr(p, "regex", None)) is not None]
    text = "|".join(f"(?:{_GROUP_NAME.sub('?:', expression.pattern)})" for expression in expressions)
    return re.compile(text) if text else None
