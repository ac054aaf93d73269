"""The imports of Python modules, as numbers."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.resolve.numbering import Numbers
from boundary_lsp.resolve.python.resolver import PythonResolver


class PythonRows:
    def __init__(self, resolver: PythonResolver, numbers: Numbers) -> None:
        self._resolve = resolver.resolve
        self._number = numbers.of

    def rows(self, directory: str, specifiers: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The same for both environments: one object."""
        row = tuple([self._number(self._resolve(directory, specifier)) for specifier in specifiers])
        return row, row
