"""Specifiers that stand between quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.fixes import Splice
from boundary_lsp.model.spans import decode_spans, span_at


def respelled(source: bytes, facts: ModuleFacts, specifiers: Mapping[int, str]) -> Iterator[Splice]:
    """`specifiers`: the new ones, by import. Those that are written with escapes, or not as strings, are left out."""
    spans = decode_spans(facts).imports
    for number, new in specifiers.items():
        start, end = span_at(spans, number)
        is_string = source[start : start + 1] in {b'"', b"'", b"`"}
        if is_string and source[start + 1 : end - 1] == facts.interface.imports[number].specifier.encode():
            yield Splice(start + 1, end - 1, new.encode())
