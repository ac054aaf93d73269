"""Packages of the project's own, imported by name: the file that the manifest names, or the source it is built from."""

from __future__ import annotations

import re

from boundary_lsp.model.project import Environment, Manifest, Project
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.manifests import workspace_members
from boundary_lsp.resolve.aliases import Aliases
from boundary_lsp.resolve.exports import CONDITIONS, all_targets, targets
from boundary_lsp.resolve.output import source_of
from boundary_lsp.resolve.paths import PathFinder, join

_BUNDLER_CONFIGS = tuple(
    f"{tool}.config.{extension}"
    for tool in ("tsup", "tsdown", "rollup", "vite", "build")
    for extension in ("ts", "mts", "js", "mjs", "cjs")
)
_BANNER = re.compile(rb"""\bbanner\b[^;]{0,200}?["']use (client|server)["']""")
_TYPES = (".d.ts", ".d.mts", ".d.cts")


class MemberPackages:
    def __init__(self, project: Project, files: FileSystem, finder: PathFinder, aliases: Aliases) -> None:
        self.output_directives: dict[str, str] = {}
        """Source entry modules whose built output gets a directive from the bundler's banner."""
        self._project = project
        self._files = files
        self._finder = finder
        self._aliases = aliases
        self._members = workspace_members(project.manifests)
        self._banners: dict[str, str | None] = {}

    def named(self, name: str, importer: Manifest | None) -> Manifest | None:
        """The package of that name; a package with `exports` may also import itself."""
        if importer is not None and importer.name == name and importer.exports is not None:
            return importer
        return self._members.get(name)

    def find(self, manifest: Manifest, subpath: str, environment: Environment) -> str | None:
        """The file behind `.` or `./button`; None where the output is not built and no source fits."""
        wanted = _wanted(manifest, subpath, environment)
        for target in wanted:
            path = join(manifest.directory, target)
            if path in self._project.files:
                return path
        config = self._aliases.governing(manifest.directory)
        for target in (*wanted, *all_targets(manifest.exports, subpath), *_guesses(subpath)):
            source = source_of(manifest, target, config, self._finder)
            if source is not None and not source.endswith(_TYPES):
                self._note_banner(manifest, source)
                return source
        return None

    def _note_banner(self, manifest: Manifest, source: str) -> None:
        directive = self._banner(manifest.directory)
        if directive is not None:
            self.output_directives[source] = directive

    def _banner(self, directory: str) -> str | None:
        """`banner: { js: '"use client"' }` in a bundler's configuration, as text: it often stands in a function."""
        if directory not in self._banners:
            names = (f"{directory}/{name}" if directory else name for name in _BUNDLER_CONFIGS)
            found = [_BANNER.search(self._files.read(path)) for path in names if path in self._project.files]
            self._banners[directory] = next((f"use {match.group(1).decode()}" for match in found if match), None)
        return self._banners[directory]


def _wanted(manifest: Manifest, subpath: str, environment: Environment) -> list[str]:
    if manifest.exports is not None:
        return targets(manifest.exports, subpath, CONDITIONS[environment])
    if subpath != ".":
        return [subpath]
    return [target for target in (manifest.module, manifest.main, manifest.types) if target] or ["./index"]


def _guesses(subpath: str) -> tuple[str, ...]:
    """Where sources lie when the manifest gives no hint: `src/button`, `button`."""
    return ("./src/index", "./index") if subpath == "." else (f"./src/{subpath[2:]}", subpath)
