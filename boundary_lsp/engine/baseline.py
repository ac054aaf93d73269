"""A baseline from findings, and findings without those of a baseline.

Several findings may share a fingerprint (two crossings of one value): as many as the baseline counts are known, and all
others are new.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from boundary_lsp.engine.fingerprints import fingerprint
from boundary_lsp.model.baseline import Baseline, BaselineFinding
from boundary_lsp.model.findings import Finding

_EXCERPT = 80
"""Characters of a message."""


class NotABaseline(Exception):
    """Why not, in one line."""


class Compared(NamedTuple):
    new: list[Finding]
    known: int
    gone: int
    """Findings of the baseline that are not found any more."""


Concerns = Callable[[BaselineFinding], bool]
"""Whether an entry of a baseline would be among the findings if it were still true: its rule ran, its path is asked
about."""


def baseline_of(findings: Sequence[Finding], modules: Sequence[str]) -> Baseline:
    counts: Counter[tuple[str, str, str]] = Counter()
    messages: dict[tuple[str, str, str], str] = {}
    for finding in findings:
        path = modules[finding.module]
        key = path, finding.rule, fingerprint(finding, path)
        counts[key] += 1
        messages.setdefault(key, _excerpt(finding.message))
    rows = [
        BaselineFinding(path, rule, messages[path, rule, mark], mark, counts[path, rule, mark])
        for path, rule, mark in sorted(counts)
    ]
    return Baseline(1, rows)


def renewed(old: Baseline, new: Baseline, concerns: Concerns) -> Baseline:
    """The new one, and of the old one what the new one cannot judge."""
    rows = {_key(entry): entry for entry in old.findings if not concerns(entry)}
    rows |= {_key(entry): entry for entry in new.findings}
    return Baseline(1, [rows[key] for key in sorted(rows)])


def compared(baseline: Baseline, findings: Sequence[Finding], modules: Sequence[str], concerns: Concerns) -> Compared:
    left = Counter[str]()
    for entry in baseline.findings:
        left[entry.fingerprint] += entry.count
    new: list[Finding] = []
    for finding in findings:
        mark = fingerprint(finding, modules[finding.module])
        if left[mark] > 0:
            left[mark] -= 1
        else:
            new.append(finding)
    gone = sum(min(entry.count, left[entry.fingerprint]) for entry in baseline.findings if concerns(entry))
    return Compared(new, len(findings) - len(new), gone)


def baseline_text(baseline: Baseline) -> bytes:
    return msgspec.json.format(msgspec.json.encode(baseline), indent=2) + b"\n"


def parse_baseline(content: bytes) -> Baseline:
    """Raises NotABaseline."""
    try:
        return msgspec.json.decode(content.removeprefix(BOM_UTF8), type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotABaseline(" ".join(str(error).split())) from None


def _key(entry: BaselineFinding) -> tuple[str, str, str]:
    return entry.path, entry.rule, entry.fingerprint


def _excerpt(message: str) -> str:
    if len(message) <= _EXCERPT:
        return message
    return f"{message[:_EXCERPT].rpartition(' ')[0]} …"
