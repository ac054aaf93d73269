"""All that is measured of one tree, in its order."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.editor.choice import Choice, Role
from bench.editor.client import Client
from bench.editor.disk import change_files, switch_branches
from bench.editor.document import Document, Documents
from bench.editor.questions import ask_about, functions
from bench.editor.rows import Latencies, Row
from bench.editor.server import serving
from bench.editor.steps import Costs, measure_steps
from bench.editor.typing import type_in
from bench.editor.whole import ask_after_edits, ask_for_all
from bench.editor.wrong import WrongAnswer
from bench.measure.memory import members, proportional_set_size
from bench.measure.tools import Boundary

STARTS = 5
REST_SECONDS = 5.0
"""Until the server has ended its workers and stored what it knows."""


@dataclass
class Measurements:
    """Of one tree."""

    latencies: Latencies = field(default_factory=Latencies)
    memory: dict[str, int] = field(default_factory=dict)
    """By when: bytes of the server and its processes."""
    shown: Counter[tuple[Row, bool]] = field(default_factory=Counter)
    """How often an edit of that kind that adds a finding showed it, and did not."""
    steps: Costs = field(default_factory=dict)


def measure(tool: Boundary, edits: int, seed: int, tell: Callable[[Latencies], None]) -> Measurements:
    """`tell` is called with all rows whenever more is known. Raises NothingToEdit, ServerFailed, and WrongAnswer where
    what comes back is not what it must be."""
    measured, choice = Measurements(), Choice(tool.tree, seed)
    for chosen in choice.in_turn(STARTS):
        measure_starts(tool, chosen.path, measured.latencies)
    tell(measured.latencies)
    with serving(tool) as client:
        measure_session(client, tool.tree, choice, edits, seed, measured, tell)
    confirm(measured)
    measured.steps = measure_steps(tool.tree, tool.scratch / "steps", choice)
    return measured


def measure_starts(tool: Boundary, path: Path, latencies: Latencies) -> None:
    """Without a cache, and with the one that this leaves."""
    tool.forget()
    with serving(tool) as client:
        latencies.take(Row.COLD, Document(client, path).pull(client.started))
    with serving(tool) as client:
        latencies.take(Row.WARM, Document(client, path).pull(client.started))
        ask_for_all(client, latencies)


def measure_session(
    client: Client,
    tree: Path,
    choice: Choice,
    edits: int,
    seed: int,
    measured: Measurements,
    tell: Callable[[Latencies], None],
) -> None:
    """One editor's session: questions, typing, files that change on disk."""
    documents, latencies = Documents(client), measured.latencies
    document = documents.open(choice.of(Role.CLIENT)[0])
    document.pull()
    time.sleep(REST_SECONDS)
    measured.memory["after start"] = memory(client)
    asked = functions(documents, choice, seed)
    ask_about(client, asked, latencies)
    tell(latencies)
    for chosen in choice.in_turn(edits):
        measured.shown += type_in(documents.open(chosen.path), chosen, choice, asked[0], latencies)
        tell(latencies)
    ask_after_edits(document, latencies)
    measured.memory["after the edits"] = memory(client)
    change_files(documents, document, choice, latencies)
    switch_branches(documents, tree, document, choice, latencies)
    tell(latencies)


def memory(client: Client) -> int:
    """Of the server and its processes, in bytes; pages that are shared are divided among the sharers."""
    return sum(map(proportional_set_size, members(client.pid)))


def confirm(measured: Measurements) -> None:
    """Every question had an answer with something in it, and every kind of edit showed a finding."""
    for row, series in measured.latencies:
        if not series.wall:
            raise WrongAnswer(f"{row}: every answer was empty")
    for row in {row for row, _ in measured.shown}:
        if not measured.shown[row, True]:
            raise WrongAnswer(f"{row}: no edit that adds a finding showed it")
