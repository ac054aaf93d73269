"""The imports of Python modules, as numbers."""

from __future__ import annotations

from collections.abc import Sequence

from boundary_lsp.resolve.numbering import Numbers
from boundary_lsp.resolve.python.resolver import PythonResolver


class PythonRows:
    """Answers each specifier once for a folder."""

    def __init__(self, resolver: PythonResolver, numbers: Numbers) -> None:
        self._resolver = resolver
        self._number = numbers.of
        self._memo: dict[tuple[str, str], int] = {}

    def rows(self, directory: str, specifiers: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The same for both environments: one object."""
        row = tuple([self._target(directory, specifier) for specifier in specifiers])
        return row, row

    def _target(self, directory: str, specifier: str) -> int:
        key = (directory, specifier)
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._number(self._resolver.resolve(directory, specifier))
        return found
