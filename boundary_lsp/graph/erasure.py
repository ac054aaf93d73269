"""Which imports are still there when TypeScript's types are gone."""

from __future__ import annotations

from boundary_lsp.model.facts import Import, ImportForm, Interface


def surviving_imports(interface: Interface, verbatim: bool) -> tuple[bool, ...]:
    """For each import: does it load anything at run time?

    In TypeScript an import whose names are used only as types is elided, unless `verbatimModuleSyntax` (`verbatim`)
    keeps it; one that is spelled `import type` never loads. Source: TypeScript handbook, "Type-only imports"; Next's
    compiler strips before it looks at directives.
    """
    typed = interface.language == "typescript"
    reexported = _sources_reexported_as_values(interface)
    return tuple(
        index in reexported
        if imported.form == ImportForm.REEXPORT
        else _survives(imported, elides=typed and not verbatim)
        for index, imported in enumerate(interface.imports)
    )


def _survives(imported: Import, elides: bool) -> bool:
    if imported.type_only:
        return False
    if imported.form != ImportForm.STATIC or not imported.names:
        return True
    if elides:
        return any(name.used_as_value and not name.type_only for name in imported.names)
    return any(not name.type_only for name in imported.names)


def _sources_reexported_as_values(interface: Interface) -> frozenset[int]:
    return frozenset(export.source for export in interface.exports if export.source >= 0 and not export.type_only)
