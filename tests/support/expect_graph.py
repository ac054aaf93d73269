"""Assertions about the graph: `layers:`, `ref:` and `live:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.references import references_to
from tests.support.assertions import Assertion
from tests.support.views import function_words, layer_names, line_of, position_of, reference_words

_REFERENCE = re.compile(r"(?:(?P<column>\d+)\s+)?(?P<target>\S+#\S+)\s+(?P<words>.+)")
Problems = Iterator[tuple[int, str]]


def layers(snapshot: Snapshot, path: str, written: Sequence[Assertion]) -> Problems:
    """`layers: rsc, client`; `layers: none`."""
    found = layer_names(snapshot, snapshot.program.modules.index(path)) or ["none"]
    for assertion in written:
        if assertion.word == "layers" and sorted(assertion.body.replace(" ", "").split(",")) != sorted(found):
            yield assertion.written, f"the module's layers are: {', '.join(found)}"


def references(snapshot: Snapshot, path: str, written: Sequence[Assertion]) -> Problems:
    """`ref: app/cart.ts#add call network`. A file that asserts one use of a function asserts all of them.

    Import and export specifiers may be asserted, and need not be.
    """
    asserted: dict[str, list[_Wanted]] = {}
    for assertion in written:
        if assertion.word == "ref":
            body = _REFERENCE.fullmatch(assertion.body)
            if body is None:
                yield assertion.written, "write it as `ref: path#name kind transfer through this > that`"
            else:
                words = " ".join(body["words"].split())
                asserted.setdefault(body["target"], []).append(_Wanted(assertion, words, body["column"]))
    for target, wanted in asserted.items():
        yield from _references_of(snapshot, path, target, wanted)


class _Wanted(NamedTuple):
    assertion: Assertion
    words: str
    column: str | None


class _Found(NamedTuple):
    line: int
    column: int
    words: str
    is_specifier: bool

    def answers(self, wanted: _Wanted) -> bool:
        place = (self.line, str(self.column) if wanted.column else None, self.words)
        return place == (wanted.assertion.line, wanted.column, wanted.words)


def _references_of(snapshot: Snapshot, path: str, target: str, wanted: Sequence[_Wanted]) -> Problems:
    program = snapshot.program
    owner, _, name = target.partition("#")
    index = program.module_index(owner)
    found = references_to(program, index, name) if index is not None else None
    if found is None:
        yield wanted[0].assertion.written, f"there is no {target}"
        return
    there = [
        _Found(*position_of(snapshot, r.module, r.start), reference_words(r), r.is_specifier)
        for r in found
        if program.modules[r.module] == path
    ]
    for one in wanted:
        match = next((here for here in there if here.answers(one)), None)
        if match is None:
            told = [f"{here.line}:{here.column}: {here.words}" for here in there]
            yield one.assertion.written, f"no such reference to {target}: {one.words}; there is {told}"
        else:
            there.remove(match)
    for here in there:
        if not here.is_specifier:
            yield here.line, f"not asserted: ref: {target} {here.words}"


def liveness(snapshot: Snapshot, path: str, written: Sequence[Assertion]) -> Problems:
    """`live: called published=yes`, on the line of a server function; `name=remove` picks one of several."""
    module = snapshot.program.modules.index(path)
    here = [
        (line_of(snapshot, f.module, f.start), function_words(snapshot, f))
        for f in snapshot.program.server_functions
        if f.module == module
    ]
    for assertion in written:
        if assertion.word == "live":
            wanted = dict(_named(word) for word in assertion.body.split())
            if not any(line == assertion.line and wanted.items() <= words.items() for line, words in here):
                told = [words for line, words in here if line == assertion.line]
                yield assertion.written, f"not so: live: {assertion.body}; there is {told or here}"


def _named(word: str) -> tuple[str, str]:
    name, is_named, value = word.partition("=")
    return (name, value) if is_named else ("liveness", word)
