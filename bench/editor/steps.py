"""What each step of the analysis costs after a key, without the protocol around it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.editor.choice import Choice
from bench.editor.edits import Edit, edits_of
from bench.editor.rows import Row
from boundary_lsp.adapters.progress import NoProgress
from boundary_lsp.composition import open_editing

STEPS = ("parse", "link", "graph", "wire", "rules")
MODULES = 4

Costs = Mapping[Row, Mapping[str, list[float]]]
"""By kind of edit and step: processor seconds, one for each key."""


def measure_steps(tree: Path, cache: Path, choice: Choice) -> Costs:
    """In this process, with the code that is next to this file."""
    os.environ["BOUNDARY_CACHE_DIR"] = str(cache)
    costs: dict[Row, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    editing = open_editing(str(tree), "", NoProgress(), lambda _: None)
    editing.update({}, [], frozenset())
    for chosen in choice.in_turn(MODULES):
        path, text = chosen.path.relative_to(tree).as_posix(), chosen.path.read_bytes().decode()
        for edit in edits_of(text, chosen, choice):
            for typed in _keys(text, edit):
                snapshot = editing.update({path: typed.encode()}, [path], frozenset())
                for step in STEPS:
                    costs[edit.row][step].append(snapshot.processor.get(step, 0.0))
    editing.close()
    return costs


def _keys(text: str, edit: Edit) -> Iterator[str]:
    """The text after each key, there and back."""
    before, after = text[: edit.offset], text[edit.offset :]
    if edit.is_there:
        after = after[len(edit.text) :]
        yield from (before + edit.text[:end] + after for end in range(len(edit.text) - 1, -1, -1))
    yield from (before + edit.text[: end + 1] + after for end in range(len(edit.text)))
    yield text
