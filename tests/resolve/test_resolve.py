"""Every line of every page here: `importer specifier [environment] -> where it leads`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf
from boundary_lsp.project import load_project
from boundary_lsp.resolve import Resolver
from boundary_lsp.resolve.vite import vite_aliases
from tests.project.specs import Spec, parameters

_CLAIM = re.compile(r"(\S+) (\S+)(?: \[(client|server)\])? -> (.+)")


@pytest.mark.parametrize("spec", parameters(Path(__file__).parent))
def test_resolve(spec: Spec) -> None:
    files = MemoryFileSystem(spec.files)
    project = load_project(files)
    resolver = Resolver(project, files, vite_aliases(project, files))
    wrong = []
    for line, claim in spec.claims:
        match = _CLAIM.fullmatch(claim)
        assert match, f"line {line} cannot be read: {claim}"
        importer, specifier, only, wanted = match.groups()
        assert importer in project.files, f"line {line}: there is no {importer}"
        for environment in [Environment(only)] if only else [Environment.SERVER, Environment.CLIENT]:
            found = _shown(resolver.resolve(importer.rpartition("/")[0], specifier, environment))
            if found != wanted and not (wanted.endswith("…") and found.startswith(wanted[:-1])):
                wrong.append(f"line {line}: {specifier} [{environment}] -> {found}, not {wanted}")
    assert not wrong, "\n".join(wrong)


def _shown(found: str | Leaf) -> str:
    """`src/a.ts`; `package ui, installed, 'use client'`; `missing: no such file`."""
    if isinstance(found, str):
        return found
    installed = ", installed" if found.installed and found.kind == "package" else ""
    directive = f", {found.directive!r}" if found.directive else ""
    reason = f": {found.reason}" if found.reason else ""
    named = f" {found.package}" if found.kind in ("package", "builtin") else ""
    return f"{found.kind}{named}{installed}{directive}{reason}"
