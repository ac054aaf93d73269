"""From a name to what it stands for: through imports, barrels, `export *` and namespaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from threading import RLock
from typing import NamedTuple

from boundary_lsp.model.facts import BindingKind, Export, ModuleFacts

NAMESPACE = -1
MOST_LINKS = 100
"""Longer chains of re-exports are not followed."""


class Target(NamedTuple):
    """What a name stands for."""

    module: int
    binding: int
    """Index into the module's bindings; NAMESPACE for the module as an object; `reexport_key(i)` for export `i` of a
    `'use server'` module that only passes another module's function on."""
    via: tuple[int, ...] = ()
    """The modules with a directive that the trail entered, in order, the target's own included."""


def reexport_key(export: int) -> int:
    return -2 - export


def reexport_index(binding: int) -> int:
    return -2 - binding


class _Answers:
    """What is known of one module's names; filled by whoever asks first."""

    __slots__ = ("bindings", "exports", "own", "starred")

    def __init__(self, exporting: _Answers | None = None) -> None:
        """`exporting`: has the answers about exports."""
        self.exports: dict[str, Target | None] = exporting.exports if exporting else {}
        self.bindings: dict[int, Target | None] = {}
        self.own: dict[str, int] | None = exporting.own if exporting else None
        """By name, the index of the export."""
        self.starred: dict[str, int] | None = exporting.starred if exporting else None
        """By name, the module of an `export *` that offers it."""


class Linker:
    """Resolves names with one set of import rows (`Links.server` or `Links.client`). Remembers every answer; for any
    number of threads."""

    def __init__(
        self,
        facts: Sequence[ModuleFacts],
        rows: Sequence[Sequence[int]],
        directives: Sequence[str | None],
        *,
        with_types: bool = False,
    ) -> None:
        """`with_types`: also through `export type * from`, as types are found."""
        self._facts = facts
        self._with_types = with_types
        self._rows = rows
        self._directives = directives
        self._known: list[_Answers | None] = [None] * len(facts)
        self._pending: set[tuple[int, str]] = set()
        self._lock = RLock()
        """Held while something is worked out: what is half known is nobody else's business."""
        self._depth = 0

    def after(
        self,
        facts: Sequence[ModuleFacts],
        rows: Sequence[Sequence[int]],
        directives: Sequence[str | None],
        unsettled: Iterable[int],
    ) -> Linker:
        """The same after an edit. Both share the answers, and what either is asked from now on, but for those about the
        exports of `unsettled` modules. (`reread` says whose imports stand for something else.)"""
        linker = Linker(facts, rows, directives, with_types=self._with_types)
        linker._known = list(self._known)
        for module in unsettled:
            linker._known[module] = None
        return linker

    def reread(self, readers: Iterable[int]) -> None:
        """What the bindings of these modules stand for has to be asked again."""
        for module in readers:
            known = self._known[module]
            if known is not None:
                self._known[module] = _Answers(known)

    def remembered(self, module: int) -> list[tuple[str, Target | None]]:
        """The exported names that were asked for, and what they stand for."""
        known = self._known[module]
        return list(known.exports.items()) if known is not None else []

    def target_of_import(self, module: int, imported: int) -> int:
        """The module or `~leaf` that an import leads to."""
        return self._rows[module][imported]

    def binding(self, module: int, binding: int) -> Target | None:
        """What a binding of a module stands for; None where the trail leaves the project or is lost."""
        known = self._answers(module).bindings
        if binding not in known:
            known[binding] = self._binding(module, binding)
        return known[binding]

    def member(self, module: int, binding: int, member: str) -> Target | None:
        """What `binding.member` stands for where the binding is a namespace; else what the binding stands for."""
        target = self.binding(module, binding)
        if target is None or target.binding != NAMESPACE or not member:
            return target
        found = self.export(target.module, member)
        return found and _entered(target.via, found)

    def export(self, module: int, name: str) -> Target | None:
        """What a module's export of that name stands for."""
        known = self._answers(module).exports
        if name not in known:
            with self._lock:
                return self._worked_out(module, name)
        return known[name]

    def _worked_out(self, module: int, name: str) -> Target | None:
        key = (module, name)
        if self._depth > MOST_LINKS or key in self._pending:  # a cycle of `export *` finds nothing
            return None
        self._pending.add(key)
        self._depth += 1
        found = self._answers(module).exports[name] = self._export(module, name)
        self._depth -= 1
        self._pending.discard(key)
        return found

    def export_names(self, module: int) -> list[str]:
        """All names that the module exports as values, those behind `export *` included (but for their defaults)."""
        exports = self._facts[module].interface.exports
        own = [e.name for e in exports if e.name != "*" and not e.type_only]
        starred = [name for name in self._star_sources(module) if name != "default"]
        return list(dict.fromkeys((*own, *starred)))

    def _answers(self, module: int) -> _Answers:
        known = self._known[module]
        if known is None:
            known = self._known[module] = _Answers()
        return known

    def _binding(self, module: int, index: int) -> Target | None:
        binding = self._facts[module].interface.bindings[index]
        if binding.kind != BindingKind.IMPORT:
            return Target(module, index, self.entering(module))
        return self.imported(self._rows[module][binding.owner], binding.name)

    def imported(self, source: int, name: str) -> Target | None:
        """What `name` of the module (or `~leaf`) `source` stands for; `*` is the module as an object."""
        if source < 0:
            return None
        if name == "*":
            return Target(source, NAMESPACE, self.entering(source))
        return self.export(source, name)

    def _export(self, module: int, name: str) -> Target | None:
        index = self._named_exports(module).get(name)
        if index is None:
            return self._starred(module, name)
        export = self._facts[module].interface.exports[index]
        if self._passes_on(module, export):
            return Target(module, reexport_key(index), (module,))
        if export.source >= 0:
            found = self.imported(self._rows[module][export.source], export.imported)
        else:
            found = self.binding(module, export.binding) if export.binding >= 0 else None
        return found and _entered(self.entering(module), found)

    def _passes_on(self, module: int, export: Export) -> bool:
        """A `'use server'` module makes endpoints of what it re-exports, so the trail ends in it."""
        if self._directives[module] != "use server" or export.type_only:
            return False
        bindings = self._facts[module].interface.bindings
        return export.source >= 0 or (export.binding >= 0 and bindings[export.binding].kind == BindingKind.IMPORT)

    def behind(self, module: int, export: int) -> Target | None:
        """What a `'use server'` module passes on with that export, on its own side."""
        passed = self._facts[module].interface.exports[export]
        if passed.source >= 0:
            return self.imported(self._rows[module][passed.source], passed.imported)
        return self.binding(module, passed.binding)

    def _starred(self, module: int, name: str) -> Target | None:
        if name == "default":
            return None
        source = self._star_sources(module).get(name)
        found = self.export(source, name) if source is not None else None
        return found and _entered(self.entering(module), found)

    def _star_sources(self, module: int) -> dict[str, int]:
        """Name to the module of an `export *` that offers it, the first one in the text winning."""
        answers = self._answers(module)
        if answers.starred is None:
            found: dict[str, int] = {}
            for source in self._stars(module):
                for name in self._offered(source, module):
                    found.setdefault(name, source)
            answers.starred = found
        return answers.starred

    def _offered(self, source: int, asking: int) -> Iterator[str]:
        """All names behind `export * from` the source: not those that it has from the module that asks."""
        seen, level = {asking, source}, [source]
        for _ in range(MOST_LINKS):
            behind: list[int] = []
            for module in level:
                yield from self._named_exports(module)
                behind.extend(found for found in self._stars(module) if found not in seen)
                seen.update(behind)
            if not behind:
                return
            level = list(dict.fromkeys(behind))

    def _stars(self, module: int) -> list[int]:
        exports = self._facts[module].interface.exports
        wanted = [e.source for e in exports if e.name == "*" and (self._with_types or not e.type_only)]
        return [row for source in wanted if (row := self._rows[module][source]) >= 0]

    def _named_exports(self, module: int) -> dict[str, int]:
        answers = self._answers(module)
        if answers.own is None:
            exports = self._facts[module].interface.exports
            answers.own = {e.name: i for i, e in enumerate(exports) if e.name != "*"}
        return answers.own

    def entering(self, module: int) -> tuple[int, ...]:
        """The module itself where it has a directive: what a trail into it enters."""
        return (module,) if self._directives[module] else ()


def _entered(via: tuple[int, ...], found: Target) -> Target:
    """The same, reached through modules with a directive."""
    return Target(found.module, found.binding, _joined(via, found.via)) if via else found


def _joined(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    if not first:
        return second
    return first + second if not second or second[0] != first[-1] else first + second[1:]
