"""One specifier, from one module, in one environment."""

from __future__ import annotations

from collections.abc import Sequence

from pathspec import GitIgnoreSpec

from boundary_lsp.model.project import Environment, Manifest, Project
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.ignore import IgnoreRules
from boundary_lsp.project.manifests import workspace_members
from boundary_lsp.resolve.aliases import Aliases, ViteAlias
from boundary_lsp.resolve.assets import is_asset
from boundary_lsp.resolve.builtins import builtin
from boundary_lsp.resolve.exports import CONDITIONS, all_targets, targets
from boundary_lsp.resolve.installed import InstalledPackages, split_package
from boundary_lsp.resolve.output import source_of
from boundary_lsp.resolve.paths import PathFinder, join


class Resolver:
    """Answers for one project. A path of the project's own is a module or an asset; everything else is a leaf."""

    def __init__(self, project: Project, files: FileSystem, vite: Sequence[ViteAlias] = ()) -> None:
        self._project = project
        self._finder = PathFinder(project)
        self._sources = frozenset(project.sources)
        self._aliases = Aliases(project, vite)
        self._members = workspace_members(project.manifests)
        self._installed = InstalledPackages(files)
        self._ignored = IgnoreRules(project.ignored)
        self._generated = GitIgnoreSpec.from_lines(project.configuration.generated)
        self._governing: dict[str, Manifest | None] = {}
        self._scopes: dict[str, str] = {}
        self._by_case: dict[str, str] | None = None

    def resolve(self, directory: str, specifier: str, environment: Environment) -> str | Leaf:
        """What `specifier` means in a module of `directory`: the path of a module, or a leaf."""
        plain = _without_query(specifier)
        if plain.startswith((".", "/")):
            return self._relative(directory, specifier, plain)
        if "://" in plain or plain.startswith(("data:", "virtual:", "blob:", "astro:", "\0")):
            return Leaf(LeafKind.OPAQUE, specifier, reason="a scheme that only a bundler or the network knows")
        return self._bare(directory, specifier, plain, environment)

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
        return self._absent([path], specifier)

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
        member = self._member(directory, name)
        if member is not None:
            return self._in_member(member, specifier, subpath, environment)
        installed = self._installed.leaf(directory, plain, environment)
        if installed is not None:
            return installed
        if self._aliases.is_alias(directory, plain) or plain.startswith(("#", "@/", "~/")):
            return self._absent(tried, specifier)
        return self._uninstalled(directory, specifier, name)

    def _member(self, directory: str, name: str) -> Manifest | None:
        governing = self._manifest_above(directory)
        if governing is not None and governing.name == name and governing.exports is not None:
            return governing
        return self._members.get(name)

    def _in_member(self, manifest: Manifest, specifier: str, subpath: str, environment: Environment) -> str | Leaf:
        """A package of the project's own: the file its manifest names, or the source that this is built from."""
        wanted = _member_targets(manifest, subpath, environment)
        config = self._aliases.governing(manifest.directory)
        for target in wanted:
            path = join(manifest.directory, target)
            if path in self._project.files:
                return self._existing(path, specifier)
        for target in [*wanted, *all_targets(manifest.exports, subpath), *_guesses(subpath)]:
            source = source_of(manifest, target, config, self._finder)
            if source is not None and not source.endswith((".d.ts", ".d.mts", ".d.cts")):
                return self._existing(source, specifier)
        reason = f"{manifest.name} points at output that is not built, and no source fits"
        return Leaf(LeafKind.OPAQUE, specifier, manifest.name, reason=reason)

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
                return self._absent([path], specifier)
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

    def _absent(self, paths: Sequence[str], specifier: str) -> Leaf:
        if any(self._generated.match_file(path) for path in paths):
            return Leaf(LeafKind.GENERATED, specifier, reason="configured as generated")
        if any(self._ignored.matches_on_the_way(p) or self._ignored.matches_on_the_way(f"{p}.ts") for p in paths):
            return Leaf(LeafKind.GENERATED, specifier, reason="git ignores it, so some tool writes it")
        if any("*" in path or "?" in path for path in paths):
            return Leaf(LeafKind.OPAQUE, specifier, reason="a pattern")
        other = next((near for path in paths if (near := self._differing_in_case(path))), None)
        reason = f"differs in case from {other}" if other else "no such file"
        kind = LeafKind.MISSING if paths or not is_asset(specifier) else LeafKind.ASSET
        return Leaf(kind, specifier, reason=reason)

    def _differing_in_case(self, path: str) -> str | None:
        if self._by_case is None:
            self._by_case = {file.lower(): file for file in self._project.files}
        lowered = path.lower()
        return next(
            (self._by_case[lowered + e] for e in ("", ".ts", ".tsx", ".js", ".jsx") if lowered + e in self._by_case),
            None,
        )


def _member_targets(manifest: Manifest, subpath: str, environment: Environment) -> list[str]:
    if manifest.exports is not None:
        return targets(manifest.exports, subpath, CONDITIONS[environment])
    if subpath != ".":
        return [subpath]
    return [target for target in (manifest.module, manifest.main, manifest.types) if target] or ["./index"]


def _guesses(subpath: str) -> list[str]:
    """Where sources lie when the manifest gives no hint: `src/button`, `button`."""
    return ["./src/index", "./index"] if subpath == "." else [f"./src/{subpath[2:]}", subpath]


def _without_query(specifier: str) -> str:
    """`./logo.svg?url` without its query; `!!raw-loader!./text.txt` without its loaders."""
    plain = specifier.rpartition("!")[2]
    question = plain.find("?")
    return plain[:question] if question > 0 else plain
