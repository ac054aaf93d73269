"""Tokens that get another name, as splices of texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.renaming.refusal import CannotRename, line_at
from boundary_lsp.ide.renaming.start import Start
from boundary_lsp.ide.renaming.texts import Texts
from boundary_lsp.model.fixes import Splice, TextChange
from boundary_lsp.syntax.languages.texts import Home, Spelled

Span = tuple[int, int]
_ALIAS = re.compile(rb"\s+as\b")


class Edits:
    def __init__(self, snapshot: Snapshot, texts: Texts, start: Start, new: str) -> None:
        self._snapshot = snapshot
        self._texts = texts
        self._start = start
        self._old, self._new = start.word.encode(), new.encode()
        self._splices: dict[int, dict[int, Splice]] = {}
        """By module and start."""

    def changes(self) -> tuple[TextChange, ...]:
        return tuple(
            TextChange(self._snapshot.program.modules[module], tuple(splices[at] for at in sorted(splices)))
            for module, splices in sorted(self._splices.items())
        )

    def mention(self, module: int, spans: Iterable[Span]) -> None:
        """Tokens that say an exported name. What has its own name from there keeps that: `{ save }` taken out of a
        module becomes `{ store: save }`."""
        for span in spans:
            self._require_word(module, span)
            mark = self._texts.key_mark(module, span)
            self._splice(module, span, self._new + mark + self._old if mark else self._new)
            closing = self._texts.closing_name(module, span)
            if closing is not None:
                self.mention(module, [closing])

    def arrive(self, module: int, spans: Iterable[Span]) -> None:
        """Where imports say the name, and the module has it from there."""
        for span in spans:
            self._require_word(module, span)
            self._splice(module, span, self._new)

    def say(self, strings: Iterable[tuple[int, Span]]) -> None:
        """By module: what stands between quotes."""
        for module, span in strings:
            self._splice(module, span, self._new)

    def list_otherwise(self, module: int) -> None:
        """In what the module says of its exports besides, where it has none of that name itself."""
        for span in self._texts.spellings(module, self._old).links() if self._texts.is_code(module) else ():
            self._splice(module, span, self._new)

    def rename_own(self, module: int, arrival: Span | None) -> None:
        """The module's own name. Where it comes by an import (`arrival`) and the new one is taken, the module goes on
        with the old one: `{ store as save }`."""
        if arrival is not None and not self._texts.is_code(module):
            self._alias(module, arrival)
            return
        text = self._texts.text(module)
        spellings = self._texts.spellings(module, self._old)
        tokens = spellings.of(spellings.whole)
        taken = text.is_taken(self._new, tokens) if tokens else None
        if taken is None:
            self._rename(module, tokens)
            for span in spellings.links():
                self._splice(module, span, self._new)
        elif arrival is not None and module != self._start.place.module:
            self._alias(module, arrival)
        else:
            self._refuse_taken(module, taken)

    def rename_inside(self, module: int, home: Home) -> None:
        """A name that is in force in a part of one text."""
        text = self._texts.text(module)
        tokens = self._texts.spellings(module, self._old).of(home)
        taken = text.is_taken(self._new, tokens)
        if taken is not None:
            self._refuse_taken(module, taken)
        self._rename(module, tokens)

    def keep(self, module: int, spans: Iterable[Span]) -> None:
        """Names of packages, which only the module itself calls otherwise: `{ Link as Anchor }`."""
        for span in spans:
            self._splice(module, span, self._old + b" as " + self._new)

    def _alias(self, module: int, arrival: Span) -> None:
        self._require_word(module, arrival)
        has_alias = _ALIAS.match(self._texts.source(module), arrival[1])
        self._splice(module, arrival, self._new if has_alias else self._new + b" as " + self._old)

    def _rename(self, module: int, tokens: Iterable[Spelled]) -> None:
        said = self._splices.get(module, {})
        for token in tokens:
            if token.is_tag and not self._new[:1].isupper() and self._old[:1].isupper():
                where = line_at(self._snapshot, module, token.start)
                raise CannotRename(f"{where} renders it as a tag, so its name has to begin with a capital letter.")
            both = token.start in said
            self._splice(
                module, (token.start, token.end), self._new if both else token.renamed(self._old, self._new).text
            )

    def _splice(self, module: int, span: Span, text: bytes) -> None:
        self._splices.setdefault(module, {})[span[0]] = Splice(*span, text)

    def _require_word(self, module: int, span: Span) -> None:
        if self._texts.source(module)[slice(*span)] != self._old:
            where = line_at(self._snapshot, module, span[0])
            raise CannotRename(f"{where} writes the name in another way, such as between quotes.")

    def _refuse_taken(self, module: int, at: int) -> None:
        where = line_at(self._snapshot, module, at)
        raise CannotRename(f"{where} already has something of the name `{self._new.decode()}`.")
