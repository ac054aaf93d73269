"""The imports of Python modules, as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.model.facts import Import
from boundary_lsp.resolve.numbering import Numbers
from boundary_lsp.resolve.python.finder import PACKAGE
from boundary_lsp.resolve.python.resolver import PythonResolver


class PythonRows:
    def __init__(self, resolver: PythonResolver, numbers: Numbers) -> None:
        self._resolve = resolver.resolve
        self._number = numbers.of

    def rows(self, directory: str, specifiers: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The same for both environments: one object."""
        row = tuple([self._number(self._resolve(directory, specifier)) for specifier in specifiers])
        return row, row

    def packages(self, directory: str, imports: Sequence[Import], row: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """(index of the import, package) for those on the way to a module, each once for a module and form. Not those
        that the importing module lies in: they have run before it."""
        found = {
            (package, row[index], imported.form): (index, package)
            for index, imported in reversed([*enumerate(imports)])
            if row[index] >= 0 and not imported.type_only
            for package in self._on_the_way(directory, imported.specifier)
        }
        return tuple(sorted(found.values()))

    def _on_the_way(self, directory: str, specifier: str) -> Iterator[int]:
        """Those of the project."""
        end = specifier.rfind(".")
        while end > 0 and specifier[end - 1] != ".":
            path = self._resolve(directory, specifier[:end])
            if isinstance(path, str) and not f"{directory}/".startswith(path.removesuffix(PACKAGE)):
                yield self._number(path)
            end = specifier.rfind(".", 0, end)
