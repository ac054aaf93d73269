"""What is wrong with a program, as its configurations and the comments in its source want to hear it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boundary_lsp.engine.judging import Verdict
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.selection import Levels, rules_to_run
from boundary_lsp.engine.suppressions import Named, suppress
from boundary_lsp.engine.trouble import LOST
from boundary_lsp.model.findings import Finding, Level, Severity
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Project
from boundary_lsp.rules.catalog import unused_suppression
from boundary_lsp.rules.outline import Outline
from boundary_lsp.rules.registry import RULES, run_rules
from boundary_lsp.rules.rule import Group

_SEVERITIES = list(Severity)
_IDS = [rule.id for rule in RULES]
_ABOUT_VALUES = frozenset(rule.id for rule in RULES if rule.group is Group.WIRE)


def judge(project: Project, program: Program, wire: Wire, outline: Outline, options: Options) -> Verdict:
    levels = Levels(project, options)
    wanted = rules_to_run(project, options)
    is_judged = options.types == "auto" and not wire.trouble and not wire.lost
    complete = wanted if is_judged else wanted - _ABOUT_VALUES
    found = run_rules(program, wire, outline, wanted)
    kept, suppressed, idle = suppress(outline.tables, list(levels.applied(found, program.modules)))
    if unused_suppression.RULE.id in wanted:
        kept += levels.applied(_unused(program, levels, complete, idle), program.modules)
    return Verdict(_worst_first(program, kept), _worst_first(program, suppressed), complete)


def _unused(program: Program, levels: Levels, complete: frozenset[str], idle: Iterable[Named]) -> Iterator[Finding]:
    for module, suppression, rule in idle:
        is_off = rule not in complete or levels.of(rule, program.modules[module]) is Level.OFF
        if rule not in _IDS:
            yield unused_suppression.without_rule(program, module, suppression, rule, _IDS)
        elif not is_off and not _is_half_read(program, module):
            yield unused_suppression.without_finding(program, module, suppression, rule)


def _is_half_read(program: Program, module: int) -> bool:
    return any(problem.kind == "syntax-error" or problem.kind in LOST for problem in program.facts[module].problems)


def _worst_first(program: Program, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(findings, key=lambda f: (_SEVERITIES.index(f.severity), program.modules[f.module], f.start, f.rule))
    )
