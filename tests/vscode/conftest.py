"""VS Code with our extension, as somebody would install it, and a program to open in it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.build_vsix import build
from tests.cli.shop import REPOSITORY
from tests.support.chromium_page import Browser, browser, screenshots
from tests.vscode.code_server import install
from tests.vscode.editor import Editor

__all__ = ["browser", "screenshots"]

BOTH_WAYS = """import { addLine } from '@/actions/cart';

export default async function Again() {
  return <p>{(await addLine('mug')).length}</p>;
}
"""
"""The corpus has no endpoint that is called over the network and in-process: this page makes `addLine` one."""


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension without a server inside."""
    return build(None, tmp_path_factory.mktemp("vsix"))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The corpus, with one page more, and with this checkout's server in its environment."""
    folder = tmp_path / "next-shop"
    shutil.copytree(REPOSITORY / "corpus" / "next-shop", folder, ignore=shutil.ignore_patterns("node_modules", ".next"))
    (folder / "app" / "again").mkdir()
    (folder / "app" / "again" / "page.tsx").write_text(BOTH_WAYS)
    scripts = folder / ".venv" / "bin"
    scripts.mkdir(parents=True)
    command(scripts / "boundary", '"$@"')
    command(scripts / "boundary-lsp", "serve")
    return folder


def command(path: Path, arguments: str) -> None:
    path.write_text(f"#!/bin/sh\nPYTHONPATH='{REPOSITORY}' exec '{sys.executable}' -m boundary_lsp {arguments}\n")
    path.chmod(0o755)


@pytest.fixture
def open_editor(package: Path, browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Editor]]:
    """Takes a folder; the editor is closed in the end."""
    opened: list[Editor] = []

    def start(folder: Path, *options: str) -> Editor:
        opened.append(Editor(install(), package, browser, folder, tmp_path / "editor", options))
        return opened[-1]

    yield start
    for editor in opened:
        editor.close()
