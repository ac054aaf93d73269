"""Every identifier token that names a thing, found from the thing: the reverse of linking. Asked of the modules that
can name it, one by one, so no index of all names is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boundary_lsp.graph.importers import Audience, Importers
from boundary_lsp.graph.linking import NAMESPACE, Linker
from boundary_lsp.graph.mentions import Key, Mentions, mentions_of
from boundary_lsp.graph.page import Page
from boundary_lsp.graph.token import Escape, Token
from boundary_lsp.model.facts import ModuleFacts


class TokenIndex:
    """Finds tokens by what they stand for: (module, binding key), as in `linking.Target`."""

    def __init__(
        self, facts: Sequence[ModuleFacts], linker: Linker, importers: Importers, verbatim: frozenset[int]
    ) -> None:
        """`verbatim`: modules whose imports are kept although only types are used."""
        self._facts = facts
        self._linker = linker
        self.importers = importers
        self._verbatim = verbatim
        self._pages: list[Page | None] = [None] * len(facts)
        self._mentions: list[Mentions | None] = [None] * len(facts)
        self._held: dict[int, dict[Key, list[str]]] = {}

    def after(
        self, facts: Sequence[ModuleFacts], linker: Linker, importers: Importers, affected: Iterable[int]
    ) -> TokenIndex:
        """The same after an edit. It shares what is known of modules, but for the affected ones."""
        index = TokenIndex(facts, linker, importers, self._verbatim)
        index._pages, index._mentions = list(self._pages), list(self._mentions)
        for module in affected:
            index._pages[module] = index._mentions[module] = None
        return index

    def audience(self, module: int) -> Audience:
        """The modules that are looked through for tokens of its names."""
        return self.importers.audience(module)

    def object_uses(self, module: int) -> Iterator[Token]:
        """Where the module is used as an object, by whichever name; each token says which member it takes, if any."""
        for importer in self.audience(module).modules:
            for binding in self._mentioned(importer).bindings.get((module, NAMESPACE), ()):
                yield from self._page(importer).object_tokens(binding)

    def tokens(self, module: int, key: int) -> Iterator[Token]:
        """Tokens that stand for the thing itself: in its own module, where imported, re-exported, or `ns.name`."""
        if key >= 0:
            yield from self.sites(module, key)
        for importer in self.audience(module).modules:
            yield from self._tokens_in(importer, (module, key))

    def escapes(self, module: int, key: int) -> Iterator[Escape]:
        """Uses of a module as an object, without naming a member, where that object holds the thing."""
        audience = self.audience(module)
        for user in audience.modules:
            for whole, tokens in self._mentioned(user).wholes.items():
                for name in self._held_by(whole).get((module, key), ()) if whole in audience.passing else ():
                    yield from (Escape(token, name) for token in tokens)

    def passed_on(self, module: int, key: int) -> Iterator[tuple[int, int]]:
        """(`'use server'` module, index of its export) of those that make the thing an endpoint of their own."""
        for passer in self.audience(module).modules:
            for export in self._mentioned(passer).passed_on.get((module, key), ()):
                yield passer, export

    def is_namespace(self, module: int, binding: int) -> bool:
        target = self._linker.binding(module, binding)
        return target is not None and target.binding == NAMESPACE

    def sites(self, module: int, binding: int) -> Iterator[Token]:
        """The use sites of one binding in its module."""
        return self._page(module).sites(binding)

    def _tokens_in(self, module: int, thing: Key) -> Iterator[Token]:
        mentions = self._mentioned(module)
        for binding in mentions.bindings.get(thing, ()):
            yield from self._page(module).specifiers(binding)
            yield from self.sites(module, binding)
        for export in mentions.reexports.get(thing, ()):
            yield self._page(module).reexport(export)
        yield from mentions.members.get(thing, ())

    def _mentioned(self, module: int) -> Mentions:
        found = self._mentions[module]
        if found is None:
            interface = self._facts[module].interface
            found = self._mentions[module] = mentions_of(module, interface, self._page(module), self._linker)
        return found

    def _page(self, module: int) -> Page:
        page = self._pages[module]
        if page is None:
            page = self._pages[module] = Page(module, self._facts[module], module in self._verbatim)
        return page

    def _held_by(self, module: int) -> dict[Key, list[str]]:
        """By thing, the names under which the module as an object holds it; the empty one for what a module holds that
        it exports as an object."""
        found = self._held.get(module)
        if found is None:
            found = self._held[module] = {}
            pending, seen = [module], {module}
            while pending:
                holder = pending.pop()
                for name in self._linker.export_names(holder):
                    target = self._linker.export(holder, name)
                    if target is not None and target.binding != NAMESPACE:
                        under = name if holder == module else ""
                        found.setdefault((target.module, target.binding), []).append(under)
                    elif target is not None and target.module not in seen:
                        seen.add(target.module)
                        pending.append(target.module)
        return found
