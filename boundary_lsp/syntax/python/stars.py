"""`from x import *`: the names that a module uses and has from nowhere else may all come from there."""

from __future__ import annotations

import builtins
import keyword

from boundary_lsp.model.facts import BindingKind
from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.drafts.tables import NameDraft
from boundary_lsp.syntax.python.draft import Draft
from boundary_lsp.syntax.python.scopes import Scope, ScopeKind

_KNOWN = frozenset(name.encode() for name in (*dir(builtins), *keyword.kwlist, *keyword.softkwlist))
_MOST = 2000
"""Names that one module can have from elsewhere, counted once for each place that they may come from."""


def add_star_names(draft: Draft) -> None:
    if not draft.stars:
        return
    own = {name.encode() for name in draft.module_names}
    free = [name for name in draft.words.offsets if name not in own and name not in _KNOWN and name[:1] != b"_"]
    for name in [name for name in free if _is_used(draft, name)][: _MOST // len(draft.stars)]:
        local = name.decode("utf-8", "replace")
        for index in draft.stars:
            entry = draft.imports[index]
            taken = NameDraft(local, local, entry.type_only, entry.start, entry.end)
            taken.binding = draft.bind(BindingKind.IMPORT, index, local, local)
            entry.names.append(taken)
            draft.module_names.setdefault(local, taken.binding)
            draft.track(name, taken.binding, (0, draft.size))


def _is_used(draft: Draft, name: bytes) -> bool:
    """Somewhere it means nothing of the module itself."""
    words = draft.words.tokens(name)
    scopes = [word.role for word in words if isinstance(word.role, Scope)]
    if any(scope.kind is ScopeKind.MODULE for scope in scopes):
        return False
    inner = Intervals((scope.start, scope.end) for scope in scopes if scope.kind is ScopeKind.FUNCTION)
    return any(word.role is None and not inner.cover(word.token.start_byte) for word in words)
