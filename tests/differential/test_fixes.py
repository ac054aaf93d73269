"""Fixes of random modules: all are made, and Next's compiler, which knows nothing of us, reads what is left."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.fixes.plan import Plan, plan
from boundary_lsp.fixes.rounds import fix_all
from boundary_lsp.rules.registry import RULES
from tests.conformance.kinds import KINDS
from tests.conformance.modules import LAYERS, Module, application

from . import next_compiler
from .grammar.module import random_module

MODULES = range(600)


@pytest.mark.realbuild
def test_what_fixes_leave_is_read_by_next(next_compiler: Path) -> None:
    modules = {module.path: module for module in map(random_module, MODULES)}
    fixed = {path: after for path, after in all_fixed(modules).items() if after.text != modules[path].text}
    assert len(fixed) > len(modules) / 10
    before, after = kinds(next_compiler, {path: modules[path] for path in fixed}), kinds(next_compiler, fixed)
    for path, module in fixed.items():
        unread = [kind for kind in after[path] - before[path] if kind not in KINDS]
        assert not unread, f"{unread}\n--- before\n{modules[path].text}\n--- after\n{module.text}"


def test_what_is_offered_is_done() -> None:
    for module in map(random_module, MODULES):
        after = all_fixed({module.path: module})[module.path]
        assert (after.text != module.text) == bool(possible(module)), module.text
        assert not possible(after), f"{module.text}\n--- after\n{after.text}"


def possible(module: Module) -> list[Plan]:
    """All fixes that can be made."""
    snapshot = memory_workspace(MemoryFileSystem(application({module.path: module})), options()).snapshot()
    plans = [plan(snapshot.program, snapshot.files, found.fix) for found in snapshot.findings if found.fix is not None]
    return [planned for planned in plans if planned is not None]


def all_fixed(modules: Mapping[str, Module]) -> dict[str, Module]:
    """All fixes made, the unsafe ones as well."""
    fixed = dict(modules)
    for switches in {module.switches for module in modules.values()}:
        there = {path: module for path, module in modules.items() if module.switches == switches}
        files = MemoryFileSystem(application(there))

        def write(texts: Mapping[str, tuple[bytes | None, bytes]], files: MemoryFileSystem = files) -> None:
            for path, (_, text) in texts.items():
                files.write(path, text.decode())

        fix_all(memory_workspace(files, options()), lambda snapshot: snapshot.findings, write)
        fixed |= {path: module._replace(text=files.read(path).decode()) for path, module in there.items()}
    return fixed


def kinds(installed: Path, modules: Mapping[str, Module]) -> dict[str, set[str]]:
    """What Next says of each module, in both layers."""
    questions = [(module, layer) for module in modules.values() for layer in LAYERS]
    found: dict[str, set[str]] = {path: set() for path in modules}
    for (module, _), told in zip(questions, next_compiler.ask(installed, questions), strict=True):
        found[module.path] |= {verdict.kind for verdict in told}
    return found


def options() -> Options:
    return Options(select=frozenset(rule.id for rule in RULES), types="off")
