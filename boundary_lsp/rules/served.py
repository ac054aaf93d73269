"""Functions that are called over the network or through a cache, as rules about their spelling find them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from boundary_lsp.model.directives import CACHE, SERVER, is_cache
from boundary_lsp.model.facts import DirectivePlace
from boundary_lsp.model.forms import FormKind
from boundary_lsp.model.program import Program
from boundary_lsp.model.project import Environment
from boundary_lsp.rules.compiled import Written, compiled_in, refusing_versions, written


class Versions(NamedTuple):
    """Of Next: those that refuse something, the first one and the first that does not any more."""

    since: tuple[int, ...] = ()
    before: tuple[int, ...] = ()


class Refused(NamedTuple):
    written: Written
    version: str
    """Of Next, the first of those that refuse it; empty where that is not known."""


def refused(program: Program, module: int, kinds: Mapping[FormKind, Versions]) -> Iterator[Refused]:
    """Forms of these kinds that a compiler refuses which compiles the module. A directive of a function's own counts
    on the server: in client code it is refused itself."""
    for found in written(program, module, *kinds):
        versions = refusing_versions(program, module, *kinds[found.form.kind])
        if versions and _is_served(program, module):
            yield Refused(found, versions[0])


def module_directive(program: Program, module: int) -> str:
    """`use server` or `use cache`, without the cache's kind; else empty."""
    found = (d.value for d in program.facts[module].interface.directives if d.place == DirectivePlace.PROLOGUE)
    return next((SERVER if value == SERVER else CACHE for value in found if value == SERVER or is_cache(value)), "")


def spoken(name: str) -> str:
    """How a message calls a function or an export, by its path or its public name."""
    return "the default export" if name == "default" else f"`{name}`"


def _is_served(program: Program, module: int) -> bool:
    return bool(module_directive(program, module)) or compiled_in(program, module, Environment.SERVER)
