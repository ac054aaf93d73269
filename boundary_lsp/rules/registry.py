"""All rules, and running them."""

from __future__ import annotations

from collections.abc import Collection

from boundary_lsp.model.findings import Finding, Severity
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Program
from boundary_lsp.rules.catalog import (
    broken_capture,
    client_only_on_server,
    dead_endpoint,
    event_handler_prop,
    lossy_value,
    opaque_argument,
    private_endpoint,
    redundant_client_directive,
    server_only_on_client,
    stray_server_directive,
    sync_server_function,
    undefined_server_function,
    unregistered_action,
    unserializable_argument,
    unserializable_capture,
    unserializable_prop,
    unserializable_result,
)
from boundary_lsp.rules.rule import Context, Rule

RULES: tuple[Rule, ...] = (
    server_only_on_client.RULE,
    client_only_on_server.RULE,
    stray_server_directive.RULE,
    private_endpoint.RULE,
    dead_endpoint.RULE,
    unserializable_prop.RULE,
    unserializable_argument.RULE,
    unserializable_result.RULE,
    unserializable_capture.RULE,
    broken_capture.RULE,
    undefined_server_function.RULE,
    unregistered_action.RULE,
    event_handler_prop.RULE,
    opaque_argument.RULE,
    lossy_value.RULE,
    sync_server_function.RULE,
    redundant_client_directive.RULE,
)

_SEVERITIES = list(Severity)


def run_rules(
    program: Program, wire: Wire, select: Collection[str] | None = None, ignore: Collection[str] = ()
) -> list[Finding]:
    """Findings, worst first, then by path and position.

    `select` names the rules to run instead of those that are on by default; `ignore` names rules to leave out. What a
    rule yields to is decided among all rules, so that selecting one does not bring back what another tells better.
    """
    wanted = {rule.id for rule in RULES if (rule.id in select if select is not None else rule.enabled)} - set(ignore)
    needed = wanted | {other for rule in RULES if rule.id in wanted for other in rule.yields_to}
    context = Context(program, wire)
    found = {rule.id: list(rule.check(context)) for rule in RULES if rule.id in needed}
    kept = [f for rule in RULES if rule.id in wanted for f in _unswallowed(rule, found)]
    return sorted(kept, key=lambda f: (_SEVERITIES.index(f.severity), program.modules[f.module], f.start, f.rule))


def _unswallowed(rule: Rule, found: dict[str, list[Finding]]) -> list[Finding]:
    covered = {subject for other in rule.yields_to for finding in found[other] for subject in finding.covers}
    return [finding for finding in found[rule.id] if not covered.issuperset(finding.subject.split("\n"))]
