"""What is left of a module when a framework drops some of its exports (`getServerSideProps` for the browser)."""

from __future__ import annotations

from boundary_lsp.model.facts import BindingKind, ModuleFacts, SiteKind


def kept_declarations(facts: ModuleFacts, dropped: frozenset[str]) -> frozenset[int]:
    """The declarations that the module's statements and the exports not in `dropped` still use, inside the module."""
    bindings, edges = facts.interface.bindings, _local_uses(facts)
    roots = {0} | {
        bindings[e.binding].owner
        for e in facts.interface.exports
        if e.binding >= 0 and e.name not in dropped and bindings[e.binding].kind == BindingKind.DECLARATION
    }
    pending, kept = list(roots), set(roots)
    while pending:
        for used in edges.get(pending.pop(), ()):
            if used not in kept:
                kept.add(used)
                pending.append(used)
    return frozenset(kept)


def kept_imports(facts: ModuleFacts, dropped: frozenset[str]) -> list[bool]:
    """For each import: is it still loaded? An import is dropped where only dropped declarations use its names."""
    kept = kept_declarations(facts, dropped)
    bindings = facts.interface.bindings
    users: dict[int, set[int]] = {}
    for site in facts.uses.sites:
        if site.kind != SiteKind.TYPE and bindings[site.binding].kind == BindingKind.IMPORT:
            users.setdefault(bindings[site.binding].owner, set()).add(site.declaration)
    return [
        index not in users or not users[index].isdisjoint(kept)
        if imported.declaration == 0
        else imported.declaration in kept
        for index, imported in enumerate(facts.interface.imports)
    ]


def _local_uses(facts: ModuleFacts) -> dict[int, set[int]]:
    edges: dict[int, set[int]] = {}
    for site in facts.uses.sites:
        binding = facts.interface.bindings[site.binding]
        if binding.kind == BindingKind.DECLARATION and site.kind != SiteKind.TYPE:
            edges.setdefault(site.declaration, set()).add(binding.owner)
    return edges
