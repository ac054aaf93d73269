"""How far a name goes: every module in which the same thing has the same name, as its own or as an export.

`export { save as store }` ends it, `import { save }` and `export *` carry it on.
"""

from __future__ import annotations

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.names import thing_of
from boundary_lsp.graph.token import Token
from boundary_lsp.ide.renaming.imports import Imports, NamedImport, Span
from boundary_lsp.ide.renaming.refusal import CannotRename, line_at
from boundary_lsp.ide.renaming.start import Start
from boundary_lsp.model.facts import BindingKind, Export
from boundary_lsp.model.spans import decode_spans, span_at


class Spread:
    """Tokens are by module, in bytes."""

    def __init__(self, snapshot: Snapshot, start: Start) -> None:
        self._snapshot = snapshot
        self._program = snapshot.program
        self._word = start.word
        self.locals: set[int] = set()
        """Modules that have the name as one of their own."""
        self.publics: set[int] = set()
        """Modules that export it."""
        self.mentions: dict[int, set[Span]] = {}
        """Tokens that say the exported name and nothing else: `api.save`, `save` in `{ save as s }`."""
        self.arrivals: dict[int, Span] = {}
        """The import that a module has its own name from."""
        self.imported: dict[int, set[Span]] = {}
        """Tokens of such imports; `from shop import *` has none."""
        self.kept: dict[int, set[Span]] = {}
        """Names of packages, which stay: `{ Link }` becomes `{ Link as Anchor }`."""
        self._imports = Imports(snapshot.program)
        self._pending: list[tuple[int, bool]] = []
        for module in start.exported_by:
            self._reach(module, public=True)
        if not start.exported_by:
            self._reach(start.place.module, public=False)
        while self._pending:
            module, public = self._pending.pop()
            if public:
                self._spread_export(module)
            else:
                self._spread_local(module)

    def _reach(self, module: int, *, public: bool) -> None:
        known = self.publics if public else self.locals
        if module not in known:
            known.add(module)
            self._pending.append((module, public))

    def _spread_local(self, module: int) -> None:
        """To the exports under its own name, and to where an import has it from."""
        interface = self._program.facts[module].interface
        for export in interface.exports:
            if self._is_own(module, export) and export.name == self._word:
                self._reach(module, public=True)
        for one in self._imports.names(module):
            if one.is_static and one.name.local == one.name.imported == self._word:
                self._arrive(module, one)
                self._arrive_from(module, one.number, one.span)

    def _arrive(self, module: int, one: NamedImport) -> None:
        self.arrivals[module] = one.span
        if one.is_written:
            self.imported.setdefault(module, set()).add(one.span)

    def _arrive_from(self, module: int, number: int, span: Span) -> None:
        targets = self._imports.targets(module, number)
        for target in targets:
            self._reach(target, public=True)
        if not targets:
            self.kept.setdefault(module, set()).add(span)

    def _spread_export(self, module: int) -> None:
        own = self._named_exports(module)
        for index in own:
            self._spread_named(module, index)
        for export in () if own else self._program.facts[module].interface.exports:
            if export.name == "*":
                self._through_star(module, export)
        for importer, number in self._imports.importers(module):
            self._spread_importer(importer, number)
        self._spread_members(module)

    def _spread_named(self, module: int, index: int) -> None:
        facts = self._program.facts[module]
        export, spans = facts.interface.exports[index], decode_spans(facts)
        public, thing = span_at(spans.exports, index), span_at(spans.exported_things, index)
        if self._is_own(module, export):
            self._reach(module, public=False)
        if export.source < 0 and public in {one.span for one in self._imports.names(module)}:
            return  # to import it is to export it
        if export.source < 0 or export.imported != self._word:
            self._mention(module, public)
        elif targets := self._imports.targets(module, export.source):
            self._mention(module, public)
            if thing == public:
                for target in targets:
                    self._reach(target, public=True)
        else:
            self.kept.setdefault(module, set()).add(public)

    def _through_star(self, module: int, export: Export) -> None:
        for target in self._imports.targets(module, export.source):
            if self._is_same(module, target):
                self._reach(target, public=True)

    def _is_same(self, barrel: int, module: int) -> bool:
        """`export *` of the module is where the barrel has the name from: another one may have been first."""
        linker = self._snapshot.names.linker
        here, there = linker.export(barrel, self._word), linker.export(module, self._word)
        same = here is not None and there is not None and here[:2] == there[:2]
        return same or (here is None and bool(self._named_exports(module)))

    def _spread_importer(self, module: int, number: int) -> None:
        for one in self._imports.names(module):
            if one.number == number and one.name.imported == self._word:
                if one.is_static and one.name.local == self._word:
                    self._arrive(module, one)
                    self._reach(module, public=False)
                else:
                    self._mention(module, one.span)
        for index, export in enumerate(self._program.facts[module].interface.exports):
            if export.source == number:
                self._spread_reexport(module, index, export)

    def _spread_reexport(self, module: int, index: int, export: Export) -> None:
        if export.name == "*":
            targets = self._imports.targets(module, export.source)
            if not self._named_exports(module) and any(self._is_same(module, target) for target in targets):
                self._reach(module, public=True)
        elif export.imported == self._word:
            self._mention(module, span_at(decode_spans(self._program.facts[module]).exported_things, index))
            if export.name == self._word:
                self._reach(module, public=True)

    def _spread_members(self, module: int) -> None:
        """To `api.save`, where `api` is the module. Raises CannotRename where the module is used as a whole."""
        for view, scene in zip(self._snapshot.names.views, self._snapshot.names.scenes, strict=True):
            for token in scene.tokens.object_uses(module):
                member = token.site.member if token.site is not None else ""
                if member == self._word:
                    self._mention(token.module, token.span)
                elif not member:
                    self._refuse(module, token)
            thing = thing_of(view.linker.export(module, self._word))
            for token, name in scene.tokens.escapes(*thing) if thing is not None else ():
                if not name:
                    self._refuse(module, token)

    def _refuse(self, module: int, token: Token) -> None:
        where = line_at(self._snapshot, token.module, token.span[0])
        path = self._program.modules[module]
        raise CannotRename(f"{where} uses all of `{path}` as one object, and perhaps this name in it.")

    def _mention(self, module: int, span: Span) -> None:
        self.mentions.setdefault(module, set()).add(span)

    def _named_exports(self, module: int) -> list[int]:
        exports = self._program.facts[module].interface.exports
        return [index for index, export in enumerate(exports) if export.name == self._word]

    def _is_own(self, module: int, export: Export) -> bool:
        """It exports what the module itself calls so."""
        if export.binding < 0:
            return False
        binding = self._program.facts[module].interface.bindings[export.binding]
        return binding.local == self._word and binding.kind in (BindingKind.IMPORT, BindingKind.DECLARATION)
