"""What somebody sees who opens a program in the real VS Code, with the extension as it is packed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.vscode.conftest import command
from tests.vscode.editor import Editor

pytestmark = pytest.mark.realbuild


def test_a_program_in_the_real_editor(
    open_editor: Callable[..., Editor], shop: Path, screenshots: Path, subtests: pytest.Subtests
) -> None:
    editor = open_editor(shop, "--disable-workspace-trust")
    seen = editor.visit("shop", screenshots)
    for step, expected in SEEN.items():
        with subtests.test(step):
            assert_seen(seen.get(step), expected)
    with subtests.test("the band is as long as the module"):
        assert seen.get("band") == 16
    with subtests.test("the server is the project's own"):
        assert f"{shop}/.venv/bin/boundary-lsp (.venv)" in editor.log()
    with subtests.test("nothing went wrong"):
        assert " [error] " not in editor.log()


SEEN: Mapping[str, list[str]] = {
    "diagnostics": [
        "inventory.ts",
        "no client code uses `reloadStock`",
        "imports lib/cart-math.ts",
    ],
    "lenses": ["1 call over the network, 1 in-process", "nothing refers to it"],
    "uses": ["1 use over the network", "1 use in-process", "all 2 uses"],
    "peek": ["page.tsx"],
    "references": ["orders.ts", "checkout"],
    "badges": ["SC", "S", "C"],
    "status": ["server and client, because of (catalog)/page.tsx → … → add-to-cart.tsx"],
    "why": ["app/(catalog)/page.tsx", "components/add-to-cart.tsx", "imported by components/add-to-cart.tsx:8"],
    "walk": ["index.ts", "cart-math.ts"],
    "doors": ["Unused 10", "migrateCarts", "In-process 12", "Called 17", "Client references 13"],
    "door": ["Ln 14"],
    "report": ["Endpoints", "migrateCarts"],
    "map": ["Map of next-shop", "the program starts here, on the server", "this is a door to the browser"],
    "dark": ["#B86E00", "#E69F00"],
    "check": ["5 errors and 21 warnings"],
    "baseline": ["0 0"],
}
"""Of each step: texts, in this order, each in a line of its own or with others."""


def assert_seen(lines: Any, expected: list[str]) -> None:
    assert isinstance(lines, list), lines
    rest = iter(lines)
    assert all(any(text in line for line in rest) for text in expected), f"{expected} in {lines}"


def test_nothing_of_a_workspace_that_is_not_trusted_is_started(
    open_editor: Callable[..., Editor], shop: Path, screenshots: Path
) -> None:
    started = untrusted_server(shop)
    editor = open_editor(shop)
    seen = editor.visit("restricted", screenshots)
    assert_seen(seen["welcome"], ["in a workspace that is not trusted no other one is started"])
    assert "no server was found" in editor.log().split("server: ")[0]
    assert_seen(seen["trusted"], ["In-process 12"])
    assert started.exists()


def test_the_server_inside_the_extension_is_started_where_nothing_is_trusted(
    open_editor: Callable[..., Editor], package_with_server: Path, shop: Path, screenshots: Path
) -> None:
    started = untrusted_server(shop)
    editor = open_editor(shop, package=package_with_server)
    assert_seen(editor.visit("bundled", screenshots)["bundled"], ["Unused 10", "In-process 12"])
    assert "server/boundary serve (the extension)" in editor.log()
    assert not started.exists()


def untrusted_server(folder: Path) -> Path:
    """Puts a server into the folder that leaves a file behind when it is started: this one."""
    started = folder / "started"
    program = folder / "node_modules" / ".bin" / "boundary-lsp"
    program.parent.mkdir(parents=True)
    command(program, "serve")
    program.write_text(program.read_text().replace("\n", f"\ntouch '{started}'\n", 1))
    return started
