"""Files that a framework knows by their name, and the exports in them that it reads itself."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.facts import BindingKind, DeclarationKind, Export, Interface, decode_spans, span_at
from boundary_lsp.model.program import Application, FileKind, NamedFile, Program

_CHECKED_SINCE = {
    FileKind.PAGE: (),
    FileKind.LAYOUT: (),
    FileKind.ROUTE: (16,),
    FileKind.METADATA: (16, 3),
}
"""The first version of Next whose compiler looks at exports of such files; asked of 15.5, 16.0, 16.2, 16.3 and 16.4."""


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


def read_exports(program: Program, names: Container[str]) -> Iterator[ReadExport]:
    """Exports of these names in all files whose exports the compiler looks at, one for each name in a file."""
    for file in program.named_files:
        application = program.applications[file.application]
        since = _CHECKED_SINCE.get(file.kind)
        if since is not None and version_tuple(application.framework_version) >= since:
            yield from exports_of(program, file, names)


def exports_of(program: Program, file: NamedFile, names: Container[str]) -> Iterator[ReadExport]:
    """Where a name is exported twice, the last one, as the compiler has it."""
    interface = program.facts[file.module].interface
    found = {name: index for index, name in enumerate(_names(interface)) if name in names}
    for name, index in found.items():
        start, end, declared = _span(program, file.module, index)
        yield ReadExport(file, program.applications[file.application], index, name, declared, start, end)


def _names(interface: Interface) -> Iterator[str]:
    """By export, the name that the compiler reads; empty for types, classes and default exports, which it does not."""
    for export in interface.exports:
        if export.type_only or export.name == "default" or _is_class(interface, export):
            yield ""
        elif export.source >= 0:
            yield export.imported
        else:
            yield interface.bindings[export.binding].local if export.binding >= 0 else export.name


def _is_class(interface: Interface, export: Export) -> bool:
    declaration = _declaration(interface, export)
    return declaration >= 0 and interface.declarations[declaration].kind is DeclarationKind.CLASS


def _declaration(interface: Interface, export: Export) -> int:
    """The declaration in this module that is exported, or -1."""
    binding = interface.bindings[export.binding] if export.binding >= 0 else None
    return binding.owner if binding is not None and binding.kind is BindingKind.DECLARATION else -1


def _span(program: Program, module: int, index: int) -> tuple[int, int, bool]:
    """From the token that names the thing to its public name, and whether it is declared right there."""
    facts = program.facts[module]
    spans = decode_spans(facts)
    declaration = _declaration(facts.interface, facts.interface.exports[index])
    start, end = span_at(spans.exports, index)
    declared = declaration >= 0 and span_at(spans.declarations, declaration) == (start, end)
    return span_at(spans.exported_things, index)[0], end, declared
