"""What we say of `corpus/next-shop` is what Next's own builds publish of it, with either bundler."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.model.program import Program, Publication, ServerFunction

from .next_build import LEFT_OUT_OF_THE_COPY, BuildTruth, Bundler


@pytest.fixture(scope="module")
def program(next_shop: Path, bundler: Bundler) -> Program:
    """The graph of the application's own files, without its packages, as that bundler would build it."""
    files = _files(next_shop)
    manifest = json.loads(files["package.json"])
    manifest["scripts"]["build"] = "next build --webpack" if bundler == "webpack" else "next build"
    files["package.json"] = json.dumps(manifest).encode()
    return memory_workspace(MemoryFileSystem(files)).snapshot().program


def test_the_application_is_what_was_built(program: Program, next_shop_truth: BuildTruth) -> None:
    assert [(a.framework, a.framework_version, a.bundler) for a in program.applications] == [
        ("next", next_shop_truth.next_version, next_shop_truth.bundler)
    ]


def test_client_modules(program: Program, next_shop_truth: BuildTruth) -> None:
    assert {program.modules[module] for module in program.client_modules} == next_shop_truth.client_modules


def test_what_is_published(program: Program, next_shop_truth: BuildTruth) -> None:
    assert _published(program, Publication.YES) == _answering(next_shop_truth)


def test_the_verdict_is_never_unknown(program: Program) -> None:
    assert _published(program, Publication.UNKNOWN) == set()


def _files(folder: Path) -> dict[str, str | bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not _is_left_out(path.relative_to(folder))
    }


def _is_left_out(path: Path) -> bool:
    return any(Path(part).match(pattern) for part in path.parts for pattern in LEFT_OUT_OF_THE_COPY)


def _answering(truth: BuildTruth) -> set[str]:
    """Registered, and held by some entry that runs what is posted to it: route handlers never do."""
    return {name for name, held in truth.workers.items() if any(not entry.endswith("/route") for entry in held)}


def _published(program: Program, verdict: Publication) -> set[str]:
    """By the names that builds give: inline functions are numbered by file."""
    names: set[str] = set()
    for module, functions in _by_module(program).items():
        for function in functions:
            if function.published is verdict:
                names.add(f"{program.modules[module]}#{_build_name(function)}")
    return names


def _by_module(program: Program) -> dict[int, list[ServerFunction]]:
    found: dict[int, list[ServerFunction]] = {}
    for function in program.server_functions:
        found.setdefault(function.module, []).append(function)
    return found


def _build_name(function: ServerFunction) -> str:
    if function.inline < 0:
        return function.name
    return f"$$RSC_SERVER_ACTION_{function.inline}"
