"""Calls by name, and the names that functions are registered under, in the modules of one application."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from boundary_lsp.frameworks.detect import PROFILES
from boundary_lsp.frameworks.profile import Profile
from boundary_lsp.graph.by_name import NamedUse, named_uses
from boundary_lsp.graph.registered import Registered, Registrar, registered, registering
from boundary_lsp.model.dotted import dotted_name
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.problems import HARMLESS
from boundary_lsp.model.program import Program, Role


class Said(NamedTuple):
    """What one module says of names."""

    application: int
    names: frozenset[str]
    """That it registers functions under."""
    uses: tuple[NamedUse, ...]
    """Without those of the framework's own functions."""
    is_open: bool
    """It may register more than can be seen."""


def calling(program: Program) -> Iterable[int]:
    """Modules that belong to an application whose calls go by name."""
    return (module for module in range(len(program.modules)) if application_of(program, module) >= 0)


def registered_in(program: Program, module: int) -> Iterator[Registered]:
    """The functions of a module that are called by name."""
    number = application_of(program, module)
    if number >= 0:
        yield from registered(_registrar(program, number), program.modules[module], program.facts[module].interface)


def said(program: Program, module: int) -> Iterator[Said]:
    registrar = registrar_of(program, module)
    if registrar is None:
        return
    profile, facts = registrar.profile, program.facts[module]
    names = frozenset(name for function in registered_in(program, module) for name in function.names)
    is_open = _connects(profile, program, module) or is_broken(facts) or _registers_more(registrar, facts)
    uses = (use for use in named_uses(module, facts, profile.named_calls) if not _is_of_framework(profile, use))
    yield Said(registrar.application, names, tuple(uses), is_open)


def registrar_of(program: Program, module: int) -> Registrar | None:
    """Who registers functions of a module of the program; None for tests, and where calls do not go by name."""
    number = application_of(program, module)
    if number < 0 or program.roles[module] in (Role.TEST, Role.STORY):
        return None
    return _registrar(program, number)


def _registrar(program: Program, number: int) -> Registrar:
    application = program.applications[number]
    return Registrar(number, application.path, PROFILES[application.framework], frozenset())


def _is_of_framework(profile: Profile, use: NamedUse) -> bool:
    return any(name.startswith(profile.own_names) for name in use.names)


def application_of(program: Program, module: int) -> int:
    """The innermost around a module, where its calls go by name; else -1."""
    path = program.modules[module]
    around = [
        (len(application.path), number)
        for number, application in enumerate(program.applications)
        if not application.path or path.startswith(f"{application.path}/")
    ]
    number = max(around)[1] if around else -1
    return number if number >= 0 and PROFILES[program.applications[number].framework].named_calls else -1


def _connects(profile: Profile, program: Program, module: int) -> bool:
    """What connects to the application registers functions of its own, and others may that are not here."""
    facts = program.facts[module]
    return any(dotted_name(facts.interface, s.binding, s.member) in profile.connects for s in facts.uses.sites)


def _registers_more(registrar: Registrar, facts: ModuleFacts) -> bool:
    """Under a computed name, in a function (`def register(): @callable …`), or by a call: `callable("save")(save)`."""
    interface = facts.interface
    if any(decorator.is_computed for decorator in interface.decorators):
        return True
    ways = {name for rule in registrar.profile.registrations for name in rule.decorators}
    uses = sum(dotted_name(interface, site.binding, site.member) in ways for site in facts.uses.sites)
    return uses > sum(1 for _ in registering(registrar, interface))


def is_broken(facts: ModuleFacts) -> bool:
    """Some of its text was not understood."""
    return any(problem.kind not in HARMLESS for problem in facts.problems)
