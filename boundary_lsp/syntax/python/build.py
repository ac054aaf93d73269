"""One module's source to its facts."""

from __future__ import annotations

import itertools

from boundary_lsp.model.facts import ModuleFacts, Problem, SiteKind, Values
from boundary_lsp.syntax.drafts.assemble import facts_of_tables
from boundary_lsp.syntax.drafts.depth import deep_spans, errors_of
from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.drafts.suppressions import add_suppressions
from boundary_lsp.syntax.python.decorators import add_decorators
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.exports import add_exports
from boundary_lsp.syntax.python.inline import add_directives
from boundary_lsp.syntax.python.lazy import add_lazy_imports
from boundary_lsp.syntax.python.repair import read
from boundary_lsp.syntax.python.sites import add_sites
from boundary_lsp.syntax.python.stars import add_star_names
from boundary_lsp.syntax.python.statements import add_statements

_PROBLEMS = 20
"""How many syntax errors of one file are worth keeping."""


def build(_path: str, source: bytes) -> ModuleFacts:
    root = read(source).root_node
    deep = deep_spans(root)
    draft = Draft(source, root, Intervals(deep))
    errors = itertools.islice(errors_of(root), _PROBLEMS)
    draft.problems += [Problem("syntax-error", error.start_byte, error.end_byte) for error in errors]
    draft.problems += [Problem("too-deep", start, end) for start, end in deep[:_PROBLEMS]]
    add_statements(draft)
    add_lazy_imports(draft)
    add_exports(draft)
    add_star_names(draft)
    add_decorators(draft)
    add_directives(draft)
    add_sites(draft)
    _mark_used_names(draft)
    add_suppressions(draft)
    return facts_of_tables(draft, Values())


def _mark_used_names(draft: Draft) -> None:
    used = {site.binding for site in draft.sites if site.kind is not SiteKind.TYPE}
    for entry in draft.imports:
        for name in entry.names:
            name.used = name.used or name.binding in used
