"""`package.json`, `pnpm-workspace.yaml`, and the catalogs of `.yarnrc.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from boundary_lsp.model.project import Manifest, ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.catalogs import SECTIONS, asks_a_catalog, catalogs_in, with_ranges
from boundary_lsp.project.members import Members, member_matcher
from boundary_lsp.project.problems import unread
from boundary_lsp.project.workspace_files import read_sections

_DEPENDENCY_FIELDS = ("peerDependencies", "optionalDependencies", "devDependencies", "dependencies")
_PACKAGE, _PNPM, _YARN = "package.json", "pnpm-workspace.yaml", ".yarnrc.yml"
_FILES = (_PACKAGE, _PNPM)
_LOCAL_RANGES = ("workspace:", "file:", "link:", "portal:")


def read_manifests(files: FileSystem, paths: Iterable[str], problems: list[ProjectProblem]) -> dict[str, Manifest]:
    """By directory. `paths`: the project's files. A manifest that is not JSON is a problem and counts as empty."""
    return _Reader(files, set(paths), problems).read_all()


class _Reader:
    def __init__(self, files: FileSystem, names: set[str], problems: list[ProjectProblem]) -> None:
        self._files = files
        self._names = names
        self._problems = problems

    def read_all(self) -> dict[str, Manifest]:
        directories = sorted(
            {path.rpartition("/")[0] for path in self._names if path.endswith(_FILES) and _last(path) in _FILES}
        )
        contents = {directory: self._content(directory) for directory in directories}
        manifests = {directory: self._manifest(directory, content) for directory, content in contents.items()}
        if not asks_a_catalog(manifests):
            return manifests
        written = {directory: self._catalogs(directory, content) for directory, content in contents.items()}
        return with_ranges(manifests, {directory: catalogs_in(content) for directory, content in written.items()})

    def _content(self, directory: str) -> dict[str, Any]:
        path = _below(directory, _PACKAGE)
        content: Any = {}
        if path in self._names:
            try:
                content = msgspec.json.decode(self._files.read(path).removeprefix(b"\xef\xbb\xbf"))
            except OSError as error:
                self._problems.append(unread(path, error))
            except (msgspec.DecodeError, RecursionError) as error:
                self._problems.append(ProjectProblem(path, f"is not JSON and was taken as empty ({error})"))
        return content if isinstance(content, dict) else {}

    def _manifest(self, directory: str, content: dict[str, Any]) -> Manifest:
        """A `pnpm-workspace.yaml` on its own makes a manifest without a name."""
        workspaces = _workspaces(content.get("workspaces"))
        if not workspaces:
            workspaces = _workspaces(self._yaml(_below(directory, _PNPM), ("packages",)))
        return _manifest(directory, content, workspaces)

    def _catalogs(self, directory: str, content: dict[str, Any]) -> dict[str, Any]:
        """What may hold catalogs: they stand in one place only."""
        paths = (_below(directory, name) for name in (_PNPM, _YARN))
        return next((found for path in paths if (found := self._yaml(path, SECTIONS))), content)

    def _yaml(self, path: str, sections: tuple[str, ...]) -> dict[str, Any]:
        return read_sections(self._files, path, sections, self._problems) if path in self._names else {}


def workspace_members(manifests: Mapping[str, Manifest]) -> Members:
    """The packages that a workspace manifest counts in, and those that some manifest asks for by a local range."""
    local = {
        name for m in manifests.values() for name, wanted in m.dependencies.items() if wanted.startswith(_LOCAL_RANGES)
    }
    matchers = [member_matcher(root, m.workspaces) for root, m in manifests.items() if m.workspaces]
    found: dict[str, list[Manifest]] = {}
    for directory, candidate in sorted(manifests.items()):
        if candidate.name and (candidate.name in local or any(matches(directory) for matches in matchers)):
            found.setdefault(candidate.name, []).append(candidate)
    return Members(found)


def _manifest(directory: str, content: dict[str, Any], workspaces: tuple[str, ...]) -> Manifest:
    dependencies: dict[str, str] = {}
    for field in _DEPENDENCY_FIELDS:
        dependencies.update(_strings(content.get(field)))
    return Manifest(
        directory=directory,
        name=_string(content.get("name")),
        version=_string(content.get("version")),
        is_esm=content.get("type") == "module",
        main=_string(content.get("main")),
        module=_string(content.get("module")),
        types=_string(content.get("types")) or _string(content.get("typings")),
        exports=content.get("exports"),
        imports=content.get("imports"),
        dependencies=dependencies,
        scripts=_strings(content.get("scripts")),
        side_effect_free=content.get("sideEffects") is False,
        is_for_others=content.get("private") is not True and ("files" in content or "publishConfig" in content),
        workspaces=workspaces,
        source=_string(content.get("source")),
        browser=content.get("browser"),
    )


def _workspaces(value: Any) -> tuple[str, ...]:
    found = value.get("packages") if isinstance(value, dict) else value
    return tuple(item for item in found if isinstance(item, str)) if isinstance(found, list) else ()


def _below(directory: str, name: str) -> str:
    return f"{directory}/{name}" if directory else name


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _strings(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {name: text for name, text in value.items() if isinstance(text, str)}
