"""`import shop.cart`, of which every use says the whole path: `shop.cart.add()`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boundary_lsp.model.facts import BindingKind, ModuleFacts, decode_spans, span_at
from boundary_lsp.model.fixes import Splice


def respelled(source: bytes, facts: ModuleFacts, number: int, specifier: str) -> Iterator[Splice]:
    """The import and all of its uses. Nothing where the text says the path elsewhere too, be it in a comment, or where
    the path's first name would be missed, or taken from something else that has it."""
    old = facts.interface.imports[number].specifier
    said = [match.span() for match in _saying(old).finditer(source)]
    meant = [span_at(decode_spans(facts).imports, number), *_used(facts, number, said)]
    if sorted(meant) == said and _keeps_roots(source, old, specifier, len(said)):
        yield from (Splice(*span, specifier.encode()) for span in said)


def _saying(path: str) -> re.Pattern[bytes]:
    return re.compile(rb"(?<![\w.])" + rb"\s*\.\s*".join(map(re.escape, path.encode().split(b"."))) + rb"(?!\w)")


def _used(facts: ModuleFacts, number: int, said: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A use is known by its last token, which is that of the path or of what is taken of it."""
    spans = decode_spans(facts).sites
    bindings = facts.interface.bindings
    for index, site in enumerate(facts.uses.sites):
        binding = bindings[site.binding]
        if binding.kind is BindingKind.IMPORT and binding.owner == number:
            start, _ = span_at(spans, index)
            yield max((span for span in said if span[0] <= start), default=(0, 0))


def _keeps_roots(source: bytes, old: str, new: str, said: int) -> bool:
    before, after = old.partition(".")[0], new.partition(".")[0]
    return before == after or (_count(source, before) == said and not _count(source, after))


def _count(source: bytes, name: str) -> int:
    return len(re.findall(rb"\b" + re.escape(name.encode()) + rb"\b", source))
