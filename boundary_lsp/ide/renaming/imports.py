"""The imports of a program, both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.model.facts import ImportedName, ImportForm
from boundary_lsp.model.program import Program
from boundary_lsp.model.spans import decode_spans, span_at

Span = tuple[int, int]


class NamedImport(NamedTuple):
    """One name of an import."""

    number: int
    name: ImportedName
    is_static: bool
    """Of an import statement, so that an imported name is a name of the module's own."""
    span: Span
    """Of the imported name."""
    is_written: bool
    """The name stands there: `from shop import *` says none."""


class Imports:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._importers: dict[int, list[tuple[int, int]]] = {}
        for module, row in enumerate(program.links.server):
            for number in range(len(row)):
                for target in self.targets(module, number):
                    self._importers.setdefault(target, []).append((module, number))

    def importers(self, module: int) -> Sequence[tuple[int, int]]:
        """(module, import) of those that lead there."""
        return self._importers.get(module, ())

    def targets(self, module: int, number: int) -> list[int]:
        """The modules that an import leads to on either side."""
        links = self._program.links
        rows = dict.fromkeys((links.server[module][number], links.client[module][number]))
        return [target for target in rows if target >= 0]

    def names(self, module: int) -> Iterator[NamedImport]:
        facts = self._program.facts[module]
        decoded, at = decode_spans(facts), 0
        spans = decoded.imported_names
        for number, entry in enumerate(facts.interface.imports):
            for name in entry.names:
                span = span_at(spans, at)
                is_written = span != span_at(decoded.imports, number) or name.imported == "*"
                yield NamedImport(number, name, entry.form is ImportForm.STATIC, span, is_written)
                at += 1
