"""Assertions about the graph: `layers:`, `ref:` and `live:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.graph.references import references_to
from tests.support.assertions import Assertion
from tests.support.views import function_words, layer_names, line_of, reference_words

_REFERENCE = re.compile(r"(?P<target>\S+#\S+)\s+(?P<words>.+)")
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
    asserted: dict[str, list[tuple[Assertion, str]]] = {}
    for assertion in written:
        if assertion.word == "ref":
            body = _REFERENCE.fullmatch(assertion.body)
            if body is None:
                yield assertion.written, "write it as `ref: path#name kind transfer through this > that`"
            else:
                asserted.setdefault(body["target"], []).append((assertion, " ".join(body["words"].split())))
    for target, wanted in asserted.items():
        yield from _references_of(snapshot, path, target, wanted)


def _references_of(snapshot: Snapshot, path: str, target: str, wanted: Sequence[tuple[Assertion, str]]) -> Problems:
    program = snapshot.program
    owner, _, name = target.partition("#")
    index = program.module_index(owner)
    found = references_to(program, index, name) if index is not None else None
    if found is None:
        yield wanted[0][0].written, f"there is no {target}"
        return
    here = [r for r in found if program.modules[r.module] == path]
    there: list[tuple[int, str, bool]] = [
        (line_of(snapshot, r.module, r.start), reference_words(r), r.is_specifier) for r in here
    ]
    for assertion, words in wanted:
        match = next((t for t in there if t[:2] == (assertion.line, words)), None)
        if match is None:
            told = [f"{line}: {said}" for line, said, _ in there]
            yield assertion.written, f"no such reference to {target}: {words}; there is {told}"
        else:
            there.remove(match)
    for line, said, is_specifier in there:
        if not is_specifier:
            yield line, f"not asserted: ref: {target} {said}"


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
