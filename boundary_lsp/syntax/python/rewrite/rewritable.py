"""A module's text with all that can be done to it: `languages.texts.Text`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.languages.texts import Spelled, Spellings, Statement
from boundary_lsp.syntax.python.rewrite import comments, directives, functions, imports, statements
from boundary_lsp.syntax.python.rewrite.text import Text


class Rewritable(Text):
    def declarations(self) -> tuple[Statement, ...]:
        return statements.declarations(self)

    def kept_a_module(self, _gone: Sequence[Splice]) -> tuple[Splice, ...]:
        """Every text is one."""
        return ()

    def exported(self, statement: Statement) -> bytes:
        return self.source[statement.code_start : statement.end]

    def can_change(self, _statement: Statement) -> bool:
        return True

    def name_to_import(self, imported: str, local: str, *, is_type: bool) -> str:  # noqa: ARG002
        return imported if imported == local else f"{imported} as {local}"

    def taken_out(self, names: Collection[str], offsets: Collection[int] = ()) -> tuple[Splice, ...] | None:
        return statements.without_all(self, statements.declaring(self, names), imports.naming(self, offsets))

    def without(self, offsets: Collection[int]) -> tuple[Splice, ...] | None:
        return statements.without_all(self, imports.naming(self, offsets))

    def only(self, _offsets: Collection[int]) -> list[bytes] | None:
        return None

    def side_effects(self, _specifier: str) -> list[bytes]:
        return []

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

    def spellings(self, _name: bytes) -> Spellings | None:
        """An attribute may be any object's, so that a name may be said where nobody sees it."""
        return None

    def is_taken(self, _new: bytes, _renamed: tuple[Spelled, ...]) -> int | None:
        return None

    def is_shorthand(self, _start: int, _end: int) -> bool:
        return False

    def closing_name(self, _start: int, _end: int) -> tuple[int, int] | None:
        return None
