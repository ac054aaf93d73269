"""`import shop.cart`, of which every use says the whole path: `shop.cart.add()`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boundary_lsp.model.facts import BindingKind, ModuleFacts
from boundary_lsp.model.fixes import Splice
from boundary_lsp.model.spans import decode_spans, span_at


def respelled(source: bytes, facts: ModuleFacts, number: int, specifier: str) -> Iterator[Splice]:
    """The import and all of its uses. Nothing where the text says the path elsewhere too, be it in a comment, or where
    the path's first name would be missed, or taken from something else that has it."""
    old = facts.interface.imports[number].specifier
    said = _spans(source, old)
    meant = [span_at(decode_spans(facts).imports, number), *_used(facts, number, said)]
    if sorted(meant) == said and _keeps_roots(source, facts, old, specifier):
        yield from (Splice(*span, specifier.encode()) for span in said)


def _spans(source: bytes, path: str) -> list[tuple[int, int]]:
    """Where a text says a path, as one or as the head of a longer one."""
    pattern = rb"\s*\.\s*".join(map(re.escape, path.encode().split(b".")))
    return [match.span() for match in re.finditer(rb"(?<![\w.])" + pattern + rb"(?!\w)", source)]


def _used(facts: ModuleFacts, number: int, said: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A use is known by its last token, which is that of the path or of what is taken of it."""
    spans = decode_spans(facts).sites
    bindings = facts.interface.bindings
    for index, site in enumerate(facts.uses.sites):
        binding = bindings[site.binding]
        if binding.kind is BindingKind.IMPORT and binding.owner == number:
            start, _ = span_at(spans, index)
            yield max((span for span in said if span[0] <= start), default=(0, 0))


def _keeps_roots(source: bytes, facts: ModuleFacts, old: str, new: str) -> bool:
    """Nothing needs the old path's first name but paths that are imported, and nothing has the new one's."""
    before, after = old.partition(".")[0], new.partition(".")[0]
    if before == after:
        return True
    locals_ = [name.local for imported in facts.interface.imports for name in imported.names]
    imported = [span for local in locals_ if "." in local for span in _spans(source, local)]
    return after not in locals_ and not any(_is_free(source, facts, name, imported) for name in (before, after))


def _is_free(source: bytes, facts: ModuleFacts, name: str, imported: list[tuple[int, int]]) -> bool:
    """Some token of that name stands outside of import statements, and begins none of the paths."""
    flat = decode_spans(facts).statements
    known = [*zip(flat[::2], flat[1::2], strict=True), *imported]
    found = (start for start, _ in _spans(source, name))
    return any(not any(start <= at < end for start, end in known) for at in found)
