"""What our rules say about modules, in the words of `kinds`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.findings import Finding, WitnessStep
from boundary_lsp.model.lines import LineIndex
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.registry import RULES

from .kinds import RULE_IDS, kind_of_rule
from .modules import LAYERS, Layer, Module, application

BEYOND = frozenset({"directive-without-effect", "refused-export"})
"""Rules of ours about what Next's compiler lets pass."""


class Span(NamedTuple):
    """1-based, the end exclusive. Columns are 0 where a span has several lines and Next does not show them."""

    line: int
    column: int
    end_line: int
    end_column: int


class Verdict(NamedTuple):
    kind: str
    span: Span

    def __str__(self) -> str:
        return f"{self.kind} at {self.span.line}:{self.span.column}-{self.span.end_line}:{self.span.end_column}"


class Answer(NamedTuple):
    verdicts: frozenset[Verdict]
    layers: frozenset[Layer]
    """Those whose compiler reads the module."""


def ask(modules: Mapping[str, Module], rules: frozenset[str] = RULE_IDS) -> dict[str, Answer]:
    """By path, what the rules report of each; they have the same switches."""
    there = frozenset(rule.id for rule in RULES) & rules
    files = MemoryFileSystem(application(modules))
    snapshot = memory_workspace(files, Options(select=there, types="off")).snapshot()
    verdicts, layers = _verdicts(snapshot), _compiled_in(snapshot.program)
    return {path: Answer(frozenset(verdicts[path]), frozenset(layers[path])) for path in modules}


def _verdicts(snapshot: Snapshot) -> dict[str, set[Verdict]]:
    found: dict[str, set[Verdict]] = defaultdict(set)
    for finding in snapshot.findings:
        for place in _places(finding):
            span = _span(snapshot.lines(place.module), place)
            found[snapshot.program.modules[place.module]].add(Verdict(kind_of_rule(finding.rule), span))
    return found


def _places(finding: Finding) -> Iterator[Finding | WitnessStep]:
    """Its own, and where its chain ends: the import to cut may be in a module that loads the one in question."""
    yield finding
    yield from (step for step in finding.witness[-1:] if step.module != finding.module)


def _span(lines: LineIndex, place: Finding | WitnessStep) -> Span:
    (line, column), (end_line, end_column) = lines.position(place.start), lines.position(place.end)
    return Span(line + 1, column + 1, end_line + 1, end_column + 1)


def _compiled_in(program: Program) -> dict[str, set[Layer]]:
    """Where a module is loaded, and where a door to it is found: there it is read, too."""
    found: dict[str, set[Layer]] = defaultdict(set)
    for module, bits in enumerate(program.layer_bits):
        found[program.modules[module]] |= _layers(program, bits)
    for door in program.doors:
        if door.target >= 0:
            found[program.modules[door.target]] |= _layers(program, door.layers)
    return found


def _layers(program: Program, bits: int) -> set[Layer]:
    environments = {layer.environment for layer in program.layers_of(bits)}
    return {name for name in LAYERS if Environment(name) in environments}
