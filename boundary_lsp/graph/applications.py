"""From a project to its applications with their entry points."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from boundary_lsp.frameworks.detect import Detected, Package, applications, modules_below, package_of, plain_application
from boundary_lsp.frameworks.entries import CONFIGURED, LIBRARY, UNIMPORTED, EntryPoint, entry_points
from boundary_lsp.frameworks.next import NEXT
from boundary_lsp.frameworks.next_config import installed_version, read_next_config
from boundary_lsp.frameworks.plain_entries import browser_modules, plain_entry_points, server_modules
from boundary_lsp.frameworks.profile import EntryRule
from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Role
from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.governing import configured_entry_points

Found = list[tuple[Detected, list[EntryPoint]]]


def known_applications(project: Project, files: FileSystem, modules: Sequence[str], framework: str | None) -> Found:
    """Applications of frameworks that we know, with what the framework itself loads."""
    versions = {
        directory: installed_version(files, directory, "next")
        for directory, manifest in project.manifests.items()
        if "next" in manifest.dependencies
    }
    found: Found = []
    for detected in applications(project, files, framework, versions):
        extensions: Sequence[str] = detected.profile.extensions
        if detected.profile is NEXT:
            version = version_tuple(detected.application.framework_version)
            config = read_next_config(files, detected.application.path, version)
            application = replace(
                detected.application,
                replaces_builtins=config.replaces_builtins,
                switches=config.switches,
                problems=config.problems,
            )
            detected = replace(detected, application=application)
            extensions = config.page_extensions
        points = list(entry_points(detected, modules, extensions))
        found.append((detected, points + _configured(project, detected, modules)))
    return found


def plain_applications(
    project: Project,
    files: FileSystem,
    modules: Sequence[str],
    packages: Mapping[Package, Sequence[int]],
    facts: Sequence[ModuleFacts],
    roles: Sequence[Role],
    imports: Callable[[int], Sequence[int]],
    is_taken: Callable[[int], bool],
) -> Found:
    """Packages that no application of a known framework touches, and that have directives or load modules that have
    some: each is a program of its own. `packages`: see `by_package`; `is_taken`: a known framework loads the module."""
    found: Found = []
    for package, inside in packages.items():
        if not any(map(is_taken, inside)) and _reach_directives(inside, facts, roles, imports):
            detected = plain_application(package)
            configured = _configured(project, detected, modules)
            named = {point.module for point in configured}
            rule = LIBRARY if package.is_for_others else UNIMPORTED
            servers = server_modules(detected.profile, modules, inside, facts)
            points = _plain_points(project, files, modules, facts, roles, imports, inside, servers, rule)
            found.append((detected, configured + [point for point in points if point.module not in named]))
    return found


def by_package(project: Project, modules: Sequence[str]) -> dict[Package, list[int]]:
    """By folder, the modules of each package in their order."""
    members: dict[Package, list[int]] = {}
    for module, path in enumerate(modules):
        members.setdefault(package_of(project, path), []).append(module)
    return dict(sorted(members.items(), key=lambda item: item[0].directory))


def _reach_directives(
    inside: Sequence[int], facts: Sequence[ModuleFacts], roles: Sequence[Role], imports: Callable[[int], Sequence[int]]
) -> bool:
    """One of the modules has a directive, or one of the program's loads one that has, through however many others."""
    pending, seen = list(inside), set(inside)
    while pending:
        module = pending.pop()
        if facts[module].interface.directive or facts[module].uses.inline_functions:
            return True
        if roles[module] in (Role.SOURCE, Role.SCRIPT):
            more = [target for target in imports(module) if target not in seen]
            seen.update(more)
            pending.extend(more)
    return False


def _plain_points(
    project: Project,
    files: FileSystem,
    modules: Sequence[str],
    facts: Sequence[ModuleFacts],
    roles: Sequence[Role],
    imports: Callable[[int], Sequence[int]],
    inside: Sequence[int],
    servers: frozenset[int],
    rule: EntryRule,
) -> list[EntryPoint]:
    index = {modules[m]: m for m in inside}
    pages = sorted(path for path in project.files if path.endswith(".html"))
    browser = browser_modules(files, pages, index)
    points = plain_entry_points(inside, facts, {m: imports(m) for m in inside}, roles, browser, servers, rule)
    loaded = {point.module for point in points}
    extra = [EntryPoint(m, "client", frozenset(), rule) for m in sorted(browser - loaded)]
    return points + extra


def _configured(project: Project, detected: Detected, modules: Sequence[str]) -> list[EntryPoint]:
    """`[entry-points] client = ["src/browser/main.ts"]`: in the first layer of that environment."""
    points: list[EntryPoint] = []
    inside = modules_below(modules, detected.application.path)
    for environment, module in configured_entry_points(project, modules, inside):
        layer = next(s.name for s in detected.profile.layers if s.environment.value == environment)
        points.append(EntryPoint(module, layer, frozenset(), CONFIGURED))
    return points
