"""Findings as SARIF 2.1.0, for code scanning and for the viewers of editors.

Witnesses are code flows, pages of rules are help, and fingerprints survive moved lines. Lines and columns are ours
already: 1-based, code points, ends exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from boundary_lsp import __version__
from boundary_lsp.model import report
from boundary_lsp.reports import sarif_format as sarif
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.unique import unique_fingerprints
from boundary_lsp.rules.rule import Rule

_BASE = "SRCROOT"
_LEVELS: dict[report.Severity, sarif.Level] = {"error": "error", "warning": "warning", "info": "note"}


def sarif_log(
    answer: report.CheckAnswer, rules: Sequence[Rule], page_of: Callable[[str], str], show: Shown, at: str
) -> sarif.Log:
    """`page_of` gives a rule's page in Markdown, `show` what a path is as seen from `at`, an
    absolute `/`-separated folder."""
    here = sarif.ArtifactLocation(_folder_uri(at))
    run = sarif.Run(
        tool=sarif.Tool(sarif.Driver("boundary", __version__, __version__, [_rule(r, page_of(r.id)) for r in rules])),
        column_kind="unicodeCodePoints",
        original_uri_base_ids={_BASE: here},
        invocations=[sarif.Invocation(True, here, [_notification(text) for text in answer.degraded])],
        results=_results(answer.findings, [rule.id for rule in rules], show),
    )
    return sarif.Log(sarif.SCHEMA, "2.1.0", [run])


def _results(findings: Sequence[report.Finding], rules: Sequence[str], show: Shown) -> list[sarif.Result]:
    return [
        sarif.Result(
            rule_id=finding.rule,
            rule_index=rules.index(finding.rule),
            level=_LEVELS[finding.severity],
            message=sarif.Message(show.message(finding.message)),
            locations=[_location(show(finding.path), finding.range)],
            partial_fingerprints={"boundary/v1": print_},
            code_flows=_flows(finding, show),
        )
        for finding, print_ in zip(findings, unique_fingerprints(findings), strict=True)
    ]


def _flows(finding: report.Finding, show: Shown) -> list[sarif.CodeFlow]:
    steps = [_location(show(step.path), step.range, show.message(step.message)) for step in finding.witness]
    flow = sarif.ThreadFlow([sarif.ThreadFlowLocation(step) for step in steps])
    return [sarif.CodeFlow([flow])] if steps else []


def _location(path: str, place: report.Range, message: str = "") -> sarif.Location:
    region = sarif.Region(place.start.line, place.start.column, place.end.line, place.end.column)
    artifact = sarif.ArtifactLocation(quote(path, errors="surrogateescape"), _BASE)
    return sarif.Location(sarif.PhysicalLocation(artifact, region), sarif.Message(message) if message else None)


def _rule(rule: Rule, page: str) -> sarif.Rule:
    summary = f"{rule.summary[0].upper()}{rule.summary[1:]}."
    return sarif.Rule(
        rule.id,
        "".join(map(str.capitalize, rule.id.split("-"))),
        sarif.Message(summary),
        sarif.Message(_first_section(page) or summary),
        sarif.MarkdownMessage(page or summary, page or summary),
        sarif.Configuration(rule.enabled, _LEVELS[rule.severity.value]),
        sarif.Properties([rule.group.value]),
    )


def _first_section(page: str) -> str:
    """What a rule does, in the words of its page; a paragraph a line."""
    _, _, text = page.partition("\n## What it does\n")
    paragraphs = text.partition("\n## ")[0].strip().split("\n\n")
    return "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _notification(text: str) -> sarif.Notification:
    return sarif.Notification("warning", sarif.Message(text))


def _folder_uri(path: str) -> str:
    """`C:/work` and `/work` alike; a base has to end in a slash."""
    return f"file:///{quote(path.strip('/'), safe='/:', errors='surrogateescape')}/"
