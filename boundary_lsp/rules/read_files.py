"""Files that a framework knows by their name and whose exports its compiler looks at, with the names of these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.frameworks.versions import version_tuple
from boundary_lsp.model.facts import BindingKind, DeclarationKind, Export, Interface
from boundary_lsp.model.program import FileKind, NamedFile, Program

_CHECKED_SINCE = {
    FileKind.PAGE: (),
    FileKind.LAYOUT: (),
    FileKind.ROUTE: (16,),
    FileKind.METADATA: (16, 3),
}
"""The first version of Next whose compiler looks at exports of such files; asked of 15.5, 16.0, 16.2, 16.3 and 16.4."""


class ReadFile(NamedTuple):
    file: NamedFile
    exports: Mapping[str, int]
    """By name, their index in the module: where one is exported twice, the last one, as the compiler has it."""


def reads_exports(program: Program) -> Iterator[int]:
    """Modules that may be such files, and export something by name."""
    files = (file.module for file in program.named_files if file.kind in _CHECKED_SINCE)
    return (module for module in files if any(e.name != "default" for e in program.facts[module].interface.exports))


def read_files(program: Program, module: int) -> Iterator[ReadFile]:
    """What the module is as a file whose exports the compiler looks at, for each application that has it."""
    for file in program.named(module):
        since = _CHECKED_SINCE.get(file.kind)
        if since is not None and version_tuple(program.applications[file.application].framework_version) >= since:
            interface = program.facts[module].interface
            yield ReadFile(file, {name: index for index, name in enumerate(_names(interface)) if name})


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
    declaration = declaration_of(interface, export)
    return declaration >= 0 and interface.declarations[declaration].kind is DeclarationKind.CLASS


def declaration_of(interface: Interface, export: Export) -> int:
    """The declaration in this module that is exported, or -1."""
    binding = interface.bindings[export.binding] if export.binding >= 0 else None
    return binding.owner if binding is not None and binding.kind is BindingKind.DECLARATION else -1
