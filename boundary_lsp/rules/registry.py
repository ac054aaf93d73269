"""All rules, and running them."""

from __future__ import annotations

from collections.abc import Collection

from boundary_lsp.model.findings import Finding
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Program
from boundary_lsp.rules.catalog import (
    async_client_component,
    broken_capture,
    cache_disabled,
    cache_request_api,
    client_api_on_server,
    client_only_on_server,
    conflicting_directives,
    dead_endpoint,
    directive_without_effect,
    error_file_on_server,
    event_handler_prop,
    forbidden_this,
    image_response_moved,
    inline_server_in_client,
    invalid_export,
    invalid_route_config,
    lossy_value,
    metadata_conflict,
    metadata_in_client,
    middleware_without_function,
    misplaced_directive,
    misspelled_directive,
    opaque_argument,
    pages_router_export_in_app,
    parenthesised_directive,
    private_endpoint,
    redundant_client_directive,
    refused_export,
    route_config_conflict,
    route_config_disabled,
    server_api_on_client,
    server_export_in_client_page,
    server_instance_method,
    server_only_on_client,
    ssr_false_on_server,
    stray_server_directive,
    suppression_without_reason,
    sync_server_function,
    taint_disabled,
    undefined_server_function,
    unknown_cache_kind,
    unregistered_action,
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
    server_api_on_client.RULE,
    client_api_on_server.RULE,
    ssr_false_on_server.RULE,
    image_response_moved.RULE,
    taint_disabled.RULE,
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
    misplaced_directive.RULE,
    parenthesised_directive.RULE,
    misspelled_directive.RULE,
    conflicting_directives.RULE,
    inline_server_in_client.RULE,
    cache_disabled.RULE,
    unknown_cache_kind.RULE,
    directive_without_effect.RULE,
    sync_server_function.RULE,
    invalid_export.RULE,
    refused_export.RULE,
    forbidden_this.RULE,
    server_instance_method.RULE,
    redundant_client_directive.RULE,
    pages_router_export_in_app.RULE,
    metadata_in_client.RULE,
    metadata_conflict.RULE,
    route_config_disabled.RULE,
    route_config_conflict.RULE,
    error_file_on_server.RULE,
    server_export_in_client_page.RULE,
    invalid_route_config.RULE,
    middleware_without_function.RULE,
    async_client_component.RULE,
    cache_request_api.RULE,
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
