"""Modules used as objects: `import * as api from './actions'`, through any number of barrels.

`api.save` is a token of `save`. Where `api` itself is handed on (`use(api)`, `api[name]`, `{ ...api }`), whatever the
module exports may be used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from boundary_lsp.graph.linking import NAMESPACE, Linker
from boundary_lsp.graph.token import Escape, Token

Thing = tuple[int, int]
"""(module, binding key), as in `linking.Target`."""


class Namespaces(msgspec.Struct):
    members: dict[Thing, list[Token]] = msgspec.field(default_factory=dict)
    escapes: dict[Thing, list[Escape]] = msgspec.field(default_factory=dict)


def namespaces(
    linker: Linker,
    importers: Mapping[int, Sequence[tuple[int, int]]],
    tokens: Callable[[int, int], Iterable[Token]],
) -> Namespaces:
    """`importers`: by module, the (module, binding) that stand for it as an object. `tokens`: those of a binding."""
    found = Namespaces()
    escaped: dict[int, list[Token]] = {}
    for module, bindings in importers.items():
        for importer, binding in bindings:
            for token in tokens(importer, binding):
                whole = _add_member(linker, found, importer, binding, token)
                if whole is not None or not _member(token):
                    escaped.setdefault(module if whole is None else whole, []).append(token)
    for module, handed_on in escaped.items():
        _add_escapes(linker, found, module, handed_on)
    return found


def _member(token: Token) -> str:
    return token.site.member if token.site is not None else ""


def _add_member(linker: Linker, found: Namespaces, importer: int, binding: int, token: Token) -> int | None:
    """The module that the member is, where it is a namespace itself (`ui.Card` of `export * as Card`)."""
    target = linker.member(importer, binding, _member(token)) if _member(token) else None
    if target is None:
        return None
    if target.binding == NAMESPACE:
        return target.module
    found.members.setdefault((target.module, target.binding), []).append(token)
    return None


def _add_escapes(linker: Linker, found: Namespaces, module: int, tokens: Sequence[Token]) -> None:
    """Everything that the module exports, and the modules that it exports as objects."""
    pending, seen = [module], {module}
    while pending:
        holder = pending.pop()
        for name in linker.export_names(holder):
            target = linker.export(holder, name)
            if target is None:
                continue
            if target.binding == NAMESPACE:
                if target.module not in seen:
                    seen.add(target.module)
                    pending.append(target.module)
            else:
                under = name if holder == module else ""
                held = found.escapes.setdefault((target.module, target.binding), [])
                held.extend(Escape(token, under) for token in tokens)
