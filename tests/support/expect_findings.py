"""Assertions about findings: `// error: [rule-id] "a part of the message"`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.model.findings import Finding
from tests.support.assertions import Assertion
from tests.support.views import line_of

_BODY = re.compile(r'(?:(?P<column>\d+)\s+)?\[(?P<rule>[\w-]+)\](?:\s+"(?P<text>[^"]*)")?')
_SEVERITIES = ("error", "warning", "info")


def rule_of(assertion: Assertion) -> str:
    """The rule that it names; empty for other assertions."""
    found = _BODY.fullmatch(assertion.body) if assertion.word in _SEVERITIES else None
    return found["rule"] if found else ""


def check(snapshot: Snapshot, path: str, written: Sequence[Assertion]) -> Iterator[tuple[int, str]]:
    """What was asserted and is not there, and what is there and was not asserted."""
    module = snapshot.program.modules.index(path)
    open_findings = [finding for finding in snapshot.findings if finding.module == module]
    for assertion in written:
        if assertion.word in _SEVERITIES:
            found = next((f for f in open_findings if _fits(snapshot, f, assertion)), None)
            if found is None:
                yield assertion.written, f"no such finding: {assertion.word}: {assertion.body}"
            else:
                open_findings.remove(found)
    for finding in open_findings:
        line = line_of(snapshot, module, finding.start)
        yield line, f'not asserted: {finding.severity}: [{finding.rule}] "{finding.message}"'


def _fits(snapshot: Snapshot, finding: Finding, assertion: Assertion) -> bool:
    body = _BODY.fullmatch(assertion.body)
    if body is None or (finding.severity, finding.rule) != (assertion.word, body["rule"]):
        return False
    line, column = snapshot.lines(finding.module).position(finding.start)
    return (
        line + 1 == assertion.line
        and (body["column"] is None or column + 1 == int(body["column"]))
        and (body["text"] or "") in finding.message
    )
