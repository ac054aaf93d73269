"""Questions about server functions and their uses, each answer looked at."""

from __future__ import annotations

import random
from typing import Any, NamedTuple

from bench.editor.choice import Choice, Role, server_functions
from bench.editor.client import Answer, Client, ServerFailed
from bench.editor.document import Document, Documents
from bench.editor.rows import Latencies, Row

FUNCTIONS = 60
PER_MODULE = 2
NEW_NAME = "benchRenamed"
WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": 100_000, "character": 0}}
"""A range that holds every document."""


class Function(NamedTuple):
    """A server function: its name, and where that stands in a document."""

    name: str
    document: Document
    offset: int

    def ask(self, method: str, **more: Any) -> Answer:
        return self.document.client.ask(method, {**self.document.at(self.offset), **more})


def functions(documents: Documents, choice: Choice, seed: int) -> list[Function]:
    """Of different modules, which are opened; half of them stay closed."""
    rng = random.Random(seed)
    found: list[Function] = []
    modules = choice.of(Role.SERVER)
    for path in modules[: len(modules) // 2 or 1]:
        named = list(server_functions(path.read_bytes().decode()))
        if named and len(found) < FUNCTIONS:
            document = documents.open(path)
            chosen = rng.sample(named, min(PER_MODULE, len(named)))
            found += [Function(name, document, offset) for name, offset in chosen]
    return found


def ask_about(client: Client, asked: list[Function], latencies: Latencies) -> None:
    """Every question, about every function."""
    for function in asked:
        uses = ask_references(function, latencies, Row.REFERENCES)
        take(latencies, Row.HOVER, function.ask("textDocument/hover"))
        ask_about_uses(client, uses[:1], latencies)
        ask_rename(function, latencies)
        take(latencies, Row.SYMBOLS, client.ask("workspace/symbol", {"query": function.name}))
    for document in {function.document.uri: function.document for function in asked}.values():
        whole = {"textDocument": {"uri": document.uri}}
        take(latencies, Row.LENSES, client.ask("textDocument/codeLens", whole))


def ask_references(function: Function, latencies: Latencies, row: Row) -> list[Any]:
    """The uses outside of its own module."""
    answer = function.ask("textDocument/references", context={"includeDeclaration": False})
    take(latencies, row, answer)
    return [found for found in answer.result or () if found["uri"] != function.document.uri]


def ask_about_uses(client: Client, uses: list[Any], latencies: Latencies) -> None:
    """What is asked where a function is used."""
    for use in uses:
        document = {"textDocument": {"uri": use["uri"]}}
        at = {**document, "position": use["range"]["start"]}
        take(latencies, Row.HOVER_USE, client.ask("textDocument/hover", at))
        take(latencies, Row.DEFINITION, client.ask("textDocument/definition", at))
        take(latencies, Row.HINTS, client.ask("textDocument/inlayHint", {**document, "range": WHOLE}))


def ask_rename(function: Function, latencies: Latencies) -> None:
    """A refusal is an answer with nothing in it."""
    try:
        take(latencies, Row.RENAME, function.ask("textDocument/rename", newName=NEW_NAME))
    except ServerFailed:
        latencies[Row.RENAME].empty += 1


def take(latencies: Latencies, row: Row, answer: Answer) -> None:
    latencies.take(row, answer, is_empty=not answer.result)
