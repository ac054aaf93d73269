"""Workspace diagnostics: all that is found in the folders that are open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lsprotocol import types

from boundary_lsp.lsp.dispatch import beside
from boundary_lsp.lsp.features import diagnostics
from boundary_lsp.lsp.query import Query
from boundary_lsp.lsp.root import NotAnalysed

if TYPE_CHECKING:
    from boundary_lsp.lsp.server import BoundaryServer

Report = types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport


async def workspace_diagnostics(
    server: BoundaryServer, params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    """While nothing differs from what the editor has, it waits: some ask every two seconds."""
    known = {one.uri: one.value for one in params.previous_result_ids}
    while True:
        news = server.following.news
        reports = await _reports(server, known)
        if not known or any(isinstance(report, types.WorkspaceFullDocumentDiagnosticReport) for report in reports):
            return _given(server, params, reports)
        await news.wait()


def _given(
    server: BoundaryServer, params: types.WorkspaceDiagnosticParams, reports: list[Report]
) -> types.WorkspaceDiagnosticReport:
    """At once, or in parts where the editor takes them."""
    if params.partial_result_token is None:
        return types.WorkspaceDiagnosticReport(reports)
    part = types.WorkspaceDiagnosticReportPartialResult(reports)
    server.progress(types.ProgressParams(params.partial_result_token, part))
    return types.WorkspaceDiagnosticReport([])


async def _reports(server: BoundaryServer, known: Mapping[str, str]) -> list[Report]:
    """Of modules with findings, and of those that had some when the editor last asked."""
    reports: dict[str, Report] = {}
    for root in server.session.roots:
        try:
            query = server.session.query(root, await root.view())
        except NotAnalysed:
            continue
        reports.update(await beside(_of_root, query, known))
    gone = [types.WorkspaceFullDocumentDiagnosticReport(uri, []) for uri in known if uri not in reports]
    return [*reports.values(), *gone]


def _of_root(query: Query, known: Mapping[str, str]) -> dict[str, Report]:
    return {
        query.uri(module): _of_module(query, module, items, known.get(query.uri(module)))
        for module, items in diagnostics.of_all(query).items()
    }


def _of_module(query: Query, module: int, items: list[types.Diagnostic], known: str | None) -> Report:
    uri, result = query.uri(module), diagnostics.result_id(items)
    version = query.version_at(query.snapshot.program.modules[module])
    if result == known:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(uri, result, version=version)
    return types.WorkspaceFullDocumentDiagnosticReport(uri, items, result_id=result, version=version)
