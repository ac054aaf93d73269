"""Server functions that a framework registers without a directive: by decorators, or because of where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from boundary_lsp.frameworks.detect import Detected, is_connected, modules_below, started_names
from boundary_lsp.frameworks.profile import Profile, Registration
from boundary_lsp.model.dotted import dotted_name
from boundary_lsp.model.facts import BindingKind, DeclarationKind, Decorator, Interface
from boundary_lsp.model.program import Liveness
from boundary_lsp.ports import FileSystem


class Registrar(NamedTuple):
    """Who registers functions of a module."""

    application: int
    path: str
    """Of the application."""
    profile: Profile
    started: frozenset[str]
    """Names of functions that the framework itself starts."""
    is_connected: bool = False
    """Programs that are not here may call them."""


class Registered(NamedTuple):
    """One function, by all that registers it."""

    path: str
    """As in `InlineFunction.path`."""
    declaration: int
    binding: int
    """-1 for a method, or a function in a function."""
    names: tuple[str, ...]
    """What it is called by."""
    by: tuple[Registration, ...]
    is_started: bool = False
    """The framework itself starts it."""


def registrars(found: Iterable[Detected], modules: Sequence[str], files: FileSystem) -> Mapping[int, Registrar]:
    """By module. Of applications inside each other the inner one is asked. `found`: in the order of their numbers."""
    numbered = [(number, d) for number, d in enumerate(found) if d.profile.registrations]
    by_module: dict[int, Registrar] = {}
    for number, detected in sorted(numbered, key=lambda item: len(item[1].application.path)):
        path = detected.application.path
        started, connected = started_names(detected, files), is_connected(detected, files)
        registrar = Registrar(number, path, detected.profile, started, connected)
        by_module.update(dict.fromkeys(modules_below(modules, path), registrar))
    return by_module


def is_door_by_place(registrar: Registrar, path: str) -> bool:
    """Importers meet the module as one of server functions, whatever it says of itself."""
    return any(_is_at(registrar, rule, path) for rule in registrar.profile.registrations)


def registered(registrar: Registrar, path: str, interface: Interface) -> Iterator[Registered]:
    """Those of one module: first by place, then by decorators in the order of the text."""
    rules = registrar.profile.registrations
    yield from _by_place([rule for rule in rules if _is_at(registrar, rule, path)], interface)
    decorated: dict[str, list[tuple[Decorator, Registration]]] = {}
    for _, decorator, rule in registering(registrar, interface):
        decorated.setdefault(decorator.path, []).append((decorator, rule))
    for function, rows in decorated.items():
        names = tuple(name_of(d) for d, _ in rows if not d.is_computed)
        declaration = rows[0][0].declaration
        binding = -1 if "." in function else _binding_of(interface, declaration)
        by = tuple(_perhaps_used(rule) if d.is_computed or registrar.is_connected else rule for d, rule in rows)
        yield Registered(function, declaration, binding, names, by, not registrar.started.isdisjoint(names))


def registering(registrar: Registrar, interface: Interface) -> Iterator[tuple[int, Decorator, Registration]]:
    """The decorators that do it, each with its number, in the order of the text."""
    for index, decorator in enumerate(interface.decorators):
        name = dotted_name(interface, decorator.binding, decorator.member)
        for rule in registrar.profile.registrations:
            if name in rule.decorators:
                yield index, decorator, rule


def name_of(decorator: Decorator) -> str:
    """Under which a decorator registers what it decorates, where that is not computed."""
    return decorator.argument or decorator.path.rpartition(".")[2]


def _perhaps_used(rule: Registration) -> Registration:
    """`@anvil.server.callable(PREFIX + "rows")`: any call may be one of it."""
    return replace(rule, use=Liveness.HANDED_OVER) if rule.use is Liveness.UNUSED else rule


def _is_at(registrar: Registrar, rule: Registration, path: str) -> bool:
    start = len(registrar.path) + 1 if registrar.path else 0
    return rule.modules is not None and rule.modules.fullmatch(path, start) is not None


def _by_place(rules: Sequence[Registration], interface: Interface) -> Iterator[Registered]:
    for export in interface.exports if rules else ():
        binding = interface.bindings[export.binding] if export.binding >= 0 else None
        if binding is None or binding.kind is not BindingKind.DECLARATION or export.name in interface.private:
            continue
        if interface.declarations[binding.owner].kind is DeclarationKind.FUNCTION:
            yield Registered(export.name, binding.owner, export.binding, (), tuple(rules))


def _binding_of(interface: Interface, declaration: int) -> int:
    of_declaration = (BindingKind.DECLARATION, declaration)
    return next((i for i, b in enumerate(interface.bindings) if (b.kind, b.owner) == of_declaration), -1)
