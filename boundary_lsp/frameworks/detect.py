"""Which applications a project has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from boundary_lsp.frameworks.next import NEXT
from boundary_lsp.frameworks.plain import PLAIN
from boundary_lsp.frameworks.profile import Profile
from boundary_lsp.frameworks.versions import is_newest, version_text, version_tuple
from boundary_lsp.model.program import Application
from boundary_lsp.model.project import Manifest, Project

PROFILES: dict[str, Profile] = {profile.name: profile for profile in (NEXT, PLAIN)}
_FRAMEWORKS = (NEXT,)


class Detected(msgspec.Struct, frozen=True):
    application: Application
    profile: Profile
    why: str
    """For `boundary doctor`."""


def applications(
    project: Project, framework: str | None = None, versions: dict[str, str] | None = None
) -> list[Detected]:
    """The applications of known frameworks, by path. `framework` forces that profile on the root; by `plain` there are
    none, and what has directives is found as plain programs.

    `versions` gives the installed version of a framework's package by application directory, where it is installed.
    """
    if framework == PLAIN.name:
        return []
    if framework is not None:
        return [_forced(project, PROFILES[framework], versions or {})]
    return [
        _detected(project, manifest, profile, versions or {})
        for directory, manifest in sorted(project.manifests.items())
        for profile in _FRAMEWORKS
        if _is_application(project, manifest, profile)
    ]


def plain_application(directory: str, name: str) -> Detected:
    application = Application(name or directory or "root", directory, PLAIN.name, "", "")
    return Detected(application, PLAIN, "directives, and no framework that we know")


def _forced(project: Project, profile: Profile, versions: dict[str, str]) -> Detected:
    manifest = project.manifests.get("")
    if manifest is not None:
        return _detected(project, manifest, profile, versions)
    return Detected(Application("root", "", profile.name, "", _bundler(None, profile, ())), profile, "--framework")


def _is_application(project: Project, manifest: Manifest, profile: Profile) -> bool:
    if not any(package in manifest.dependencies for package in profile.packages):
        return False
    prefix = f"{manifest.directory}/" if manifest.directory else ""
    markers = [f"{prefix}{marker}" for marker in profile.markers]
    return any(m[:-1] in project.directories if m.endswith("/") else m in project.files for m in markers)


def _detected(project: Project, manifest: Manifest, profile: Profile, versions: dict[str, str]) -> Detected:
    package = next((p for p in profile.packages if p in manifest.dependencies), "")
    asked = manifest.dependencies.get(package, "")
    version = versions.get(manifest.directory) or version_text(asked)
    bundler = _bundler(manifest, profile, version_tuple(version), package in manifest.dependencies and is_newest(asked))
    name = manifest.name or manifest.directory or project.root.rsplit("/", 1)[-1]
    application = Application(name, manifest.directory, profile.name, version, bundler)
    return Detected(application, profile, f"depends on {package} {asked}".strip())


def _bundler(manifest: Manifest | None, profile: Profile, version: tuple[int, ...], newest: bool = False) -> str:
    """What the build script asks for, else the version's default; empty where the version is not known. `newest`:
    it is not known, but that it is the last one."""
    for command in _build_commands(manifest, profile) if manifest else ():
        for flag, bundler in profile.bundler_flags.items():
            if flag in command.split():
                return bundler
    if not version and not newest:
        return ""
    return next((bundler for since, bundler in profile.default_bundlers if version >= since or not version), "")


def _build_commands(manifest: Manifest, profile: Profile) -> list[str]:
    """The script `build` where it builds; else whatever script does."""
    building = {n: c for n, c in manifest.scripts.items() if profile.build_command and profile.build_command in c}
    return [building["build"]] if "build" in building else list(building.values())


def nearest_manifest(project: Project, path: str) -> Manifest | None:
    """The manifest that governs a module: the nearest at or above its folder."""
    directory = path
    while directory:
        directory = directory.rpartition("/")[0]
        if directory in project.manifests:
            return project.manifests[directory]
    return None


def modules_below(modules: Sequence[str], directory: str) -> range:
    """Indices of the (sorted) modules below a directory."""
    if not directory:
        return range(len(modules))
    return range(bisect_left(modules, f"{directory}/"), bisect_left(modules, f"{directory}0"))
