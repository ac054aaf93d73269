"""What is not there, sorted: generated, a pattern, or missing."""

from __future__ import annotations

from collections.abc import Sequence

from pathspec import GitIgnoreSpec

from boundary_lsp.model.project import Project
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.project.ignore import IgnoreRules

_SOUGHT = ("", ".ts", ".tsx", ".js", ".jsx")


class Absence:
    def __init__(self, project: Project) -> None:
        self._files = project.files
        self._excluded = IgnoreRules([("", project.configuration.exclude)])
        self._ignored = IgnoreRules(project.ignored)
        self._generated = GitIgnoreSpec.from_lines(project.configuration.generated)
        self._by_case: dict[str, str] | None = None

    def leaf(self, paths: Sequence[str], specifier: str) -> Leaf:
        """`paths`: where the file was looked for, without certainty of its extension."""
        if any(self._generated.match_file(path) for path in paths):
            return Leaf(LeafKind.GENERATED, specifier, reason="configured as generated")
        if any(_covers(self._ignored, path) for path in paths):
            return Leaf(LeafKind.GENERATED, specifier, reason="git ignores it, so some tool writes it")
        if specifier.startswith("./+types/"):
            return Leaf(LeafKind.GENERATED, specifier, reason="React Router writes it")
        if any(_covers(self._excluded, path) for path in paths):
            return Leaf(LeafKind.OPAQUE, specifier, reason="excluded by the configuration")
        if any("*" in path for path in paths):
            return Leaf(LeafKind.OPAQUE, specifier, reason="a pattern")
        other = next((near for path in paths if (near := self._differing_in_case(path))), None)
        return Leaf(LeafKind.MISSING, specifier, reason=f"differs in case from {other}" if other else "no such file")

    def _differing_in_case(self, path: str) -> str | None:
        if self._by_case is None:
            self._by_case = {file.lower(): file for file in self._files}
        names = (path.lower() + extension for extension in _SOUGHT)
        return next((self._by_case[name] for name in names if name in self._by_case), None)


def _covers(rules: IgnoreRules, path: str) -> bool:
    """The path, which may be a file without its extension or a folder."""
    return any(rules.matches_on_the_way(path + e) for e in ("", ".ts", ".tsx", ".d.ts")) or rules.matches(path, True)
