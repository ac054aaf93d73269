"""One specifier, from one module, in one environment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boundary_lsp.model.project import Environment, Manifest, Project
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.absence import Absence
from boundary_lsp.resolve.aliases import Aliases, ViteAlias
from boundary_lsp.resolve.assets import is_asset
from boundary_lsp.resolve.builtins import FROM_THE_FRAMEWORK, SCHEME, builtin
from boundary_lsp.resolve.exports import CONDITIONS, is_closed, targets
from boundary_lsp.resolve.installed import InstalledPackages, split_package
from boundary_lsp.resolve.members import MemberPackages
from boundary_lsp.resolve.output import source_of
from boundary_lsp.resolve.paths import PathFinder, join
from boundary_lsp.resolve.places import Places, served
from boundary_lsp.resolve.spelling import means_folder, read_specifier


class Resolver:
    """Answers for one project. A path of the project's own is a module or an asset; everything else is a leaf."""

    def __init__(self, project: Project, files: FileSystem, vite: Sequence[ViteAlias] = ()) -> None:
        self.places = Places(project, (alias.directory for alias in vite))
        self._finder = PathFinder(project)
        self.sources = frozenset(project.sources)
        self.aliases = Aliases(project, vite)
        self.members = MemberPackages(project, files, self._finder, self.aliases)
        self._installed = InstalledPackages(files)
        self._absence = Absence(project, files)
        self._by_alias: dict[tuple[str, str], str | list[str]] = {}
        """The same in every environment."""

    def resolve(self, directory: str, specifier: str, environment: Environment) -> str | Leaf:
        """What `specifier` means in a module of `directory`: the path of a module, or a leaf."""
        path, as_text = read_specifier(specifier)
        if "\\" in path:  # no separator in a specifier, not on Windows either
            return Leaf(LeafKind.MISSING, specifier, reason="no such file")
        if path.startswith((".", "/")):
            found = self._relative(directory, specifier, path)
        else:
            found = self._bare(directory, specifier, path, environment)
        return Leaf(LeafKind.ASSET, specifier, installed=True) if as_text and isinstance(found, str) else found

    @property
    def output_directives(self) -> Mapping[str, str]:
        """Entry modules of the project's packages whose bundler puts a directive at the head of the output."""
        return self.members.output_directives

    def _relative(self, directory: str, specifier: str, plain: str) -> str | Leaf:
        bases = served(directory) if plain.startswith("/") else [directory]
        paths = [path for base in bases if (path := join(base, plain)) is not None]
        if not paths:
            return Leaf(LeafKind.OPAQUE, specifier, reason="outside of the root")
        find = self._finder.find_directory if means_folder(plain) else self._finder.find
        found = next((file for path in paths if (file := find(path)) is not None), None)
        return self.existing(found, specifier) if found is not None else self._absence.leaf(paths, specifier)

    def existing(self, path: str, specifier: str) -> str | Leaf:
        """What importing a file of the project's comes to."""
        return path if path in self.sources else Leaf(LeafKind.ASSET, specifier, installed=True)

    def _bare(self, directory: str, specifier: str, plain: str, environment: Environment) -> str | Leaf:
        if plain.startswith("#"):
            found = self._own_import(directory, specifier, plain, environment)
            if found is not None:
                return found
        aliased = self._by_alias.get((directory, plain))
        if aliased is None:
            aliased = self._by_alias[directory, plain] = self._find_alias(directory, plain)
        if isinstance(aliased, str):
            return self.existing(aliased, specifier)
        return self._package(directory, specifier, plain, environment, aliased)

    def _find_alias(self, directory: str, plain: str) -> str | list[str]:
        """The file that an alias leads to; else the paths where one was looked for."""
        tried: list[str] = []
        for candidate in self.aliases.candidates(directory, plain):
            candidate = join("", candidate) or candidate  # `@/components//button` is a path, too
            path = self._finder.find(candidate)
            if path is not None:
                return path
            tried.append(candidate)
        return tried

    def _package(
        self, directory: str, specifier: str, plain: str, environment: Environment, tried: list[str]
    ) -> str | Leaf:
        found = builtin(plain)
        if found is not None:
            return found
        if ":" in plain and SCHEME.match(plain) and not self.aliases.is_alias(directory, plain):
            return Leaf(LeafKind.OPAQUE, specifier, reason="a scheme that only a bundler or the network knows")
        name, subpath = split_package(plain)
        member = self.members.named(name, self.places.manifests_above(directory))
        if member is not None:
            return self._in_member(member, specifier, subpath, environment)
        if is_asset(subpath):
            return Leaf(LeafKind.ASSET, specifier, name)
        installed = self._installed.leaf(directory, plain, environment)
        if installed is not None:
            return installed
        if self.aliases.is_alias(directory, plain) or plain.startswith(("#", "@/", "~/")):
            return self._absence.leaf(tried, specifier)
        return self._uninstalled(directory, specifier, name)

    def _in_member(self, member: Manifest, specifier: str, subpath: str, environment: Environment) -> str | Leaf:
        if is_closed(member.exports, subpath, CONDITIONS[environment]):
            return Leaf(LeafKind.MISSING, specifier, member.name, reason=f"{member.name} does not export {subpath}")
        found = self.members.find(member, subpath, environment)
        if found is not None:
            return self.existing(found, specifier)
        if self.members.is_asset(member, subpath, environment):
            return Leaf(LeafKind.ASSET, specifier, member.name)
        unbuilt = self.members.unbuilt(member, subpath, environment)
        if unbuilt:
            return self._absence.leaf(unbuilt, specifier)
        reason = f"{member.name} points at output that is not built, and no source fits"
        return Leaf(LeafKind.OPAQUE, specifier, member.name, reason=reason)

    def _own_import(self, directory: str, specifier: str, plain: str, environment: Environment) -> str | Leaf | None:
        manifest = next(iter(self.places.manifests_above(directory)), None)
        if manifest is None or manifest.imports is None:
            return None
        if is_closed(manifest.imports, plain, CONDITIONS[environment]):
            return Leaf(LeafKind.MISSING, specifier, reason="the manifest's `imports` closes it")
        for target in targets(manifest.imports, plain, CONDITIONS[environment]):
            if target.startswith("#"):
                continue
            if not target.startswith("."):
                return self._bare(directory, specifier, target, environment)
            path = join(manifest.directory, target)
            found = source_of(manifest, target, self.aliases.governing(manifest.directory), self._finder)
            if found is not None:
                return self.existing(found, specifier)
            if path is not None:
                return self._absence.leaf([path], specifier)
        return None

    def _uninstalled(self, directory: str, specifier: str, name: str) -> Leaf:
        """Not there: a gap where packages are installed and no manifest asks for it, else nothing that we can know."""
        names = {name, f"@types/{name.removeprefix('@').replace('/', '__')}"}
        declared = any(not names.isdisjoint(m.dependencies) for m in self.places.manifests_above(directory))
        known = declared or name in FROM_THE_FRAMEWORK or any(self._installed.has(directory, n) for n in names)
        if known or not self._installed.has_any(directory):
            return Leaf(LeafKind.PACKAGE, specifier, name)
        reason = f"no manifest asks for {name}, and it is not installed"
        return Leaf(LeafKind.MISSING, specifier, name, reason=reason)
