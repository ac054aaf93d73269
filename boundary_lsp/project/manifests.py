"""`package.json` and `pnpm-workspace.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from boundary_lsp.model.project import Manifest, ProjectProblem
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.members import Members, member_matcher

_DEPENDENCY_FIELDS = ("peerDependencies", "optionalDependencies", "devDependencies", "dependencies")
_FILES = ("package.json", "pnpm-workspace.yaml")
_LOCAL_RANGES = ("workspace:", "file:", "link:", "portal:")


def read_manifests(files: FileSystem, paths: Iterable[str], problems: list[ProjectProblem]) -> dict[str, Manifest]:
    """By directory. `paths`: the project's files. A manifest that is not JSON is a problem and counts as empty."""
    names = set(paths)
    directories = {
        path.rpartition("/")[0] for path in names if path.endswith(_FILES) and path.rpartition("/")[2] in _FILES
    }
    return {directory: read_manifest(files, directory, names, problems) for directory in sorted(directories)}


def read_manifest(files: FileSystem, directory: str, names: set[str], problems: list[ProjectProblem]) -> Manifest:
    """A `pnpm-workspace.yaml` on its own makes a manifest without a name."""
    path, pnpm = (f"{directory}/{name}" if directory else name for name in _FILES)
    content: Any = {}
    if path in names:
        try:
            content = msgspec.json.decode(files.read(path).removeprefix(b"\xef\xbb\xbf"))
        except (msgspec.DecodeError, OSError, RecursionError) as error:
            problems.append(ProjectProblem(path, f"is not JSON and was taken as empty ({error})"))
    manifest = content if isinstance(content, dict) else {}
    workspaces = _workspaces(manifest.get("workspaces"))
    if not workspaces and pnpm in names:
        workspaces = _pnpm_workspaces(files, pnpm, problems)
    return _manifest(directory, manifest, workspaces)


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
        workspaces=workspaces,
        source=_string(content.get("source")),
    )


def _workspaces(value: Any) -> tuple[str, ...]:
    found = value.get("packages") if isinstance(value, dict) else value
    return tuple(item for item in found if isinstance(item, str)) if isinstance(found, list) else ()


def _pnpm_workspaces(files: FileSystem, path: str, problems: list[ProjectProblem]) -> tuple[str, ...]:
    import yaml

    try:
        content = yaml.load(_only_packages(files.read(path)), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, OSError, ValueError) as error:
        problems.append(ProjectProblem(path, f"is not YAML and was taken as empty ({str(error).splitlines()[0]})"))
        return ()
    return _workspaces(content) if isinstance(content, dict) else ()


def _only_packages(text: bytes) -> bytes:
    """The `packages` of a workspace file without the catalogs and overrides beside it, which may be long."""
    found = re.search(rb"^(['\"]?)packages\1\s*:.*(?:\n(?:[ \t\r#-].*)?)*", text, re.MULTILINE)
    return found[0] if found else b""


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _strings(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {name: text for name, text in value.items() if isinstance(text, str)}
