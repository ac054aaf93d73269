"""Many modules, judged by our rules and by Next's compiler."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.conformance import ours
from tests.conformance.compare import Difference, differences
from tests.conformance.modules import LAYERS, Module
from tests.conformance.ours import Answer, Verdict

from . import next_compiler

_AT_ONCE = 500
"""Modules of one application."""


class Judged(NamedTuple):
    module: Module
    ours: frozenset[Verdict]
    theirs: frozenset[Verdict]

    def differences(self) -> Iterator[Difference]:
        return differences(self.ours, self.theirs)


def judge(installed: Path, modules: Sequence[Module]) -> list[Judged]:
    """Next is asked about each module in every layer that compiles it, and all that it says counts. Paths are distinct.

    What an application that is not built would do is not asked: a module is compiled in two layers where a door leads
    into it, or where it is a page that client code imports.
    """
    answers = _ours(modules)
    questions = [
        (module, layer)
        for module in modules
        for layer in LAYERS
        if layer in answers[module.path].layers | {module.layer}
    ]
    theirs: dict[str, set[Verdict]] = defaultdict(set)
    for (module, _), told in zip(questions, next_compiler.ask(installed, questions), strict=True):
        theirs[module.path] |= told
    return [Judged(module, answers[module.path].verdicts, frozenset(theirs[module.path])) for module in modules]


def _ours(modules: Sequence[Module]) -> Mapping[str, Answer]:
    answers: dict[str, Answer] = {}
    for switches in sorted({module.switches for module in modules}):
        there = [module for module in modules if module.switches == switches]
        for start in range(0, len(there), _AT_ONCE):
            answers |= ours.ask({module.path: module for module in there[start : start + _AT_ONCE]})
    return answers
