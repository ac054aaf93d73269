"""All rules, and running them."""

from __future__ import annotations

from collections.abc import Collection

from boundary_lsp.model.findings import Finding
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Program
from boundary_lsp.rules.catalog import (
    client_only_on_server,
    dead_endpoint,
    event_handler_prop,
    lossy_value,
    opaque_argument,
    private_endpoint,
    redundant_client_directive,
    server_only_on_client,
    stray_server_directive,
    suppression_without_reason,
    sync_server_function,
    unserializable_argument,
    unserializable_capture,
    unserializable_prop,
    unserializable_result,
    unused_suppression,
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
    event_handler_prop.RULE,
    opaque_argument.RULE,
    lossy_value.RULE,
    sync_server_function.RULE,
    redundant_client_directive.RULE,
    unused_suppression.RULE,
    suppression_without_reason.RULE,
)


def run_rules(program: Program, wire: Wire, wanted: Collection[str]) -> list[Finding]:
    """The findings of the rules of these names, in no order.

    What a rule yields to is decided among all rules, so that selecting one does not bring back what another tells
    better.
    """
    needed = {*wanted, *(other for rule in RULES if rule.id in wanted for other in rule.yields_to)}
    context = Context(program, wire)
    found = {rule.id: list(rule.check(context)) for rule in RULES if rule.id in needed}
    return [f for rule in RULES if rule.id in wanted for f in _unswallowed(rule, found)]


def _unswallowed(rule: Rule, found: dict[str, list[Finding]]) -> list[Finding]:
    covered = {subject for other in rule.yields_to for finding in found[other] for subject in finding.covers}
    return [finding for finding in found[rule.id] if not covered.issuperset(finding.subject.split("\n"))]
