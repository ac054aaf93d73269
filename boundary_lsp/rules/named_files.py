"""Files that a framework knows by their name, and the exports in them that it reads itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.program import Application, NamedFile, Program
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.rules.read_files import declaration_of, read_files


class ReadExport(NamedTuple):
    """An export that the compiler of an application reads by its name."""

    file: NamedFile
    application: Application
    export: int
    """Its index in the module."""
    name: str
    """As Next reads it: in `export { metadata as meta }` it is `metadata`."""
    is_declared: bool
    """Exported where it is declared, and not in `export { … }`."""
    start: int
    end: int

    @property
    def version(self) -> tuple[int, ...]:
        """The framework's, `()` where it is not known."""
        return version_tuple(self.application.framework_version)


def named_files(program: Program) -> Iterator[int]:
    """The modules that are such files."""
    return (file.module for file in program.named_files)


def read_exports(program: Program, module: int, names: Collection[str]) -> Iterator[ReadExport]:
    """Exports of these names, if the module is a file whose exports the compiler looks at: one for each name."""
    for file, exports in read_files(program, module):
        for name in [name for name in exports if name in names]:
            start, end, declared = _span(program, module, exports[name])
            application = program.applications[file.application]
            yield ReadExport(file, application, exports[name], name, declared, start, end)


def _span(program: Program, module: int, index: int) -> tuple[int, int, bool]:
    """From the token that names the thing to its public name, and whether it is declared right there."""
    facts = program.facts[module]
    spans = decode_spans(facts)
    declaration = declaration_of(facts.interface, facts.interface.exports[index])
    start, end = span_at(spans.exports, index)
    declared = declaration >= 0 and span_at(spans.declarations, declaration) == (start, end)
    return span_at(spans.exported_things, index)[0], end, declared
