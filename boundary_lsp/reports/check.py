"""Findings as an answer shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from boundary_lsp.engine.fingerprints import fingerprint
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model import report
from boundary_lsp.model.findings import Finding, WitnessStep
from boundary_lsp.model.program import Liveness
from boundary_lsp.reports.places import Places, header

_TIERS: dict[str, Literal["declared", "inferred"]] = {"declared": "declared", "inferred": "inferred"}


class LeftOut(NamedTuple):
    """How many findings are not told, and why. As in `report.Summary`."""

    suppressed: int = 0
    baselined: int = 0
    gone: int = 0


_NOTHING = LeftOut()


def check_answer(
    snapshot: Snapshot,
    findings: Sequence[Finding],
    covers: Callable[[str], bool],
    url_of: Callable[[str], str],
    left_out: LeftOut = _NOTHING,
    fixed: int = 0,
) -> report.CheckAnswer:
    """`findings` are those to be reported, in their order, of the paths that `covers` says; `url_of` gives a rule's
    page; `fixed` findings are no more, because the files were changed."""
    places = Places(snapshot)
    return report.CheckAnswer(
        **header(snapshot),  # type: ignore[arg-type]
        findings=[_described(places, finding, url_of(finding.rule)) for finding in findings],
        summary=report.Summary(
            modules=sum(map(covers, snapshot.program.modules)),
            findings=len(findings),
            fixed=fixed,
            endpoints=liveness_counts(snapshot, covers),
            suppressed=left_out.suppressed,
            baselined=left_out.baselined,
            gone=left_out.gone,
        ),
    )


def liveness_counts(snapshot: Snapshot, covers: Callable[[str], bool]) -> dict[report.Liveness, int]:
    """Endpoints by liveness, the strongest first; what does not occur is left out."""
    program = snapshot.program
    counts = Counter(f.liveness for f in program.server_functions if covers(program.modules[f.module]))
    return {liveness.value: counts[liveness] for liveness in Liveness if counts[liveness]}


def _described(places: Places, finding: Finding, url: str) -> report.Finding:
    path = places.path(finding.module)
    return report.Finding(
        rule=finding.rule,
        url=url,
        severity=finding.severity.value,
        message=finding.message,
        path=path,
        range=places.range(finding.module, finding.start, finding.end),
        environments=list(finding.environments),
        witness=[_witness(places, step) for step in finding.witness],
        fingerprint=fingerprint(finding, path),
        types=_TIERS.get(finding.types),
        fix=report.Fix(finding.fix.title, finding.fix.safe) if finding.fix is not None else None,
    )


def _witness(places: Places, step: WitnessStep) -> report.Witness:
    return report.Witness(places.path(step.module), places.range(step.module, step.start, step.end), step.message)
