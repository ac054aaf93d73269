"""What others can import of a module: every name that it has, also one that it imported itself."""

from __future__ import annotations

from boundary_lsp.model.facts import BindingKind, DeclarationKind, ValueKind
from boundary_lsp.syntax.drafts.tables import ExportDraft, NameDraft
from boundary_lsp.syntax.python.draft import Draft


def add_exports(draft: Draft) -> None:
    """In the order of the text. What `from x import *` gives is handed on."""
    imported = {name.binding: name for entry in draft.imports for name in entry.names}
    found: list[ExportDraft] = []
    for name, binding in draft.module_names.items():
        if "." in name:
            continue
        start, end = _place(draft, binding, imported)
        found.append(ExportDraft(name, start, end, binding=binding))
        if not _is_public(draft, name, imported.get(binding)):
            draft.private.append(name)
    for source in draft.stars:
        entry = draft.imports[source]
        if entry.declaration == 0:
            found.append(ExportDraft("*", entry.start, entry.end, source=source, imported="*"))
    draft.exports += sorted(found, key=lambda export: export.start)


def _place(draft: Draft, binding: int, imported: dict[int, NameDraft]) -> tuple[int, int]:
    fact = draft.bindings[binding]
    if fact.kind is BindingKind.DECLARATION:
        return draft.declaration_spans[fact.owner]
    name = imported[binding]
    return name.start, name.end


def _is_public(draft: Draft, name: str, imported: NameDraft | None) -> bool:
    """What `__all__` lists, else a function or class that is declared here and has no underscore in front."""
    if draft.listed is not None:
        return name in draft.listed
    if imported is not None or name.startswith("_"):
        return False
    declaration = draft.declarations[draft.bindings[draft.module_names[name]].owner]
    return declaration.kind is not DeclarationKind.VARIABLE or declaration.value is ValueKind.FUNCTION
