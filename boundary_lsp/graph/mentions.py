"""What the names of one module stand for: things of other modules, by name or as members of an object.

`import * as api from './actions'`, through any number of barrels: `api.save` is a token of `save`. Where `api` itself
is handed on (`use(api)`, `api[name]`, `{ ...api }`), whatever the module exports may be used.
"""

from __future__ import annotations

from typing import NamedTuple

from boundary_lsp.graph.linking import NAMESPACE, Linker, Target
from boundary_lsp.graph.page import Page
from boundary_lsp.graph.token import Token
from boundary_lsp.model.facts import BindingKind, Interface

Key = tuple[int, int]
"""A thing: (module, binding key), as in `linking.Target`."""


class Mentions(NamedTuple):
    """By thing."""

    bindings: dict[Key, list[int]]
    """Imports that stand for it."""
    reexports: dict[Key, list[int]]
    """Exports that hand it on."""
    passed_on: dict[Key, list[int]]
    """Exports of a `'use server'` module, which make an endpoint of it."""
    members: dict[Key, list[Token]]
    """Tokens that name it as a member of an object."""
    wholes: dict[int, list[Token]]
    """By module, the tokens that stand for all of it."""


def mentions_of(module: int, interface: Interface, page: Page, linker: Linker) -> Mentions:
    found = Mentions({}, {}, {}, {}, {})
    for index, binding in enumerate(interface.bindings):
        if binding.kind is BindingKind.IMPORT:
            target = linker.binding(module, index)
            if target is not None:
                found.bindings.setdefault((target.module, target.binding), []).append(index)
                if target.binding == NAMESPACE:
                    _add_members(found, module, index, target, page, linker)
    for index, export in enumerate(interface.exports):
        passes_on = export.source >= 0 or (
            export.binding >= 0 and interface.bindings[export.binding].kind is BindingKind.IMPORT
        )
        if passes_on and export.name != "*" and export.imported != "*":
            _add_reexport(found, module, index, export.name, linker)
    return found


def _add_members(found: Mentions, module: int, binding: int, whole: Target, page: Page, linker: Linker) -> None:
    for token in page.object_tokens(binding):
        member = token.site.member if token.site is not None else ""
        target = linker.member(module, binding, member) if member else whole
        if target is not None and target.binding != NAMESPACE:
            found.members.setdefault((target.module, target.binding), []).append(token)
        elif target is not None:  # also a member that is a module itself: `ui.Card` of `export * as Card`
            found.wholes.setdefault(target.module, []).append(token)


def _add_reexport(found: Mentions, module: int, index: int, name: str, linker: Linker) -> None:
    target = linker.export(module, name)
    if target is not None and target.module != module:
        found.reexports.setdefault((target.module, target.binding), []).append(index)
    elif target is not None and (behind := linker.behind(module, index)) is not None:
        found.passed_on.setdefault((behind.module, behind.binding), []).append(index)
