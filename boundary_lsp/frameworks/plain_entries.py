"""Entry points where no framework names them: what nobody imports, and what manifests and HTML pages name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from boundary_lsp.frameworks.entries import UNIMPORTED, EntryPoint
from boundary_lsp.frameworks.profile import EntryRule
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Role
from boundary_lsp.ports import FileSystem

_MODULE_SCRIPT = re.compile(rb"""<script\b[^>]*\bsrc\s*=\s*["']/?\.?/?([^"']+)["']""", re.IGNORECASE)
_LAYER_OF_DIRECTIVE = {"use client": "client", "use server": "server"}


def plain_entry_points(
    inside: Sequence[int],
    facts: Sequence[ModuleFacts],
    imports: Mapping[int, Sequence[int]],
    roles: Sequence[Role],
    browser: frozenset[int],
    rule: EntryRule = UNIMPORTED,
) -> list[EntryPoint]:
    """`inside`: the application's modules. `imports`: module to the modules it loads. `browser`: what HTML pages load.

    A module that nothing (but tests, stories, configuration) imports starts the program, in the environment that its
    own directive says; of a cycle that nothing imports, the first module does.
    """
    program = [m for m in inside if roles[m] in (Role.SOURCE, Role.SCRIPT)]
    starts = _roots(program, imports)
    return [EntryPoint(m, _layer(facts[m], m in browser), frozenset(), rule) for m in starts]


def browser_modules(files: FileSystem, pages: Iterable[str], index: Mapping[str, int]) -> frozenset[int]:
    """Modules that the HTML pages load with `<script src>`."""
    found: set[int] = set()
    for page in pages:
        directory = page.rpartition("/")[0]
        for source in _MODULE_SCRIPT.findall(files.read_head(page, 65536)):
            path = source.decode("utf-8", "replace")
            module = index.get(f"{directory}/{path}" if directory else path)
            if module is not None:
                found.add(module)
    return frozenset(found)


def _layer(facts: ModuleFacts, in_browser: bool) -> str:
    if in_browser:
        return "client"
    return _LAYER_OF_DIRECTIVE.get(facts.interface.directive or "", "unknown")


def _roots(program: Sequence[int], imports: Mapping[int, Sequence[int]]) -> list[int]:
    members = set(program)
    imported = {target for m in program for target in imports.get(m, ()) if target != m}
    roots = [m for m in program if m not in imported]
    reached: set[int] = set()
    _reach(roots, imports, members, reached)
    for module in program:
        if module not in reached:
            roots.append(module)
            _reach([module], imports, members, reached)
    return sorted(roots)


def _reach(start: Sequence[int], imports: Mapping[int, Sequence[int]], members: set[int], reached: set[int]) -> None:
    pending = [m for m in start if m not in reached]
    reached.update(pending)
    while pending:
        for target in imports.get(pending.pop(), ()):
            if target in members and target not in reached:
                reached.add(target)
                pending.append(target)
