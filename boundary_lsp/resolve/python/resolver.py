"""One specifier, from one Python module: `pkg.mod`, `..a.b`, `.`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from boundary_lsp.model.project import Project
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.absence import Absence
from boundary_lsp.resolve.python.environment import Installations
from boundary_lsp.resolve.python.finder import Found, NameFinder
from boundary_lsp.resolve.python.merged import MergedPackages
from boundary_lsp.resolve.python.prologue import docstring_directive
from boundary_lsp.resolve.python.roots import RootFinder
from boundary_lsp.resolve.python.standard import is_standard

_MOST_PARTS = 50
_HEAD = 4096


class PythonResolver:
    """Answers for one project: a path of the project's own is a module; everything else is a leaf."""

    def __init__(self, project: Project, files: FileSystem) -> None:
        self._disk = files
        self._sources = frozenset(project.sources)
        self._finder = NameFinder(project.files, project.directories)
        self._installations = Installations(files)
        self._merged = MergedPackages(project, files)
        installation = self._installations.of("")
        self._roots = RootFinder(project, project.files, installation.editable() if installation else ())
        self._packages = {name: path for d in project.distributions.values() for name, path in d.packages}
        self._absence = Absence(project, files)
        self._known: dict[tuple[str, str], str | Leaf] = {}

    def resolve(self, directory: str, specifier: str) -> str | Leaf:
        """What `specifier` means in a module of `directory`, which is its package's folder also for `__init__.py`."""
        key = (directory, specifier)
        if key not in self._known:
            self._known[key] = self._resolved(directory, specifier)
        return self._known[key]

    def beginnings(self, directory: str) -> Iterator[tuple[str, str]]:
        """(name, folder): the packages that have a name of their own, and with an empty one the folders in which
        absolute names may begin, for the modules of a folder."""
        yield from self._merged.names(directory)
        yield from self._packages.items()
        yield from (("", root) for root in dict.fromkeys(chain(*self._roots.of(directory))))

    def _resolved(self, directory: str, specifier: str) -> str | Leaf:
        name = specifier.lstrip(".")
        parts = name.split(".") if name else []
        if len(parts) > _MOST_PARTS or not all(map(str.isidentifier, parts)):
            return Leaf(LeafKind.MISSING, specifier, reason="no name of a module")
        dots = len(specifier) - len(name)
        return self._relative(directory, specifier, dots, parts) if dots else self._absolute(directory, name, parts)

    def _relative(self, directory: str, specifier: str, dots: int, parts: list[str]) -> str | Leaf:
        above = directory.split("/") if directory else []
        if dots - 1 > len(above):
            return Leaf(LeafKind.OPAQUE, specifier, reason="outside of the root")
        folder = "/".join(above[: len(above) - dots + 1])
        found = self._finder.find(parts, self._merged.portions(folder))
        if found or found.folders:
            return self._leads_to(found, specifier)
        return self._merged.generated(directory, specifier) or self._absence.leaf(_paths(folder, parts), specifier)

    def _absolute(self, directory: str, name: str, parts: list[str]) -> str | Leaf:
        roots, merged = self._roots.of(directory), self._merged.named(directory, parts[0])
        own = self._finder.find(parts, roots.own)
        if own:
            return self._leads_to(own, name)
        installation = self._installations.of(directory)
        if is_standard(parts[0], installation.version if installation else None):
            return Leaf(LeafKind.BUILTIN, name, name, installed=True)
        found = self._finder.find(parts[1:], merged) if merged else self._near(directory, parts)
        if found:
            return self._leads_to(found, name)
        return self._installed(directory, name, parts) or self._elsewhere(directory, name, parts, found)

    def _near(self, directory: str, parts: list[str]) -> Found:
        roots = self._roots.of(directory)
        if parts[0] in self._packages:
            return self._finder.find(parts[1:], (self._packages[parts[0]],))
        return self._finder.find(parts, (*self._merged.portions(roots.own[0]), *roots.near))

    def _installed(self, directory: str, name: str, parts: list[str]) -> Leaf | None:
        installation = self._installations.of(directory)
        path = installation.file(tuple(parts)) if installation else None
        if path is None:
            return None
        return Leaf(LeafKind.PACKAGE, name, parts[0], self._directive(path), installed=True)

    def _elsewhere(self, directory: str, name: str, parts: list[str], near: Found) -> str | Leaf:
        """In another distribution of the project; else a gap in one of its packages, a folder, or a package that is not
        installed."""
        far = self._finder.find(parts, self._roots.of(directory).far)
        if far:
            return self._leads_to(far, name)
        tried = near.tried or far.tried
        if tried:
            return self._absence.leaf(tried, name)
        folders = near.folders or far.folders
        return self._leads_to(Found(folders=folders), name) if folders else Leaf(LeafKind.PACKAGE, name, parts[0])

    def _leads_to(self, found: Found, specifier: str) -> str | Leaf:
        if found.file in self._sources:
            return found.file
        if found.unread:
            return Leaf(LeafKind.OPAQUE, specifier, reason=f"{found.unread} has no source that is read")
        reason = "" if found.file else "a folder without a module of its own"
        return Leaf(LeafKind.ASSET, specifier, installed=True, reason=reason)

    def _directive(self, path: str) -> str | None:
        try:
            return docstring_directive(self._disk.read_head(path, _HEAD)) if path else None
        except OSError:
            return None


def _paths(folder: str, parts: list[str]) -> list[str]:
    path = "/".join((*filter(None, [folder]), *parts))
    return [f"{path}.py", f"{path}/__init__.py"] if parts else [f"{path}/__init__.py"]
