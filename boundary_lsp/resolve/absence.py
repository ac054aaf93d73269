"""What is not there, sorted: generated, out of sight, a pattern, or missing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathspec import GitIgnoreSpec

from boundary_lsp.model.project import Configuration, IgnoreFile, Project
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.governing import governing, seen_from
from boundary_lsp.project.ignore import IgnoreRules

_SOUGHT = ("", ".ts", ".tsx", ".js", ".jsx", "/index.ts", "/index.tsx", "/index.js")
_TYPES_OF_ROUTES = re.compile(r"(?:^|/)(?:(\+types/)|\$types(?:\.js)?$)")


class Absence:
    def __init__(self, project: Project, files: FileSystem) -> None:
        self._project = project
        self._disk = files
        self._configured: dict[str, _Configured] = {}
        self._ignored = _Covering(IgnoreRules(project.ignored))
        self._by_case: dict[str, str] | None = None

    def leaf(self, paths: Sequence[str], specifier: str) -> Leaf:
        """`paths`: where the file was looked for, without certainty of its extension."""
        writer = self.writer(paths) or _framework(specifier)
        if writer:
            return Leaf(LeafKind.GENERATED, specifier, reason=writer)
        if any(self._patterns(path).exclude(path) for path in paths):
            return Leaf(LeafKind.OPAQUE, specifier, reason="excluded by the configuration")
        if any("*" in path for path in paths):
            return Leaf(LeafKind.OPAQUE, specifier, reason="a pattern")
        if any(self._is_on_disk(path) for path in paths):
            return Leaf(LeafKind.OPAQUE, specifier, reason="behind a link or in a folder that is not entered")
        other = next((near for path in paths if (near := self._differing_in_case(path))), None)
        return Leaf(LeafKind.MISSING, specifier, reason=f"differs in case from {other}" if other else "no such file")

    def writer(self, paths: Sequence[str]) -> str:
        """Who is known to write one of these files; empty where nobody is."""
        if any(self._patterns(path).generate(path) for path in paths):
            return "configured as generated"
        if any(self._ignored.covers(path) for path in paths):
            return "git ignores it, so some tool writes it"
        return ""

    def _patterns(self, path: str) -> _Configured:
        configuration = governing(self._project, path)
        found = self._configured.get(configuration.path)
        if found is None:
            found = self._configured[configuration.path] = _Configured(configuration)
        return found

    def _is_on_disk(self, path: str) -> bool:
        return any(self._disk.is_file(path + ending) for ending in _SOUGHT)

    def _differing_in_case(self, path: str) -> str | None:
        if self._by_case is None:
            self._by_case = {file.lower(): file for file in self._project.files}
        names = (path.lower() + ending for ending in _SOUGHT)
        return next((self._by_case[name] for name in names if name in self._by_case), None)


class _Configured:
    """What one configuration says of paths for which it holds."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._excluded = _Covering(IgnoreRules([IgnoreFile(configuration.directory, configuration.exclude)]))
        self._generated = GitIgnoreSpec.from_lines(configuration.generated)

    def exclude(self, path: str) -> bool:
        return self._excluded.covers(path)

    def generate(self, path: str) -> bool:
        return self._generated.match_file(seen_from(self._configuration, path))


class _Covering:
    """Rules for paths that are not there: files that may lack their extension, or folders."""

    def __init__(self, rules: IgnoreRules) -> None:
        self._rules = rules
        self._folders = {"": False}

    def covers(self, path: str) -> bool:
        if self._inside(path.rpartition("/")[0]) or self._rules.matches(path, is_directory=True):
            return True
        return any(self._rules.matches(path + extension) for extension in ("", ".ts", ".tsx", ".d.ts"))

    def _inside(self, folder: str) -> bool:
        if folder not in self._folders:
            above = self._inside(folder.rpartition("/")[0])
            self._folders[folder] = above or self._rules.matches(folder, is_directory=True)
        return self._folders[folder]


def _framework(specifier: str) -> str:
    """Types of a route, which only the framework's type checker sees beside it."""
    found = _TYPES_OF_ROUTES.search(specifier)
    if found is None:
        return ""
    return f"{'React Router' if found[1] else 'SvelteKit'} writes it"
