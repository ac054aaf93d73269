"""Every identifier token that names a thing, found from the thing: the reverse of linking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from boundary_lsp.graph.linking import NAMESPACE, Linker
from boundary_lsp.graph.name_index import NameIndex
from boundary_lsp.graph.namespaces import Namespaces, namespaces
from boundary_lsp.graph.token import Escape, Token
from boundary_lsp.model.facts import (
    BindingKind,
    ImportForm,
    ModuleFacts,
    SiteKind,
    Spans,
    decode_spans,
    span_at,
)


class TokenIndex:
    """Finds tokens by what they stand for: (module, binding key), as in `linking.Target`."""

    def __init__(
        self, facts: Sequence[ModuleFacts], linker: Linker, index: NameIndex, verbatim: frozenset[int]
    ) -> None:
        """`verbatim`: modules whose imports are kept although only types are used."""
        self._facts = facts
        self._linker = linker
        self._verbatim = verbatim
        self._spans: dict[int, Spans] = {}
        self._sites: dict[int, dict[int, list[int]]] = {}
        self._importers = index.importers
        self._reexports, self._passers = index.reexports

    @cached_property
    def _namespaces(self) -> Namespaces:
        importers = {module: found for (module, key), found in self._importers.items() if key == NAMESPACE}
        return namespaces(self._linker, importers, self.object_tokens)

    def object_tokens(self, module: int, binding: int) -> Iterator[Token]:
        """The tokens of a namespace's binding; of `import('./x')` that goes where no name follows it, the specifier."""
        bound = self._facts[module].interface.bindings[binding]
        if bound.kind is BindingKind.IMPORT and not bound.local:
            imported = self._facts[module].interface.imports[bound.owner]
            span = span_at(self.spans(module).imports, bound.owner)
            yield Token(module, SiteKind.READ, imported.declaration, span, None)
        yield from self.sites(module, binding)

    def object_uses(self, module: int) -> Iterator[Token]:
        """Where the module is used as an object, by whichever name; each token says which member it takes, if any."""
        for importer, binding in self._importers.get((module, NAMESPACE), ()):
            yield from self.object_tokens(importer, binding)

    def tokens(self, module: int, key: int) -> Iterator[Token]:
        """Tokens that stand for the thing itself: in its own module, where imported, re-exported, or `ns.name`."""
        if key >= 0:
            yield from self.sites(module, key)
        for importer, binding in self._importers.get((module, key), ()):
            yield from self._specifiers(importer, binding)
            yield from self.sites(importer, binding)
        for exporter, export in self._reexports.get((module, key), ()):
            yield self._reexport(exporter, export)
        yield from self._namespaces.members.get((module, key), ())

    def escapes(self, module: int, key: int) -> Iterator[Escape]:
        """Uses of a module as an object, without naming a member, where that object holds the thing."""
        yield from self._namespaces.escapes.get((module, key), ())

    def passed_on(self, module: int, key: int) -> Iterator[tuple[int, int]]:
        """(`'use server'` module, index of its export) of those that make the thing an endpoint of their own."""
        yield from self._passers.get((module, key), ())

    def is_namespace(self, module: int, binding: int) -> bool:
        target = self._linker.binding(module, binding)
        return target is not None and target.binding == NAMESPACE

    def sites(self, module: int, binding: int) -> Iterator[Token]:
        """The use sites of one binding in its module."""
        facts = self._facts[module]
        for index in self._sites_by_binding(module).get(binding, ()):
            site = facts.uses.sites[index]
            yield Token(module, site.kind, site.declaration, span_at(self.spans(module).sites, index), site)

    def spans(self, module: int) -> Spans:
        spans = self._spans.get(module)
        if spans is None:
            spans = self._spans[module] = decode_spans(self._facts[module])
        return spans

    def imported_name_span(self, module: int, imported: int, name: int) -> tuple[int, int]:
        """The span of the `name`-th name of the `imported`-th import."""
        before = sum(len(i.names) for i in self._facts[module].interface.imports[:imported])
        return span_at(self.spans(module).imported_names, before + name)

    def _sites_by_binding(self, module: int) -> dict[int, list[int]]:
        found = self._sites.get(module)
        if found is None:
            found = self._sites[module] = {}
            for index, site in enumerate(self._facts[module].uses.sites):
                found.setdefault(site.binding, []).append(index)
        return found

    def _specifiers(self, module: int, binding: int) -> Iterator[Token]:
        bound = self._facts[module].interface.bindings[binding]
        imported = self._facts[module].interface.imports[bound.owner]
        if imported.form in (ImportForm.DYNAMIC, ImportForm.REQUIRE) and not bound.local:
            return
        elides = self._facts[module].interface.language == "typescript" and module not in self._verbatim
        for index, name in enumerate(imported.names):
            if name.local == bound.local and name.imported == bound.name:
                span = self.imported_name_span(module, bound.owner, index)
                elided = elides and imported.form is ImportForm.STATIC and not name.used_as_value
                erased = imported.type_only or name.type_only or elided
                yield Token(module, SiteKind.IMPORT, imported.declaration, span, None, erased)

    def _reexport(self, module: int, export: int) -> Token:
        span = span_at(self.spans(module).exported_things, export)
        erased = self._facts[module].interface.exports[export].type_only
        return Token(module, SiteKind.REEXPORT, 0, span, None, erased)
