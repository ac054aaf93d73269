"""One module's source to its values."""

from __future__ import annotations

from boundary_lsp.model.facts import FlowKind, ModuleFacts, Site, SiteKind
from boundary_lsp.model.values import CallSite, ModuleValues, RenderSite
from boundary_lsp.syntax.typescript.values.calls import call_site
from boundary_lsp.syntax.typescript.values.declarations import declarations_of, inline_declarations
from boundary_lsp.syntax.typescript.values.elements import created_element, render_site
from boundary_lsp.syntax.typescript.values.expressions import VALUES
from boundary_lsp.syntax.typescript.values.handlers import handler_sites
from boundary_lsp.syntax.typescript.values.inline_functions import captures, inline_functions, inline_value
from boundary_lsp.syntax.typescript.values.module import Module
from boundary_lsp.syntax.typescript.values.origins import origin
from boundary_lsp.syntax.typescript.values.reader import Reader
from boundary_lsp.syntax.typescript.values.types import TYPES

_CALLS = frozenset({SiteKind.CALL, SiteKind.BIND})


def build_values(path: str, source: bytes, facts: ModuleFacts) -> ModuleValues:
    """`facts` are those of the same source."""
    module = Module(path, source, facts)
    reader = Reader(module, VALUES, TYPES, origin)
    found = declarations_of(reader)
    inline = inline_functions(module)
    renders, calls = _sites(reader)
    return ModuleValues(
        types=tuple(found.types.values()),
        classes=tuple(found.classes),
        enums=tuple(found.enums),
        variables=tuple(found.variables),
        functions=inline_declarations(found, [inline_value(reader, index, node) for index, node in inline]),
        defaults=tuple(found.defaults),
        renders=tuple(renders),
        calls=tuple(calls),
        captures=tuple(capture for index, node in inline for capture in captures(reader, index, node)),
        handlers=tuple(handler_sites(reader)),
    )


def _sites(reader: Reader) -> tuple[list[RenderSite], list[CallSite]]:
    module = reader.module
    starts = module.spans.sites[::2]
    ends = module.spans.sites[1::2]
    renders: list[RenderSite | None] = []
    calls: dict[int, CallSite | None] = {}
    for site, start, end in zip(module.facts.uses.sites, starts, ends, strict=True):
        created = _is_created(module.facts, site)
        if site.kind is not SiteKind.RENDER and site.kind not in _CALLS and not created:
            continue
        token = module.token_at(start)
        if token is None or start in calls:
            continue
        if site.kind in _CALLS:
            calls[start] = call_site(reader, token, module.source[start:end].decode("utf-8", "replace"))
        else:
            renders.append(created_element(reader, token) if created else render_site(reader, token))
    return [one for one in renders if one is not None], [one for one in calls.values() if one is not None]


def _is_created(facts: ModuleFacts, site: Site) -> bool:
    """`createElement(Card, …)`."""
    if site.kind is not SiteKind.PASS or site.flow < 0:
        return False
    flow = facts.uses.flows[site.flow]
    return flow.kind is FlowKind.ARGUMENT and flow.name == "0" and flow.text.endswith("createElement")
