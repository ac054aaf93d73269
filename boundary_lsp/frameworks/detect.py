"""Which applications a project has."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from boundary_lsp.frameworks.anvil import ANVIL
from boundary_lsp.frameworks.next import NEXT
from boundary_lsp.frameworks.plain import PLAIN
from boundary_lsp.frameworks.profile import Detection, Profile
from boundary_lsp.frameworks.python import PYTHON
from boundary_lsp.frameworks.versions import is_newest, version_text, version_tuple
from boundary_lsp.frameworks.wwwpy import WWWPY
from boundary_lsp.model.program import Application
from boundary_lsp.model.project import Manifest, Project
from boundary_lsp.ports import FileSystem

PROFILES: dict[str, Profile] = {profile.name: profile for profile in (NEXT, ANVIL, WWWPY, PYTHON, PLAIN)}
WITHOUT_FRAMEWORK = (PLAIN.name, PYTHON.name)
"""What programs are whose framework is not known."""
_FRAMEWORKS = (NEXT, ANVIL, WWWPY)
_HEAD = 65536
_T = TypeVar("_T")


def may_ask_for(application: Application, path: str, name: str) -> bool:
    """The framework may look for that name in a module that it loads. `path`: below the root."""
    profile = PROFILES[application.framework]
    if profile.name in WITHOUT_FRAMEWORK or profile.asked_for is None:
        return profile.name not in WITHOUT_FRAMEWORK
    start = len(application.path) + 1 if application.path else 0
    return profile.asked_for.fullmatch(f"{path}#{name}", start) is not None


class Detected(msgspec.Struct, frozen=True):
    application: Application
    profile: Profile
    why: str
    """For `boundary doctor`."""


def applications(
    project: Project, files: FileSystem, framework: str | None = None, versions: dict[str, str] | None = None
) -> list[Detected]:
    """The applications of known frameworks, by path. `framework` forces that profile on the root; by that of a program
    without a framework there are none, and what has directives is found as such programs.

    `versions` gives the installed version of a framework's package by application directory, where it is installed.
    """
    if framework in WITHOUT_FRAMEWORK:
        return []
    if framework is not None:
        return [_forced(project, PROFILES[framework], versions or {})]
    by_manifest = [
        _detected(project, manifest, profile, versions or {})
        for directory, manifest in sorted(project.manifests.items())
        for profile in _FRAMEWORKS
        if _is_application(project, manifest, profile)
    ]
    by_files = [found for profile in _FRAMEWORKS for found in _by_files(project, files, profile)]
    return sorted([*by_manifest, *by_files], key=lambda found: found.application.path)


def plain_application(package: Package) -> Detected:
    name = package.name or package.directory or "root"
    profile = PROFILES[package.framework]
    application = Application(name, package.directory, profile.name, "", "")
    return Detected(application, profile, "directives, and no framework that we know")


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


def _by_files(project: Project, files: FileSystem, profile: Profile) -> Iterator[Detected]:
    """Folders with the files that show what they are."""
    detection = profile.detection
    if detection is None:
        return
    mark = detection.files[0]
    for path in sorted(path for path in project.files if path == mark or path.endswith(f"/{mark}")):
        directory = path.removesuffix(mark).rstrip("/")
        if _shows(detection, project, files, directory):
            name = directory or project.root.rsplit("/", 1)[-1]
            is_open = any(_says(pattern, files, path) for pattern in (detection.dependencies, detection.connected))
            application = Application(name, directory, profile.name, "", "", is_open=is_open)
            yield Detected(application, profile, f"has {path}")


def _shows(detection: Detection, project: Project, files: FileSystem, directory: str) -> bool:
    prefix = f"{directory}/" if directory else ""
    paths = [prefix + name for name in detection.files]
    if not project.files.issuperset(paths):
        return False
    wanted = detection.mentions
    return wanted is None or any(wanted.search(files.read_head(path, _HEAD)) for path in paths)


def is_connected(detected: Detected, files: FileSystem) -> bool:
    """Programs that are not here may call what the application registers."""
    detection = detected.profile.detection
    return detection is not None and _says(detection.connected, files, _mark(detected, detection))


def _mark(detected: Detected, detection: Detection) -> str:
    """The path of the first of the files that show what the application is."""
    directory = detected.application.path
    return f"{directory}/{detection.files[0]}" if directory else detection.files[0]


def _says(pattern: re.Pattern[bytes] | None, files: FileSystem, path: str) -> bool:
    """Also where the file cannot be read."""
    try:
        return pattern is not None and pattern.search(files.read(path)) is not None
    except OSError:
        return True


def started_names(detected: Detected, files: FileSystem) -> frozenset[str]:
    """Functions that the framework itself starts, as the file says that shows the application: scheduled tasks."""
    detection = detected.profile.detection
    if detection is None or detection.starts is None:
        return frozenset()
    try:
        return frozenset(name.decode() for name in detection.starts.findall(files.read(_mark(detected, detection))))
    except OSError:
        return frozenset()


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


class Package(NamedTuple):
    """A part of the project that would be a program of its own where no framework is known."""

    directory: str
    name: str
    framework: str
    """One of those `WITHOUT_FRAMEWORK`."""
    is_for_others: bool
    """Others may load it: nobody knows who uses what it exports."""


def package_of(project: Project, path: str) -> Package:
    """What a module is in: the folder of the nearest manifest, or distribution, of its language."""
    if path.endswith(tuple(f".{extension}" for extension in PYTHON.extensions)):
        distribution = _nearest(project.distributions, path)
        directory, name = (distribution.directory, distribution.name) if distribution else ("", "")
        return Package(directory, name, PYTHON.name, False)
    manifest = nearest_manifest(project, path)
    if manifest is None:
        return Package("", "", PLAIN.name, False)
    is_for_others = bool(manifest.exports or manifest.main or manifest.module)
    return Package(manifest.directory, manifest.name, PLAIN.name, is_for_others)


def nearest_manifest(project: Project, path: str) -> Manifest | None:
    """The manifest that governs a module: the nearest at or above its folder."""
    return _nearest(project.manifests, path)


def _nearest(by_directory: Mapping[str, _T], path: str) -> _T | None:
    directory = path
    while directory:
        directory = directory.rpartition("/")[0]
        if directory in by_directory:
            return by_directory[directory]
    return None


def modules_below(modules: Sequence[str], directory: str) -> range:
    """Indices of the (sorted) modules below a directory."""
    if not directory:
        return range(len(modules))
    return range(bisect_left(modules, f"{directory}/"), bisect_left(modules, f"{directory}0"))
