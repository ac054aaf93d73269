"""One module's source to its facts."""

from __future__ import annotations

import itertools

from boundary_lsp.model.facts import (
    ModuleFacts,
    Problem,
    SiteKind,
    Values,
)
from boundary_lsp.syntax.drafts.assemble import facts_of_tables
from boundary_lsp.syntax.drafts.depth import deep_spans, errors_of
from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.drafts.suppressions import add_suppressions
from boundary_lsp.syntax.typescript.directives import add_directives
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.dynamic import add_dynamic_imports
from boundary_lsp.syntax.typescript.forms.collect import add_forms
from boundary_lsp.syntax.typescript.grammar import language_of
from boundary_lsp.syntax.typescript.inline import add_inline_functions
from boundary_lsp.syntax.typescript.props import add_props
from boundary_lsp.syntax.typescript.repair import read
from boundary_lsp.syntax.typescript.salvage import add_lost_statements, flattened
from boundary_lsp.syntax.typescript.sites import add_sites
from boundary_lsp.syntax.typescript.statements import add_statements
from boundary_lsp.syntax.typescript.words import FORM_ACTION, HANDLER

_PROBLEMS = 20
"""How many syntax errors of one file are worth keeping."""


def build(path: str, source: bytes) -> ModuleFacts:
    reading = read(path, source)
    root = reading.tree.root_node
    draft = Draft(path, source, reading.code, root, language_of(path))
    draft.erased = reading.erased
    errors = itertools.islice(errors_of(root), _PROBLEMS)
    draft.problems += [Problem("syntax-error", error.start_byte, error.end_byte) for error in errors]
    fill(draft)
    return facts_of_tables(draft, Values(_has_handlers(draft.code)))


def fill(draft: Draft) -> None:
    broken = draft.root.has_error
    nodes = flattened(draft.root) if broken else draft.root.children
    statements = [(node, node.type) for node in nodes]
    deep = deep_spans(draft.root)
    draft.deep = Intervals(deep)
    draft.problems += [Problem("too-deep", start, end) for start, end in deep[:_PROBLEMS]]
    add_statements(draft, statements)
    lost = Intervals(add_lost_statements(draft) if broken else ())
    add_dynamic_imports(draft)
    add_props(draft)
    add_inline_functions(draft)
    add_sites(draft)
    if lost:
        draft.sites = [site for site in draft.sites if not lost.cover(site.start)]
    _mark_used_names(draft)
    add_directives(draft, statements)
    draft.directives.sort(key=lambda found: found[1])
    add_forms(draft)
    add_suppressions(draft)


def _mark_used_names(draft: Draft) -> None:
    """An imported name is used as a value if some site outside of types, or an export of the value, uses it."""
    used = {site.binding for site in draft.sites if site.kind != SiteKind.TYPE}
    exported = {export.local for export in draft.exports if export.local and not export.type_only}
    for entry in draft.imports:
        for name in entry.names:
            name.used = name.used or name.binding in used or name.local in exported


def _has_handlers(code: bytes) -> bool:
    return HANDLER.search(code) is not None or (b"ction={" in code and FORM_ACTION.search(code) is not None)
