"""`from shop import cart` where `cart` is a module of the package: the same as `import shop.cart as cart`.

Only the whole project tells the two readings apart: a package that has the name itself, by a declaration or by
`from x import *`, wins over its module of that name. So facts are settled before they are linked, and nothing behind
knows that there were two readings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from boundary_lsp.model.facts import BindingKind, Import, Interface, ModuleFacts
from boundary_lsp.model.resolution import LeafKind
from boundary_lsp.resolve.python.finder import MODULE, PACKAGE
from boundary_lsp.resolve.python.resolver import PythonResolver

_MOST_STARS = 100
_WHOLE = "*"


class _Settled(NamedTuple):
    facts: ModuleFacts
    asked: frozenset[int]
    """Modules whose names decided."""


class Settling:
    """Of the modules of one project; holds as long as no file comes or goes."""

    def __init__(
        self,
        resolver: PythonResolver,
        modules: Sequence[str],
        wanted: Iterable[int],
        facts: Callable[[str], ModuleFacts],
    ) -> None:
        """`wanted`: the modules of this language. `facts`: of a module's path, as they are now and not settled."""
        self._resolver = resolver
        self._modules = modules
        self._numbers = {modules[module]: module for module in wanted}
        self._facts = facts
        self._known: dict[int, _Settled] = {}

    def all(self) -> dict[int, ModuleFacts]:
        """By module of the language; as they were where there is nothing to settle."""
        return {module: self._settle(module) for module in self._numbers.values()}

    def after(self, edited: Iterable[int]) -> dict[int, ModuleFacts]:
        """The facts that may be others after an edit of these modules: of those among them that are of the language,
        and of all that ask for their names."""
        gone = frozenset(edited)
        stale = [m for m, known in self._known.items() if m in gone or not gone.isdisjoint(known.asked)]
        return {module: self._settle(module) for module in stale}

    def _settle(self, module: int) -> ModuleFacts:
        asked: set[int] = set()
        facts = self._facts(self._modules[module])
        interface = facts.interface
        starred = {export.source for export in interface.exports if export.name == _WHOLE}
        paths = {
            index: path
            for index, imported in enumerate(interface.imports)
            if index not in starred and (path := self._as_module(module, index, imported, asked))
        }
        settled = _rewritten(facts, paths) if paths else facts
        self._known[module] = _Settled(settled, frozenset(asked))
        return settled

    def _as_module(self, module: int, index: int, imported: Import, asked: set[int]) -> str | None:
        """The specifier of the module that an import means by its one name; None where it means a name."""
        name = imported.names[0].imported if len(imported.names) == 1 else _WHOLE
        if name == _WHOLE:
            return None
        package = self._package(module, imported.specifier)
        if package is None:
            return None
        path = imported.specifier + ("" if imported.specifier.endswith(".") else ".") + name
        if package < 0:
            found = self._resolver.resolve(_folder(self._modules[module]), path)
            return path if isinstance(found, str) else None
        inside = f"{_folder(self._modules[package])}/{name}".lstrip("/")
        if inside + MODULE not in self._numbers and f"{inside}/{PACKAGE}" not in self._numbers:
            return None
        return None if self._has(package, name, index if package == module else -1, asked) else path

    def _package(self, module: int, specifier: str) -> int | None:
        """The package that a specifier leads to; -1 for one without a module of its own, None for anything else."""
        found = self._resolver.resolve(_folder(self._modules[module]), specifier)
        if isinstance(found, str):
            return self._numbers.get(found) if found.rpartition("/")[2] == PACKAGE else None
        return -1 if found.kind is LeafKind.ASSET else None

    def _has(self, package: int, name: str, own: int, asked: set[int]) -> bool:
        """The package has the name by something else than its import `own`, itself or through `from x import *`."""
        pending, seen = [package], {package}
        while pending and len(seen) < _MOST_STARS:
            module = pending.pop()
            asked.add(module)
            interface = self._facts(self._modules[module]).interface
            for export in interface.exports:
                bound = interface.bindings[export.binding] if export.binding >= 0 else None
                is_own = bound is not None and bound.kind is BindingKind.IMPORT and bound.owner == own
                if export.name == name and not (module == package and is_own):
                    return True
            pending += [source for source in self._stars(module, interface) if source not in seen]
            seen.update(pending)
        return False

    def _stars(self, module: int, interface: Interface) -> Iterator[int]:
        for export in interface.exports:
            if export.name == _WHOLE:
                specifier = interface.imports[export.source].specifier
                found = self._resolver.resolve(_folder(self._modules[module]), specifier)
                if isinstance(found, str) and found in self._numbers:
                    yield self._numbers[found]


def _rewritten(facts: ModuleFacts, paths: Mapping[int, str]) -> ModuleFacts:
    """With these specifiers, of which the imports take the whole module."""
    interface = facts.interface
    imports = [
        replace(imported, specifier=paths[i], names=(replace(imported.names[0], imported=_WHOLE),))
        if i in paths
        else imported
        for i, imported in enumerate(interface.imports)
    ]
    bindings = [
        replace(binding, name=_WHOLE) if binding.kind is BindingKind.IMPORT and binding.owner in paths else binding
        for binding in interface.bindings
    ]
    return replace(facts, interface=replace(interface, imports=tuple(imports), bindings=tuple(bindings)))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
