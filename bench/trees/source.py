"""The text of a synthetic module."""

from __future__ import annotations

import random
import re

from bench.trees import filler
from bench.trees.declarations import Draft, declaration_text
from bench.trees.model import Export, Kind, Module, Role

FILLED_ROLES = frozenset(Role) - {Role.BARREL, Role.TEST}
READABLE = frozenset({Kind.CALL, Kind.VALUE})
LARGEST_HELPER = 1600


def render(module: Module, size: int, rng: random.Random) -> str:
    """The module as TypeScript, padded to about `size` characters unless its role is a small one."""
    head = [f'"{module.directive}";\n'] if module.directive else []
    head += import_lines(module)
    declared = [declaration(module, export, number == 0, rng) for number, export in enumerate(module.exports)]
    if module.role is Role.TEST:
        declared = [test_text(module)]
    text = "\n".join([*head, "", *declared])
    padding = size - len(text) if module.role in FILLED_ROLES else 0
    return text + "".join("\n" + part for part in pad(module, padding, rng))


def import_lines(module: Module) -> list[str]:
    """Packages first, then our own modules, then the barrel's stars."""
    lines = [f'import {clause} from "{name}";' for clause, name in module.packages]
    for name, exports in module.imports.items():
        types = all(export.kind is Kind.TYPE for export in exports)
        names = ", ".join(export.name for export in exports)
        lines.append(f'import {"type " if types else ""}{{ {names} }} from "{name}";')
    return lines + [f'export * from "{name}";' for name in module.stars]


def readable_names(module: Module) -> list[str]:
    """Imported names that may be mentioned anywhere without changing what the module means."""
    clauses = " ".join(clause for clause, _ in module.packages)
    packages = [word for word in re.findall(r"\w+", clauses) if word != "as" and not word.startswith("use")]
    ours = [export.name for exports in module.imports.values() for export in exports if export.kind in READABLE]
    return packages + ours


def pad(module: Module, size: int, rng: random.Random) -> list[str]:
    """Private functions, and components where the module renders, of `size` characters in all."""
    parts: list[str] = []
    names = readable_names(module)
    while size > 120:
        share = min(size, rng.randint(400, LARGEST_HELPER))
        write = filler.section if module.renders and len(parts) % 3 else filler.helper
        parts.append(write(rng, len(parts), share, names))
        size -= len(parts[-1])
    return parts


def declaration(module: Module, export: Export, first: bool, rng: random.Random) -> str:
    """One export; the module's own statements stand in its first."""
    body = [*(module.statements if first else ()), *filler.statements(rng, 80, readable_names(module)), *export.body]
    return declaration_text(Draft(module, export, body))


def test_text(module: Module) -> str:
    body = [f'const seed = "{module.role}";', *module.statements, "expect(seed).toBeTruthy();"]
    inner = "\n  ".join(body)
    return f'import {{ expect, it }} from "vitest";\n\nit("answers", async () => {{\n  {inner}\n}});\n'
