"""Typing: every key, and what is found after it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator

from bench.editor.choice import Choice, Chosen
from bench.editor.client import Answer
from bench.editor.document import Document
from bench.editor.edits import Edit, edits_of
from bench.editor.questions import Function, ask_references
from bench.editor.rows import Latencies, Row
from bench.editor.wrong import WrongAnswer

QUICK_KEYS, QUICK_SECONDS = 10, 0.03


def type_in(
    document: Document, chosen: Chosen, choice: Choice, asked: Function, latencies: Latencies
) -> Counter[tuple[Row, bool]]:
    """Every kind of edit. How often an edit that adds a finding showed it, and did not."""
    shown: Counter[tuple[Row, bool]] = Counter()
    document.pull()
    for edit in edits_of(document.text, chosen, choice):
        type_edit(document, edit, asked, latencies)
        shown[edit.row, shows(document, edit)] += 1
        if edit.row is Row.BODY:
            latencies.take(Row.BURST, quick_keys(document, edit))
    return shown


def type_edit(document: Document, edit: Edit, asked: Function, latencies: Latencies) -> None:
    """There, a question, and back."""
    answers = list(typed(document, edit))
    ask_references(asked, latencies, Row.REFERENCES_AFTER_EDIT)
    answers += taken_out(document, edit)
    for answer in answers:
        latencies.take(edit.row, answer)
    latencies.take(edit.slowest, max(answers, key=lambda answer: answer.wall))


def typed(document: Document, edit: Edit) -> Iterator[Answer]:
    """The answers to every key, until the text is typed."""
    if edit.is_there:
        for end in range(edit.offset + len(edit.text), edit.offset, -1):
            yield key(document, end - 1, end, "")
    for offset, letter in enumerate(edit.text, edit.offset):
        yield key(document, offset, offset, letter)


def taken_out(document: Document, edit: Edit) -> Iterator[Answer]:
    """The answer to removing what was typed, all at once."""
    if not edit.is_there:
        yield key(document, edit.offset, edit.offset + len(edit.text), "")


def key(document: Document, start: int, end: int, by: str) -> Answer:
    """From the key to what is found."""
    since = document.client.now()
    document.replace(start, end, by)
    return document.pull(since)


def quick_keys(document: Document, edit: Edit) -> Answer:
    """From the last of several keys that do not wait for answers: an editor takes back the question before it."""
    for offset, letter in enumerate(edit.text[: QUICK_KEYS - 1], edit.offset):
        document.replace(offset, offset, letter)
        asked = document.send_pull()
        time.sleep(QUICK_SECONDS)
        document.client.tell("$/cancelRequest", {"id": asked})
    last = edit.offset + QUICK_KEYS - 1
    answer = key(document, last, last, edit.text[QUICK_KEYS - 1])
    document.replace(edit.offset, last + 1, "")
    return answer


def shows(document: Document, edit: Edit) -> bool:
    """Whether a finding comes with the proof. Raises WrongAnswer where it does not go with it."""
    before = document.findings()
    document.replace(edit.offset, edit.offset, edit.proof)
    found = document.findings()
    document.replace(edit.offset, edit.offset + len(edit.proof), "")
    if document.findings() != before:
        raise WrongAnswer(f"{document.path.name}: after a {edit.row} and back, other findings than before")
    return bool(found - before)
