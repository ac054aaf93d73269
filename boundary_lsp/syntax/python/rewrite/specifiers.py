"""Imports that say another path of a module: what they bind stays as it is.

import shop.cart as c            import store.cart as c
import cart                      import store.cart as cart
import shop.cart                 import store.cart, and store.cart in every use (`dotted`)
from shop import cart            from store import basket as cart
from . import cart, orders       from .store import cart, and again from . import orders
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.fixes import Splice
from boundary_lsp.model.spans import Spans, decode_spans, span_at
from boundary_lsp.syntax.drafts import quoted
from boundary_lsp.syntax.python.rewrite import dotted

_ALIAS = re.compile(rb"[\s\\]+as\b")
_GOES_ON = re.compile(rb"\s*\.")


class _Part(NamedTuple):
    """One import of a statement, as it will be."""

    span: tuple[int, int]
    """Of the path, as written."""
    name_span: tuple[int, int] | None
    """Of the name that is taken, where there is one."""
    path: str
    """Empty where the name is a module of no package."""
    name: str
    local: str

    @property
    def named(self) -> str:
        return self.name if self.name == self.local else f"{self.name} as {self.local}"


def respelled(source: bytes, facts: ModuleFacts, specifiers: Mapping[int, str]) -> Iterator[Splice]:
    """`specifiers`: the new ones, by import."""
    yield from quoted.respelled(source, facts, specifiers)
    spans = decode_spans(facts)
    for statement, numbers in _statements(spans).items():
        if specifiers.keys().isdisjoint(numbers):
            continue
        if source.startswith(b"from", statement[0]):
            parts = [_from_part(source, facts, spans, number, specifiers) for number in numbers]
            yield from _from_statement(source, statement, parts)
        elif source.startswith(b"import", statement[0]):
            for number in numbers:
                if number in specifiers:
                    yield from _import(source, facts, spans, number, specifiers[number], len(numbers) == 1)


def _statements(spans: Spans) -> dict[tuple[int, int], list[int]]:
    found: dict[tuple[int, int], list[int]] = {}
    for number in range(len(spans.imports) // 2):
        found.setdefault(span_at(spans.statements, number), []).append(number)
    return found


def _from_part(source: bytes, facts: ModuleFacts, spans: Spans, number: int, specifiers: Mapping[int, str]) -> _Part:
    imported = facts.interface.imports[number]
    span = span_at(spans.imports, number)
    specifier = specifiers.get(number, imported.specifier)
    if not imported.names:
        return _Part(span, None, specifier, "*", "*")
    name_span = _name_span(facts, spans, number)
    name = imported.names[0]
    if _said(source, span) != imported.specifier:  # it is the name that says the module
        return _Part(span, name_span, *_parted(specifier), name.local)
    return _Part(span, name_span, specifier, name.imported, name.local)


def _from_statement(source: bytes, statement: tuple[int, int], parts: Sequence[_Part]) -> Iterator[Splice]:
    if len({part.path for part in parts}) > 1 or not parts[0].path:
        yield from _split(source, statement, parts)
        return
    if _said(source, parts[0].span) != parts[0].path:
        yield Splice(*parts[0].span, parts[0].path.encode())
    for part in parts:
        if part.name_span is not None and _said(source, part.name_span) != part.name:
            has_alias = _ALIAS.match(source, part.name_span[1])
            yield Splice(*part.name_span, (part.name if has_alias else part.named).encode())


def _split(source: bytes, statement: tuple[int, int], parts: Sequence[_Part]) -> Iterator[Splice]:
    """Into one statement for each path, in the order of the names. Comments between these belong to nobody then, so
    a statement with some is left alone."""
    start, end = statement
    if b"#" in source[start:end]:
        return
    runs = groupby(parts, lambda part: part.path)
    written = [_statement(path, ", ".join(part.named for part in run)).encode() for path, run in runs]
    yield Splice(start, end, _separator(source, start).join(written))


def _statement(path: str, names: str) -> str:
    return f"from {path} import {names}" if path else f"import {names}"


def _import(
    source: bytes, facts: ModuleFacts, spans: Spans, number: int, specifier: str, is_alone: bool
) -> Iterator[Splice]:
    """`import shop.cart` is an import of `shop` as well, which follows from the other."""
    span = span_at(spans.imports, number)
    local = facts.interface.imports[number].names[0].local
    if _GOES_ON.match(source, span[1]):
        return
    is_relative = specifier.startswith(".")
    if "." in local and not is_relative:
        yield from dotted.respelled(source, facts, number, specifier)
    elif "." not in local and not is_relative:
        has_alias = _ALIAS.match(source, span[1])
        yield Splice(*span, (specifier if has_alias else f"{specifier} as {local}").encode())
    elif "." not in local and is_alone:
        part = _Part(span, None, *_parted(specifier), local)
        yield Splice(*span_at(spans.statements, number), f"from {part.path} import {part.named}".encode())


def _parted(specifier: str) -> tuple[str, str]:
    """`.shop.cart` is `cart` of `.shop`, `..cart` is `cart` of `..`."""
    name = specifier.rpartition(".")[2]
    path = specifier[: len(specifier) - len(name)]
    return path[:-1] if path.strip(".") else path, name


def _name_span(facts: ModuleFacts, spans: Spans, number: int) -> tuple[int, int]:
    before = sum(len(imported.names) for imported in facts.interface.imports[:number])
    return span_at(spans.imported_names, before)


def _said(source: bytes, span: tuple[int, int]) -> str:
    """Without the blanks that may stand in it."""
    return "".join(source[slice(*span)].decode().split())


def _separator(source: bytes, start: int) -> bytes:
    """A line's end and the indentation; `; ` where something else stands in front."""
    line = source.rfind(b"\n", 0, start) + 1
    indentation = source[line:start]
    newline = b"\r\n" if source[line - 2 : line] == b"\r\n" else b"\n"
    return b"; " if indentation.strip() else newline + indentation
