"""The server functions of a program, as their callers see them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from boundary_lsp.graph.table import mended
from boundary_lsp.model.program import FunctionKey, Program, ServerFunction
from boundary_lsp.model.wire_types import Signature
from boundary_lsp.ports import TypeQuestion
from boundary_lsp.wire.asking import Asking, answered_otherwise
from boundary_lsp.wire.reading import Reader
from boundary_lsp.wire.signatures import SeenFunction, seen


class Functions(NamedTuple):
    seen: Mapping[FunctionKey, SeenFunction] = {}
    signatures: Mapping[FunctionKey, Signature] = {}
    """Of those of which something is known."""
    questions: Mapping[FunctionKey, TypeQuestion] = {}
    """About those of which a checker may know more."""
    answers: Mapping[TypeQuestion, Signature] = {}


def functions_after(
    program: Program, reader: Reader, asking: Asking, before: Functions, stale: Collection[FunctionKey]
) -> tuple[Functions, set[FunctionKey]]:
    """The same with the stale ones read anew; and those that are seen otherwise."""
    readings = {function.key: reader.function(function) for function in present(program, stale)}
    asked = {key: one.question for key, one in readings.items() if one.question is not None}
    questions = mended(before.questions, stale, asked)
    answers = asking.signatures(questions.values())
    others = answered_otherwise(before.answers, answers)
    told = {key for key, question in questions.items() if question in others} if others else set()
    found = {
        key: seen(
            readings.get(key) or before.seen[key].reading, answers.get(questions[key]) if key in questions else None
        )
        for key in told.union(readings)
    }
    renewed = told.union(stale)
    signatures = {key: one.signature for key, one in found.items() if one.signature is not None}
    now = Functions(
        mended(before.seen, renewed, found), mended(before.signatures, renewed, signatures), questions, answers
    )
    return now, renewed


def present(program: Program, keys: Collection[FunctionKey]) -> list[ServerFunction]:
    """The server functions of these keys that there are, in the program's order. Of two of one key, the first: see
    `Program.function`."""
    found: dict[FunctionKey, ServerFunction] = {}
    for module in sorted({module for module, *_ in keys}):
        for one in program.functions_of(module):
            if one.key in keys:
                found.setdefault(one.key, one)
    return list(found.values())
