"""Does a snapshot say what the assertions of a stage say? Everything that is wrong, as places and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from boundary_lsp.engine.snapshot import Snapshot
from tests.support import expect_findings, expect_graph
from tests.support.assertions import Assertion
from tests.support.markdown import Fence
from tests.support.spec import Stage
from tests.support.views import witness_text


class Mismatch(NamedTuple):
    path: str
    """The program's file; empty where `line` is already the document's."""
    line: int
    message: str


def mismatches(stage: Stage, snapshot: Snapshot) -> Iterator[Mismatch]:
    for lost in snapshot.wire.lost:
        line = snapshot.lines(lost.module).line_of(lost.start) + 1
        yield Mismatch(snapshot.program.modules[lost.module], line, f"could not be judged: {lost.error}")
    for path in sorted({*stage.files, *snapshot.program.modules}):
        written = stage.files[path].assertions if path in stage.files else ()
        if path not in snapshot.program.modules:
            yield from (Mismatch(path, a.written, "the analysis does not know this file") for a in written)
            continue
        for check in (expect_findings.check, expect_graph.layers, expect_graph.references, expect_graph.liveness):
            for line, message in check(snapshot, path, written):
                yield Mismatch(path, line, message)
    for fence in stage.expectations:
        if message := _unexpected(snapshot, fence):
            yield Mismatch("", fence.line, message)


def steps_mismatch(stage: Stage, snapshot: Snapshot) -> Iterator[Mismatch]:
    """Of `steps` fences, which speak of the analysis that follows the edits."""
    for fence in stage.expectations:
        if fence.language == "steps" and (ran := "".join(f"{step}\n" for step in snapshot.steps)) != fence.text:
            yield Mismatch("", fence.line, f"other steps ran:\n{ran}")


def asserted_rules(stages: tuple[Stage, ...]) -> set[str]:
    """Rules that some assertion names: they run even where they are off by default."""
    found: list[Assertion] = [a for stage in stages for file in stage.files.values() for a in file.assertions]
    return {rule for a in found if (rule := expect_findings.rule_of(a))}


def _unexpected(snapshot: Snapshot, fence: Fence) -> str:
    if fence.language == "unknown":
        counts = "".join(f"{reason} {count}\n" for reason, count in snapshot.program.unknown.items())
        return f"this is not known:\n{counts}" if counts != fence.text else ""
    if fence.language != "witness":
        return ""
    told = [witness_text(snapshot, finding) for finding in snapshot.findings]
    if fence.text in told:
        return ""
    first = fence.text.partition("\n")[0]
    near = [text for text in told if text.partition("\n")[0] == first] or told
    return "no finding has this witness; there is:\n" + "\n".join(near)
