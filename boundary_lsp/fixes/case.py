"""What a planner works with: the program, the request, and the texts as they are now."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.fixes import FixRequest
from boundary_lsp.model.program import Program
from boundary_lsp.ports import FileSystem
from boundary_lsp.syntax.front_end import facts_of
from boundary_lsp.syntax.languages import is_unsettled
from boundary_lsp.syntax.languages.rewriting import can_rewrite, text_of
from boundary_lsp.syntax.languages.texts import Text


class Unplannable(Exception):
    """It cannot be done here without a guess."""


class Case:
    def __init__(self, program: Program, files: FileSystem, request: FixRequest) -> None:
        self.program = program
        self.request = request
        self._files = files
        self._texts: dict[str, Text] = {}

    @property
    def path(self) -> str:
        return self.program.modules[self.request.module]

    @property
    def facts(self) -> ModuleFacts:
        return self.program.facts[self.request.module]

    def text(self, path: str) -> Text:
        """A module's text. Raises Unplannable where it is not the one that its facts were made of."""
        if path not in self._texts:
            self._texts[path] = self._read(path)
        return self._texts[path]

    def whole_text(self, path: str) -> Text:
        """The same, of a text without any part that is not understood."""
        text = self.text(path)
        module = self.program.module_index(path)
        if text.is_broken or module is None or self.program.facts[module].problems:
            raise Unplannable
        return text

    def exists(self, path: str) -> bool:
        return self._files.is_file(path) or self._files.is_directory(path)

    def _read(self, path: str) -> Text:
        module = self.program.module_index(path)
        try:
            source = self._files.read(path)
        except OSError:
            raise Unplannable from None
        if module is None or not can_rewrite(path) or not _is_made_of(self.program.facts[module], path, source):
            raise Unplannable
        return _text_of(path, source)


_text_of = lru_cache(maxsize=1)(text_of)
_facts_of = lru_cache(maxsize=1)(facts_of)
"""Several findings in a row are of one module."""


def _is_made_of(facts: ModuleFacts, path: str, source: bytes) -> bool:
    """Where what imports mean was only told by the whole project, that is taken for granted: they stand where they
    stood."""
    found = _facts_of(path, source)
    if is_unsettled((path,)):
        settled = replace(found.interface, imports=facts.interface.imports, bindings=facts.interface.bindings)
        return replace(found, interface=settled) == facts
    return found == facts
