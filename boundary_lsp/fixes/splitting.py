"""Moving functions of a `'use server'` module to a module of their own beside it, and every import along with them."""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.fixes.case import Case, Unplannable
from boundary_lsp.fixes.importers import moved_imports
from boundary_lsp.fixes.removal import export_offsets, import_offsets, in_order
from boundary_lsp.fixes.uses import Uses
from boundary_lsp.model.facts import DeclarationKind
from boundary_lsp.model.fixes import Fix, TextChange
from boundary_lsp.resolve.neighbours import Neighbour, neighbour_of
from boundary_lsp.syntax.languages import language_of
from boundary_lsp.syntax.languages.texts import Statement, Text


def split_module(case: Case) -> Fix:
    """The new module takes what the functions need; what the old one needs of that, it imports back."""
    split = _split(case)
    neighbour = neighbour_of(case.path, case.exists)
    if neighbour is None:
        raise Unplannable
    changes = (_old_module(split, neighbour), *moved_imports(case, neighbour))
    return Fix(changes, {neighbour.path: _new_module(split)})


class _Split(NamedTuple):
    """Declarations of the old module, by number."""

    case: Case
    text: Text
    uses: Uses
    moving: frozenset[int]
    shared: frozenset[int]
    """Those of the moving that what stays uses."""
    exported: frozenset[int]
    """Those that the new module has to export."""

    def names(self, numbers: frozenset[int]) -> set[str]:
        return self.uses.names_of(numbers)


def _split(case: Case) -> _Split:
    text, uses = case.whole_text(case.path), Uses(case.facts)
    asked = uses.numbers(case.request.names)
    if uses.names_of(asked) != set(case.request.names):
        raise Unplannable  # a default export, or one under another name
    moving = uses.needed_by(asked)
    if 0 in moving or not uses.exported & moving <= asked:
        raise Unplannable  # it would need what stays
    shared = frozenset(n for n in moving if not uses.users_of_declaration.get(n, set()) <= moving)
    return _Split(case, text, uses, frozenset(moving), shared, shared | asked)


def _new_module(split: _Split) -> bytes:
    case, text = split.case, split.text
    imports = text.only(import_offsets(case, case.request.module, split.uses.imports_of(split.moving)))
    if imports is None:
        raise Unplannable
    guards = text.side_effects(language_of(case.path).guard)
    head = b"".join(statement + text.newline for statement in (*guards, *imports))
    return head + (text.newline if head else b"") + _moved_statements(split)


def _moved_statements(split: _Split) -> bytes:
    """As they stand, and apart where they stood apart."""
    text, pieces, end = split.text, list[bytes](), -1
    for statement in text.declarations():
        if not split.names(split.moving).isdisjoint(statement.names):
            pieces += [text.newline] if end not in (-1, statement.start) else []
            pieces.append(_exported(split, statement))
            end = statement.end
    return b"".join(pieces).rstrip() + text.newline


def _exported(split: _Split, statement: Statement) -> bytes:
    """Said to be so where it is needed."""
    text = split.text
    if not split.names(split.shared).isdisjoint(statement.names) and text.can_change(statement):
        raise Unplannable
    if split.names(split.exported).isdisjoint(statement.names):
        return text.source[statement.start : statement.end]
    return text.source[statement.start : statement.code_start] + text.exported(statement)


def _old_module(split: _Split, neighbour: Neighbour) -> TextChange:
    case, text = split.case, split.text
    statements = text.taken_out(split.names(split.moving))
    specifiers = text.without(export_offsets(case, split.moving, text))
    imports = text.without(import_offsets(case, case.request.module, split.uses.imports_only_for(split.moving)))
    if statements is None or specifiers is None or imports is None:
        raise Unplannable
    back = [text.import_added(_imported_back(split), neighbour.beside)] if split.shared else []
    return TextChange(case.path, in_order((*statements, *specifiers, *imports, *back)))


def _imported_back(split: _Split) -> list[str]:
    declared = (split.case.facts.interface.declarations[number] for number in sorted(split.shared))
    return [split.text.name_to_import(d.name, d.name, is_type=d.kind is DeclarationKind.TYPE) for d in declared]
