"""Imports of names that have moved to a neighbouring module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.fixes.case import Case, Unplannable
from boundary_lsp.fixes.removal import import_offsets, in_order
from boundary_lsp.model.facts import Export, Import, ImportForm
from boundary_lsp.model.fixes import Splice, TextChange
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.resolve.neighbours import Neighbour


def moved_imports(case: Case, neighbour: Neighbour) -> Iterator[TextChange]:
    """By importing module. Raises Unplannable where one takes the whole module, or hands a name on."""
    program = case.program
    target = case.request.module
    for module, (server, client) in enumerate(zip(program.links.server, program.links.client, strict=True)):
        leading = {number for links in (server, client) for number, to in enumerate(links) if to == target}
        if leading and module != target:
            yield from _moved(case, module, sorted(leading), neighbour)


def _moved(case: Case, module: int, imports: list[int], neighbour: Neighbour) -> Iterator[TextChange]:
    interface = case.program.facts[module].interface
    path = case.program.modules[module]
    splices: list[Splice] = []
    for number in imports:
        _require_names(case, interface.imports[number], [e for e in interface.exports if e.source == number])
        if moved := _names(case, interface.imports[number], path):
            splices += _redirected(case, module, number, moved, neighbour)
    if splices:
        yield TextChange(path, in_order(splices))


def _redirected(
    case: Case, module: int, number: int, moved: list[tuple[str, str]], neighbour: Neighbour
) -> Sequence[Splice]:
    """An import of nothing else leads elsewhere; else there are two."""
    facts = case.program.facts[module]
    entry = facts.interface.imports[number]
    text = case.whole_text(case.program.modules[module])
    start, end = span_at(decode_spans(facts).imports, number)
    specifier = neighbour.specifier(entry.specifier)
    if specifier is None:
        raise Unplannable
    if len(moved) == len(entry.names):
        return [Splice(start + 1, end - 1, specifier.encode())]
    removed = text.without(import_offsets(case, module, [(number, local) for local, _ in moved]))
    if removed is None:
        raise Unplannable
    return [*removed, text.import_added([written for _, written in moved], specifier, behind=start)]


def _names(case: Case, entry: Import, path: str) -> list[tuple[str, str]]:
    """(local name, the specifier as it is to be written) of the names that have moved."""
    moved = []
    for name in entry.names:
        if name.imported in case.request.names:
            is_type = name.type_only or entry.type_only
            written = case.text(path).name_to_import(name.imported, name.local, is_type=is_type)
            moved.append((name.local, written))
    return moved


def _require_names(case: Case, entry: Import, exports: list[Export]) -> None:
    """`import { a } from`, and re-exports of other names."""
    hands_on = any(export.imported in ("*", *case.request.names) for export in exports)
    takes_all = any(name.imported == "*" for name in entry.names)
    is_plain = entry.form in (ImportForm.STATIC, ImportForm.SIDE_EFFECT, ImportForm.REEXPORT)
    if hands_on or takes_all or not is_plain:
        raise Unplannable
