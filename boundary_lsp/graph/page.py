"""The tokens of one module, by its own bindings and exports."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from boundary_lsp.graph.token import Token
from boundary_lsp.model.facts import BindingKind, ImportForm, ModuleFacts, SiteKind
from boundary_lsp.model.spans import Spans, decode_spans, span_at


class Page:
    """Each part is made when first asked for, then kept."""

    def __init__(self, module: int, facts: ModuleFacts, verbatim: bool) -> None:
        """`verbatim`: its imports are kept although only types are used."""
        self._module = module
        self._facts = facts
        self._verbatim = verbatim

    def sites(self, binding: int) -> Iterator[Token]:
        """The use sites of one binding."""
        for index in self._sites_by_binding.get(binding, ()):
            site = self._facts.uses.sites[index]
            yield Token(self._module, site.kind, site.declaration, span_at(self._spans.sites, index), site)

    def object_tokens(self, binding: int) -> Iterator[Token]:
        """The tokens of a namespace's binding; of `import('./x')` that goes where no name follows it, the specifier."""
        bound = self._facts.interface.bindings[binding]
        if bound.kind is BindingKind.IMPORT and not bound.local:
            imported = self._facts.interface.imports[bound.owner]
            span = span_at(self._spans.imports, bound.owner)
            yield Token(self._module, SiteKind.READ, imported.declaration, span, None)
        yield from self.sites(binding)

    @cached_property
    def _spans(self) -> Spans:
        return decode_spans(self._facts)

    @cached_property
    def _sites_by_binding(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for index, site in enumerate(self._facts.uses.sites):
            found.setdefault(site.binding, []).append(index)
        return found

    def specifiers(self, binding: int) -> Iterator[Token]:
        """The tokens of an imported name in its import."""
        bound = self._facts.interface.bindings[binding]
        imported = self._facts.interface.imports[bound.owner]
        if imported.form in (ImportForm.DYNAMIC, ImportForm.REQUIRE) and not bound.local:
            return
        elides = self._facts.interface.elides and not self._verbatim
        for index, name in enumerate(imported.names):
            if name.local == bound.local and name.imported == bound.name:
                elided = elides and imported.form is ImportForm.STATIC and not name.used_as_value
                erased = imported.type_only or name.type_only or elided
                span = self._imported_name_span(bound.owner, index)
                yield Token(self._module, SiteKind.IMPORT, imported.declaration, span, None, erased)

    def reexport(self, export: int) -> Token:
        """The token of what an export hands on."""
        span = span_at(self._spans.exported_things, export)
        erased = self._facts.interface.exports[export].type_only
        return Token(self._module, SiteKind.REEXPORT, 0, span, None, erased)

    def _imported_name_span(self, imported: int, name: int) -> tuple[int, int]:
        """The span of the `name`-th name of the `imported`-th import."""
        before = sum(len(i.names) for i in self._facts.interface.imports[:imported])
        return span_at(self._spans.imported_names, before + name)
