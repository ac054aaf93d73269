"""One specifier, from one module, in one environment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boundary_lsp.model.project import Environment, Manifest, Project
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.absence import Absence
from boundary_lsp.resolve.aliases import Aliases, ViteAlias
from boundary_lsp.resolve.builtins import builtin
from boundary_lsp.resolve.exports import CONDITIONS, targets
from boundary_lsp.resolve.installed import InstalledPackages, split_package
from boundary_lsp.resolve.members import MemberPackages
from boundary_lsp.resolve.output import source_of
from boundary_lsp.resolve.paths import PathFinder, join


class Resolver:
    """Answers for one project. A path of the project's own is a module or an asset; everything else is a leaf."""

    def __init__(self, project: Project, files: FileSystem, vite: Sequence[ViteAlias] = ()) -> None:
        self._project = project
        self._finder = PathFinder(project)
        self._sources = frozenset(project.sources)
        self._aliases = Aliases(project, vite)
        self._members = MemberPackages(project, files, self._finder, self._aliases)
        self._installed = InstalledPackages(files)
        self._absence = Absence(project)
        self._governing: dict[str, Manifest | None] = {}
        self._scopes: dict[str, str] = {}

    def resolve(self, directory: str, specifier: str, environment: Environment) -> str | Leaf:
        """What `specifier` means in a module of `directory`: the path of a module, or a leaf."""
        plain = _without_query(specifier)
        if plain.startswith((".", "/")):
            return self._relative(directory, specifier, plain)
        if "://" in plain or plain.startswith(("data:", "virtual:", "blob:", "astro:", "\0")):
            return Leaf(LeafKind.OPAQUE, specifier, reason="a scheme that only a bundler or the network knows")
        return self._bare(directory, specifier, plain, environment)

    @property
    def output_directives(self) -> Mapping[str, str]:
        """Entry modules of the project's packages whose bundler puts a directive at the head of the output."""
        return self._members.output_directives

    def scope(self, directory: str) -> str:
        """Folders of one scope resolve everything but relative specifiers alike: the nearest folder with a manifest,
        compiler options or packages of its own decides."""
        found = self._scopes.get(directory)
        if found is None:
            project = self._project
            own = directory in project.manifests or directory in project.tsconfigs
            found = directory if own or not directory else self.scope(directory.rpartition("/")[0])
            self._scopes[directory] = found
        return found

    def _relative(self, directory: str, specifier: str, plain: str) -> str | Leaf:
        path = join("" if plain.startswith("/") else directory, plain)
        if path is None:
            return Leaf(LeafKind.OPAQUE, specifier, reason="outside of the root")
        return self._at(path, specifier)

    def _at(self, path: str, specifier: str) -> str | Leaf:
        found = self._finder.find(path)
        if found is not None:
            return self._existing(found, specifier)
        return self._absence.leaf([path], specifier)

    def _existing(self, path: str, specifier: str) -> str | Leaf:
        return path if path in self._sources else Leaf(LeafKind.ASSET, specifier, installed=True)

    def _bare(self, directory: str, specifier: str, plain: str, environment: Environment) -> str | Leaf:
        if plain.startswith("#"):
            found = self._own_import(directory, specifier, plain, environment)
            if found is not None:
                return found
        tried: list[str] = []
        for candidate in self._aliases.candidates(directory, plain):
            candidate = join("", candidate) or candidate  # `@/components//button` is a path, too
            path = self._finder.find(candidate)
            if path is not None:
                return self._existing(path, specifier)
            tried.append(candidate)
        return self._package(directory, specifier, plain, environment, tried)

    def _package(
        self, directory: str, specifier: str, plain: str, environment: Environment, tried: list[str]
    ) -> str | Leaf:
        found = builtin(plain)
        if found is not None:
            return found
        name, subpath = split_package(plain)
        member = self._members.named(name, self._manifest_above(directory))
        if member is not None:
            found_path = self._members.find(member, subpath, environment)
            if found_path is not None:
                return self._existing(found_path, specifier)
            reason = f"{name} points at output that is not built, and no source fits"
            return Leaf(LeafKind.OPAQUE, specifier, name, reason=reason)
        installed = self._installed.leaf(directory, plain, environment)
        if installed is not None:
            return installed
        if self._aliases.is_alias(directory, plain) or plain.startswith(("#", "@/", "~/")):
            return self._absence.leaf(tried, specifier)
        return self._uninstalled(directory, specifier, name)

    def _own_import(self, directory: str, specifier: str, plain: str, environment: Environment) -> str | Leaf | None:
        manifest = self._manifest_above(directory)
        if manifest is None or manifest.imports is None:
            return None
        for target in targets(manifest.imports, plain, CONDITIONS[environment]):
            if not target.startswith("."):
                return self._bare(directory, specifier, target, environment)
            path = join(manifest.directory, target)
            found = source_of(manifest, target, self._aliases.governing(manifest.directory), self._finder)
            if found is not None:
                return self._existing(found, specifier)
            if path is not None:
                return self._absence.leaf([path], specifier)
        return None

    def _manifest_above(self, directory: str) -> Manifest | None:
        if directory not in self._governing:
            found = self._project.manifests.get(directory)
            if found is None and directory:
                found = self._manifest_above(directory.rpartition("/")[0])
            self._governing[directory] = found
        return self._governing[directory]

    def _uninstalled(self, directory: str, specifier: str, name: str) -> Leaf:
        """Not there: a gap where packages are installed and no manifest asks for it, else nothing that we can know."""
        declared = any(
            name in m.dependencies or f"@types/{name}" in m.dependencies for m in self._manifests_above(directory)
        )
        if declared or not self._installed.has_any(directory):
            return Leaf(LeafKind.PACKAGE, specifier, name)
        reason = f"no manifest asks for {name}, and it is not installed"
        return Leaf(LeafKind.MISSING, specifier, name, reason=reason)

    def _manifests_above(self, directory: str) -> list[Manifest]:
        found = self._manifest_above(directory)
        above = [found] if found else []
        while found is not None and found.directory:
            found = self._manifest_above(found.directory.rpartition("/")[0])
            above += [found] if found else []
        return above


def _without_query(specifier: str) -> str:
    """`./logo.svg?url` without its query; `!!raw-loader!./text.txt` without its loaders."""
    plain = specifier.rpartition("!")[2]
    question = plain.find("?")
    return plain[:question] if question > 0 else plain
