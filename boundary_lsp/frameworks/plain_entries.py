"""Entry points where no framework names them: what nobody imports, and what manifests and HTML pages name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from boundary_lsp.frameworks.entries import UNIMPORTED, EntryPoint
from boundary_lsp.frameworks.profile import EntryRule, Profile
from boundary_lsp.model.dotted import dotted_name
from boundary_lsp.model.facts import DeclarationKind, ModuleFacts, SiteKind
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Role
from boundary_lsp.ports import FileSystem

_MODULE_SCRIPT = re.compile(
    rb"""<(?:script|m?py-script)\b[^>]*\bsrc\s*=\s*["']/?\.?/?([^"']+)["']"""
    rb"""|\bfetch\(\s*["'`]/?\.?/?([^"'`]+\.py)["'`]""",
    re.IGNORECASE,
)
"""A script of the page, or of PyScript; what a page fetches to give it to Pyodide."""
_INLINE = re.compile(
    rb"""<(script\b[^>]*\btype\s*=\s*["']?m?py["']?|m?py-script)\b[^>]*>(.{0,5000}?)</(?:script|m?py-script)>""",
    re.IGNORECASE | re.DOTALL,
)
_INLINE_IMPORT = re.compile(rb"^[ \t]*(?:from|import)[ \t]+(\w+)", re.MULTILINE)
_LAYER_OF_DIRECTIVE = {"use client": "client", "use server": "server"}


def plain_entry_points(
    inside: Sequence[int],
    facts: Sequence[ModuleFacts],
    imports: Mapping[int, Sequence[int]],
    roles: Sequence[Role],
    browser: frozenset[int],
    servers: frozenset[int],
    rule: EntryRule = UNIMPORTED,
) -> list[EntryPoint]:
    """`inside`: the application's modules. `imports`: module to the modules it loads. `browser`: what HTML pages load.
    `servers`: what is started on a server, whoever imports it besides.

    A module that nothing (but tests, stories, configuration) imports starts the program, in the environment that its
    own directive says; of a cycle that nothing imports, the first module does.
    """
    program = [m for m in inside if roles[m] in (Role.SOURCE, Role.SCRIPT)]
    starts = sorted({*_roots(program, imports), *servers.intersection(program)})
    return [EntryPoint(m, _layer(facts[m], m in browser, m in servers), frozenset(), rule) for m in starts]


def browser_modules(files: FileSystem, pages: Iterable[str], index: Mapping[str, int]) -> frozenset[int]:
    """Modules that the HTML pages load: with `<script src>`, or from the text of a PyScript element."""
    found: set[int] = set()
    for page in pages:
        directory = page.rpartition("/")[0]
        for path in _named_in(files.read_head(page, 65536)):
            module = index.get(f"{directory}/{path}" if directory else path)
            if module is not None:
                found.add(module)
    return frozenset(found)


def _named_in(page: bytes) -> list[str]:
    sources = [named or fetched for named, fetched in _MODULE_SCRIPT.findall(page)]
    imported = [name for _, text in _INLINE.findall(page) for name in _INLINE_IMPORT.findall(text)]
    return [source.decode("utf-8", "replace") for source in sources] + [f"{name.decode()}.py" for name in imported]


def server_modules(
    profile: Profile, modules: Sequence[str], inside: Iterable[int], facts: Sequence[ModuleFacts]
) -> frozenset[int]:
    """Those that say of themselves that they are started, or make what a server runs."""
    names = tuple(f"/{name}" for name in profile.started_files)
    return frozenset(
        module
        for module in inside
        if (names and f"/{modules[module]}".endswith(names))
        or any(form.kind is FormKind.RUN_AS_SCRIPT for form in facts[module].forms)
        or (profile.servers and _makes_server(facts[module], profile.servers))
    )


def _makes_server(facts: ModuleFacts, servers: frozenset[str]) -> bool:
    declarations = facts.interface.declarations
    return any(
        site.kind is SiteKind.CALL
        and declarations[site.declaration].kind in _OUTSIDE_OF_FUNCTIONS
        and dotted_name(facts.interface, site.binding, site.member) in servers
        for site in facts.uses.sites
    )


_OUTSIDE_OF_FUNCTIONS = (DeclarationKind.MODULE, DeclarationKind.VARIABLE)


def _layer(facts: ModuleFacts, in_browser: bool, on_server: bool) -> str:
    if in_browser:
        return "client"
    return _LAYER_OF_DIRECTIVE.get(facts.interface.directive or "", "server" if on_server else "unknown")


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
