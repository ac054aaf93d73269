"""A module's text with all that can be done to it: `languages.texts.Text`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.languages.texts import Spelled, Statement
from boundary_lsp.syntax.typescript.rewrite import (
    comments,
    directives,
    functions,
    imports,
    names,
    specifiers,
    statements,
)
from boundary_lsp.syntax.typescript.rewrite.text import Text


class Rewritable(Text):
    def declarations(self) -> tuple[Statement, ...]:
        return statements.declarations(self)

    def kept_a_module(self, gone: Sequence[Splice]) -> tuple[Splice, ...]:
        return statements.kept_a_module(self, gone)

    def exported(self, statement: Statement) -> bytes:
        return statements.exported(self, statement)

    def can_change(self, statement: Statement) -> bool:
        return self.source.startswith(statements.CHANGING, statement.code_start)

    def name_to_import(self, imported: str, local: str, *, is_type: bool) -> str:
        return imports.name_to_import(imported, local, is_type=is_type)

    def taken_out(self, names: Collection[str], offsets: Collection[int] = ()) -> tuple[Splice, ...] | None:
        declared, named = statements.taken_out(self, names), specifiers.without(self, offsets)
        return None if declared is None or named is None else (*declared, *named)

    def without(self, offsets: Collection[int]) -> tuple[Splice, ...] | None:
        return specifiers.without(self, offsets)

    def only(self, offsets: Collection[int]) -> list[bytes] | None:
        return specifiers.only(self, offsets)

    def side_effects(self, specifier: str) -> list[bytes]:
        return specifiers.side_effects(self, specifier)

    def import_added(self, names: Sequence[str], specifier: str, behind: int = -1) -> Splice:
        return imports.import_added(self, names, specifier, behind)

    def directive_added(self, directive: str) -> tuple[Splice, ...]:
        return directives.added(self, directive)

    def directive_moved(self, at: int) -> tuple[Splice, ...]:
        return directives.moved(self, at)

    def directive_corrected(self, at: int, directive: str) -> tuple[Splice, ...]:
        return directives.corrected(self, at, directive)

    def directive_removed(self, at: int) -> tuple[Splice, ...]:
        return directives.removed(self, at)

    def comment_above(self, at: int, words: str) -> tuple[Splice, ...]:
        return comments.comment_above(self, at, words)

    def made_async(self, at: int) -> tuple[Splice, ...]:
        return functions.made_async(self, at)

    def spellings(self, name: bytes) -> names.Spellings:
        return names.Spellings(self, name)

    def is_taken(self, new: bytes, renamed: tuple[Spelled, ...]) -> int | None:
        return names.is_taken(self, new, renamed)

    def is_shorthand(self, start: int, end: int) -> bool:
        return names.is_shorthand(self, start, end)

    def closing_name(self, start: int, end: int) -> tuple[int, int] | None:
        return names.closing_name(self, start, end)
