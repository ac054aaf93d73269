"""Which imports are still there when TypeScript's types are gone."""

from __future__ import annotations

from boundary_lsp.model.facts import Import, ImportForm, Interface


def surviving_imports(interface: Interface, verbatim: bool) -> tuple[bool, ...]:
    """For each import: does it load anything at run time?

    In TypeScript an import whose names are used only as types is elided, unless `verbatimModuleSyntax` (`verbatim`)
    keeps it; one that is spelled `import type` never loads. Source: TypeScript handbook, "Type-only imports"; Next's
    compiler strips before it looks at directives.
    """
    elides = interface.elides and not verbatim
    reexported = {e.source for e in interface.exports if e.source >= 0 and not e.type_only}
    return tuple(
        [
            index in reexported if imported.form is ImportForm.REEXPORT else _survives(imported, elides)
            for index, imported in enumerate(interface.imports)
        ]
    )


def _survives(imported: Import, elides: bool) -> bool:
    if imported.type_only:
        return False
    if imported.form is not ImportForm.STATIC or not imported.names:
        return True
    return bool([name for name in imported.names if not name.type_only and (name.used_as_value or not elides)])
