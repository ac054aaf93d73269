"""The texts that a rename changes, each read once."""

from __future__ import annotations

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.renaming.refusal import CannotRename
from boundary_lsp.syntax.languages.rewriting import can_rewrite, text_of
from boundary_lsp.syntax.languages.texts import Spellings, Text


class Texts:
    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._sources: dict[int, bytes] = {}
        self._texts: dict[int, Text] = {}

    def source(self, module: int) -> bytes:
        if module not in self._sources:
            path = self._snapshot.program.modules[module]
            try:
                self._sources[module] = self._snapshot.files.read(path)
            except OSError:
                raise CannotRename(f"`{path}` has to be changed as well and cannot be read.") from None
        return self._sources[module]

    def is_code(self, module: int) -> bool:
        """Not a document, in which code is only a part of the text."""
        return can_rewrite(self._snapshot.program.modules[module])

    def text(self, module: int) -> Text:
        """Of code without syntax errors. Raises CannotRename."""
        if module not in self._texts:
            path = self._snapshot.program.modules[module]
            text = text_of(path, self.source(module)) if self.is_code(module) else None
            if text is None or text.is_broken:
                raise CannotRename(f"`{path}` uses the name and has syntax errors, so not every use can be found.")
            self._texts[module] = text
        return self._texts[module]

    def spellings(self, module: int, name: bytes) -> Spellings:
        """Raises CannotRename where names of the text cannot be told."""
        found = self.text(module).spellings(name)
        if found is None:
            path = self._snapshot.program.modules[module]
            raise CannotRename(f"`{path}` uses the name, and not every use can be found there.")
        return found

    def key_mark(self, module: int, span: tuple[int, int]) -> bytes:
        """What parts key and name where the token stands for both, as in `const { save } = api`; else nothing."""
        return self.text(module).key_mark(*span) if self.is_code(module) else b""

    def closing_name(self, module: int, span: tuple[int, int]) -> tuple[int, int] | None:
        """The same member in the closing tag: `</ui.Card>`."""
        return self.text(module).closing_name(*span) if self.is_code(module) else None
