"""From a name to what it stands for: through imports, barrels, `export *` and namespaces."""

from __future__ import annotations

from collections.abc import Sequence
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
        self._exports: list[dict[str, int] | None] = [None] * len(facts)
        self._stars: dict[int, dict[str, int]] = {}
        self._memo: dict[tuple[int, str], Target | None] = {}
        self._bindings: dict[tuple[int, int], Target | None] = {}
        self._pending: set[tuple[int, str]] = set()
        self._lock = RLock()
        """Held while something is worked out: what is half known is nobody else's business."""
        self._depth = 0

    def target_of_import(self, module: int, imported: int) -> int:
        """The module or `~leaf` that an import leads to."""
        return self._rows[module][imported]

    def binding(self, module: int, binding: int) -> Target | None:
        """What a binding of a module stands for; None where the trail leaves the project or is lost."""
        key = (module, binding)
        if key not in self._bindings:
            self._bindings[key] = self._binding(module, binding)
        return self._bindings[key]

    def member(self, module: int, binding: int, member: str) -> Target | None:
        """What `binding.member` stands for where the binding is a namespace; else what the binding stands for."""
        target = self.binding(module, binding)
        if target is None or target.binding != NAMESPACE or not member:
            return target
        found = self.export(target.module, member)
        return found and found._replace(via=_joined(target.via, found.via))

    def export(self, module: int, name: str) -> Target | None:
        """What a module's export of that name stands for."""
        key = (module, name)
        if key not in self._memo:
            with self._lock:
                return self._worked_out(key)
        return self._memo[key]

    def _worked_out(self, key: tuple[int, str]) -> Target | None:
        if self._depth > MOST_LINKS or key in self._pending:  # a cycle of `export *` finds nothing
            return None
        self._pending.add(key)
        self._depth += 1
        found = self._memo[key] = self._export(*key)
        self._depth -= 1
        self._pending.discard(key)
        return found

    def export_names(self, module: int) -> list[str]:
        """All names that the module exports as values, those behind `export *` included (but for their defaults)."""
        exports = self._facts[module].interface.exports
        own = [e.name for e in exports if e.name != "*" and not e.type_only]
        with self._lock:
            starred = [name for name in self._star_sources(module) if name != "default"]
        return list(dict.fromkeys((*own, *starred)))

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
        return found and found._replace(via=_joined(self.entering(module), found.via))

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
        return found and found._replace(via=_joined(self.entering(module), found.via))

    def _star_sources(self, module: int) -> dict[str, int]:
        """Name to the module of an `export *` that offers it, the first one in the text winning."""
        table = self._stars.get(module)
        if table is None and self._depth > MOST_LINKS:
            return {}
        if table is None:
            self._depth += 1
            table = self._stars[module] = {}  # a cycle of `export *` sees what is known so far
            for export in self._facts[module].interface.exports:
                if export.name == "*" and (self._with_types or not export.type_only):
                    source = self._rows[module][export.source]
                    if source >= 0:
                        for name in (*self._named_exports(source), *self._star_sources(source)):
                            table.setdefault(name, source)
            self._depth -= 1
        return table

    def _named_exports(self, module: int) -> dict[str, int]:
        named = self._exports[module]
        if named is None:
            exports = self._facts[module].interface.exports
            named = {e.name: i for i, e in enumerate(exports) if e.name != "*"}
            self._exports[module] = named
        return named

    def entering(self, module: int) -> tuple[int, ...]:
        """The module itself where it has a directive: what a trail into it enters."""
        return (module,) if self._directives[module] else ()


def _joined(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    if not first:
        return second
    return first + second if not second or second[0] != first[-1] else first + second[1:]
