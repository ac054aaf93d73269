"""All rules, and running them."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module

from boundary_lsp.model.findings import Finding
from boundary_lsp.model.judgements import Wire
from boundary_lsp.model.program import Program
from boundary_lsp.rules.outline import Outline
from boundary_lsp.rules.rule import Context, Rule

_IN_ORDER = (
    "server_only_on_client",
    "client_only_on_server",
    "server_api_on_client",
    "client_api_on_server",
    "ssr_false_on_server",
    "image_response_moved",
    "taint_disabled",
    "stray_server_directive",
    "private_endpoint",
    "dead_endpoint",
    "unknown_endpoint",
    "duplicate_endpoint",
    "arity_mismatch",
    "unserializable_prop",
    "unserializable_argument",
    "unserializable_result",
    "unserializable_capture",
    "broken_capture",
    "undefined_server_function",
    "unregistered_action",
    "event_handler_prop",
    "opaque_argument",
    "lossy_value",
    "misplaced_directive",
    "parenthesised_directive",
    "misspelled_directive",
    "conflicting_directives",
    "inline_server_in_client",
    "cache_disabled",
    "unknown_cache_kind",
    "directive_without_effect",
    "sync_server_function",
    "invalid_export",
    "refused_export",
    "forbidden_this",
    "server_instance_method",
    "redundant_client_directive",
    "pages_router_export_in_app",
    "metadata_in_client",
    "metadata_conflict",
    "route_config_disabled",
    "route_config_conflict",
    "error_file_on_server",
    "server_export_in_client_page",
    "invalid_route_config",
    "middleware_without_function",
    "async_client_component",
    "cache_request_api",
    "unused_suppression",
    "suppression_without_reason",
    "server_module_on_client",
)
"""Modules of `rules/catalog`: a rule's one line outside of its own file and page."""

RULES: tuple[Rule, ...] = tuple(import_module(f"boundary_lsp.rules.catalog.{name}").RULE for name in _IN_ORDER)


def run_rules(program: Program, wire: Wire, outline: Outline, wanted: Collection[str]) -> list[Finding]:
    """The findings of the rules of these names, in no order.

    What a rule yields to is decided among all rules, so that selecting one does not bring back what another tells
    better.
    """
    needed = {*wanted, *(other for rule in RULES if rule.id in wanted for other in rule.yields_to)}
    context = Context(program, wire, outline)
    found = {rule.id: list(rule.check(context)) for rule in RULES if rule.id in needed}
    return [f for rule in RULES if rule.id in wanted for f in _unswallowed(rule, found)]


def _unswallowed(rule: Rule, found: dict[str, list[Finding]]) -> list[Finding]:
    covered = {subject for other in rule.yields_to for finding in found[other] for subject in finding.covers}
    if not covered:
        return found[rule.id]
    return [finding for finding in found[rule.id] if not covered.issuperset(finding.subject.split("\n"))]
