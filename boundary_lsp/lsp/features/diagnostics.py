"""Findings as diagnostics."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b

from lsprotocol import types

from boundary_lsp.adapters.pages import rule_page_uri
from boundary_lsp.ide.diagnostics import Diagnostic, Related, all_diagnostics, diagnostics
from boundary_lsp.lsp.query import Query
from boundary_lsp.model.findings import Severity

SOURCE = "boundary"
OPTIONS = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=True, identifier=SOURCE)

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def of_document(query: Query, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """All, or that they are those which the editor has already."""
    items = [_told(query, one) for one in diagnostics(query.snapshot, query.module)]
    result = result_id(items)
    if result == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result)
    return types.RelatedFullDocumentDiagnosticReport(items, result_id=result)


def elsewhere(mistake: str) -> types.DocumentDiagnosticReport:
    """Of a configuration, what makes it useless."""
    items = [of_configuration(mistake)] if mistake else []
    return types.RelatedFullDocumentDiagnosticReport(items, result_id=result_id(items))


def of_configuration(mistake: str) -> types.Diagnostic:
    """At its first line: where in the file it is, is not known."""
    first = types.Range(types.Position(0, 0), types.Position(1, 0))
    return types.Diagnostic(first, mistake, severity=types.DiagnosticSeverity.Error, source=SOURCE)


def of_all(query: Query) -> dict[int, list[types.Diagnostic]]:
    """By module, for those in open folders in which there is something."""
    modules = query.snapshot.program.modules
    return {
        module: [_told(query, one) for one in found]
        for module, found in all_diagnostics(query.snapshot).items()
        if query.covers(modules[module])
    }


def result_id(items: list[types.Diagnostic]) -> str:
    """Equal for equal diagnostics: not the document's version, because an edit elsewhere changes them, too."""
    return blake2b(repr(items).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def _told(query: Query, one: Diagnostic) -> types.Diagnostic:
    return types.Diagnostic(
        query.range(one.place),
        one.message,
        severity=_SEVERITIES[one.severity],
        code=one.rule,
        code_description=_page(one.rule),
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if one.is_unnecessary else None,
        related_information=[_related(query, step) for step in one.related] or None,
        data={"fingerprint": one.fingerprint},
    )


def _related(query: Query, step: Related) -> types.DiagnosticRelatedInformation:
    return types.DiagnosticRelatedInformation(query.location(step.place), step.message)


@cache
def _page(rule: str) -> types.CodeDescription | None:
    uri = rule_page_uri(rule)
    return types.CodeDescription(uri) if uri else None
