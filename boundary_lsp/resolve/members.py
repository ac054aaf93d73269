"""Packages of the project's own, imported by name: the file that the manifest names, or the source it is built from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boundary_lsp.model.project import Environment, Manifest, Project
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.manifests import workspace_members
from boundary_lsp.resolve.aliases import Aliases
from boundary_lsp.resolve.assets import is_asset
from boundary_lsp.resolve.build_entries import BuildEntries
from boundary_lsp.resolve.exports import CONDITIONS, all_targets, targets
from boundary_lsp.resolve.output import is_output, source_of
from boundary_lsp.resolve.paths import PathFinder, join
from boundary_lsp.resolve.ranges import may_be

_BUNDLER_CONFIGS = tuple(
    f"{tool}.config.{extension}"
    for tool in ("tsup", "tsdown", "rollup", "vite", "build")
    for extension in ("ts", "mts", "js", "mjs", "cjs")
)
_BANNER = re.compile(rb"""\bbanner\b[^;]{0,200}?["']use (client|server)["']""")
_BY_PATH = frozenset({"file", "link", "portal"})
_TYPES = (".d.ts", ".d.mts", ".d.cts")


class MemberPackages:
    def __init__(self, project: Project, files: FileSystem, finder: PathFinder, aliases: Aliases) -> None:
        self.output_directives: dict[str, str] = {}
        """Source entry modules whose built output gets a directive from the bundler's banner."""
        self._project = project
        self._files = files
        self._finder = finder
        self._aliases = aliases
        self._entries = BuildEntries(project, files, finder)
        self._members = workspace_members(project.manifests)
        self._banners: dict[str, str | None] = {}

    def named(self, name: str, importers: Sequence[Manifest]) -> Manifest | None:
        """The package of that name, for a module below these manifests, innermost first; a package with `exports` may
        also import itself. One that a registry has as well is meant only where its version is what is asked for."""
        if importers and importers[0].name == name and importers[0].exports is not None:
            return importers[0]
        asking = next((m for m in importers if name in m.dependencies), None)
        wanted = asking.dependencies[name] if asking else None
        local = self._local(asking, wanted) if asking and wanted else None
        if local is not None:
            return local
        member = self._members.named(name, importers[0].directory if importers else "")
        if member is None or name in member.dependencies:  # who asks for its own name means a registry's
            return None
        return member if may_be(wanted, member.version) else None

    def _local(self, asking: Manifest, wanted: str) -> Manifest | None:
        """What `file:../ui`, `link:../ui`, `workspace:../ui` or `workspace:@acme/ui@*` lead to, whatever its name."""
        protocol, _, rest = wanted.partition(":")
        if protocol in _BY_PATH or (protocol == "workspace" and rest.startswith(".")):
            directory = join(asking.directory, rest)
            return self._project.manifests.get(directory) if directory is not None else None
        name, at, _ = rest.rpartition("@")
        return self._members.named(name, asking.directory) if protocol == "workspace" and at else None

    def find(self, manifest: Manifest, subpath: str, environment: Environment) -> str | None:
        """The file behind `.` or `./button`; None where the output is not built and no source fits."""
        wanted = _wanted(manifest, subpath, environment)
        for target in wanted:
            path = join(manifest.directory, target)
            if path is not None and path in self._project.files and not _is_declaration(path, wanted):
                return path
        source = self._source(manifest, subpath, wanted)
        if source is not None:
            self._note_banner(manifest, source)
        return source

    def file(self, directory: str, target: str) -> str | None:
        """The file that the manifest of a folder means by a path, or the source that it is built from."""
        manifest = self._project.manifests[directory]
        return source_of(manifest, target, self._aliases.governing(directory), self._finder)

    def is_asset(self, manifest: Manifest, subpath: str, environment: Environment) -> bool:
        """A stylesheet or the like that the build writes."""
        return is_asset(subpath) or any(is_asset(target) for target in _wanted(manifest, subpath, environment))

    def unbuilt(self, manifest: Manifest, subpath: str, environment: Environment) -> list[str]:
        """The paths that the manifest means, where none of them is output of a build; else nothing."""
        paths = [path for t in _wanted(manifest, subpath, environment) if (path := join(manifest.directory, t))]
        config = self._aliases.governing(manifest.directory)
        return [] if any(is_output(manifest, path, config) for path in paths) else paths

    def _source(self, manifest: Manifest, subpath: str, wanted: Sequence[str]) -> str | None:
        config = self._aliases.governing(manifest.directory)
        named = (manifest.source,) if manifest.source and subpath == "." else ()
        for target in (*named, *wanted, *all_targets(manifest.exports, subpath), *_guesses(subpath)):
            source = source_of(manifest, target, config, self._finder)
            if source is not None and not source.endswith(_TYPES):
                return source
        made = (self._entries.source_of(manifest, target) for target in wanted if not is_asset(target))
        found = next((source for source in made if source is not None), None)
        return self._entries.only(manifest) if found is None and subpath == "." else found

    def _note_banner(self, manifest: Manifest, source: str) -> None:
        directive = self._banner(manifest.directory)
        if directive is not None:
            self.output_directives[source] = directive

    def _banner(self, directory: str) -> str | None:
        """`banner: { js: '"use client"' }` in a bundler's configuration, as text: it often stands in a function."""
        if directory not in self._banners:
            names = (f"{directory}/{name}" if directory else name for name in _BUNDLER_CONFIGS)
            found = (self._banner_in(path) for path in names if path in self._project.files)
            self._banners[directory] = next((directive for directive in found if directive), None)
        return self._banners[directory]

    def _banner_in(self, path: str) -> str | None:
        try:
            match = _BANNER.search(self._files.read(path))
        except OSError:
            return None
        return f"use {match[1].decode()}" if match else None


def _wanted(manifest: Manifest, subpath: str, environment: Environment) -> list[str]:
    if manifest.exports is not None:
        return targets(manifest.exports, subpath, CONDITIONS[environment])
    if subpath != ".":
        return [subpath]
    browser = manifest.browser if environment is Environment.CLIENT and isinstance(manifest.browser, str) else ""
    return [target for target in (browser, manifest.module, manifest.main, manifest.types) if target] or ["./index"]


def _guesses(subpath: str) -> tuple[str, ...]:
    """Where sources lie when the manifest gives no hint: `src/button`, `button`."""
    return ("./src/index", "./index") if subpath == "." else (f"./src/{subpath[2:]}", subpath)


def _is_declaration(path: str, wanted: Sequence[str]) -> bool:
    """Types without code, where the manifest names code as well."""
    return path.endswith(_TYPES) and any(not target.endswith(_TYPES) for target in wanted)
