"""Directives, where they would take effect: at the head of a file, and of an async function's body."""

from __future__ import annotations

import re
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.directives import CACHE, CLIENT, SERVER, is_directive
from boundary_lsp.model.facts import DirectivePlace
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.syntax.front_end import facts_of

_LINE = re.compile(rb"""(?P<before>.*\{)?[ \t]*(?P<begun>(?:'{3}|"{3}|['"])?(?:[A-Za-z][A-Za-z ]*)?)""", re.DOTALL)
"""A line up to the cursor: what is begun of a directive, alone or behind the brace of a body."""
_REST = re.compile(rb"""[A-Za-z ]*(?:'{3}|"{3}|['"])?;?[ \t]*(?P<behind>\}.*)?""", re.DOTALL)
_QUOTE = re.compile(rb"'{3}|\"{3}|['\"]")
_LARGEST = 500_000
"""Bytes of a text that is read again while somebody types."""


class Completion(NamedTuple):
    start: int
    end: int
    """What it takes the place of."""
    directive: str
    text: str
    """The same with quotes."""
    is_quoted: bool
    """Its first quote has been typed."""
    detail: str


_DETAILS = {
    CLIENT: "the exports of this module belong to the client",
    SERVER: "can be called from the client, over the network",
    CACHE: "results are kept and given again",
}


def directive_completions(snapshot: Snapshot, module: int, offset: int) -> list[Completion]:
    """None at all where the text at the offset is anything but the beginning of one."""
    path = snapshot.program.modules[module]
    try:
        source = snapshot.files.read(path)
    except OSError:  # it was there when the program was made
        return []
    begun = _begun(source, offset)
    if begun is None or len(source) > _LARGEST:
        return []
    start, end = begun
    typed = source[start:offset].decode().strip("'\"").lstrip().lower()
    opening = _QUOTE.match(source, start)
    quote = opening[0].decode() if opening else "'"
    closing = "" if _is_closed_below(source[end:], quote) else quote
    meant = [directive for directive in _known(snapshot, module) if directive.startswith(typed)]
    return [
        Completion(start, end, directive, f"{quote}{directive}{closing}", bool(opening), _DETAILS[directive])
        for directive in meant
        if _takes_effect(path, source[:start], f"{quote}{directive}{closing}", directive, source[end:])
    ]


def _begun(source: bytes, offset: int) -> tuple[int, int] | None:
    """The string that is being typed, from its quote, or from where it would stand."""
    line_start = max(source.rfind(b"\n", 0, offset), source.rfind(b"\r", 0, offset)) + 1
    ends = (found for mark in (b"\n", b"\r") if (found := source.find(mark, offset)) >= 0)
    line_end = min(ends, default=len(source))
    before = _LINE.fullmatch(source, line_start, offset)
    behind = _REST.fullmatch(source, offset, line_end)
    if before is None or behind is None:
        return None
    end = behind.start("behind") if behind["behind"] is not None else line_end
    return before.start("begun"), offset + len(source[offset:end].rstrip(b" \t;"))


def _known(snapshot: Snapshot, module: int) -> list[str]:
    """Those that the module's applications understand."""
    program = snapshot.program
    applications = {layer.application for layer in program.layers_of(program.layer_bits[module])}
    switches = [program.applications[number].switches for number in applications]
    keeps = any(switch.use_cache or switch.cache_components for switch in switches)
    return [CLIENT, SERVER, *([CACHE] if keeps else [])]


def _is_closed_below(behind: bytes, quote: str) -> bool:
    """A string of several lines, which is there already."""
    return len(quote) > 1 and behind.count(quote.encode()) % 2 == 1


def _takes_effect(path: str, before: bytes, text: str, directive: str, behind: bytes) -> bool:
    """Between two parts of a text: it is tried, so that nothing else need know where directives count."""
    facts, at = facts_of(path, before + text.encode() + b";" * text.endswith(("'", '"')) + behind), len(before)
    interface, flat = facts.interface, decode_spans(facts).directives
    here = [d for index, d in enumerate(interface.directives) if span_at(flat, index)[0] == at]
    if not here:
        return False
    others = [d for d in interface.directives if d is not here[0] and is_directive(d.value)]
    if here[0].place is DirectivePlace.PROLOGUE:
        return not any(d.place is DirectivePlace.PROLOGUE for d in others)
    if here[0].place is not DirectivePlace.FUNCTION or CLIENT in (directive, interface.directive):
        return False
    same_body = any(d.body == here[0].body and d.place is DirectivePlace.FUNCTION for d in others)
    functions = [f for f in facts.uses.inline_functions if f.path == here[0].function]
    return not same_body and all(function.is_async for function in functions)
