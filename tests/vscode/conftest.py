"""VS Code with our extension, as somebody would install it, and a program to open in it."""

from __future__ import annotations

import fcntl
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from build_vsix import build

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


@contextmanager
def alone() -> Iterator[None]:
    """Test processes share the folder in which the extension is bundled."""
    with (Path(tempfile.gettempdir()) / "boundary-extension.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension without a server inside."""
    with alone():
        return build(None, tmp_path_factory.mktemp("vsix"))


@pytest.fixture(scope="session")
def package_with_server(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for this system: its server is this checkout's, in the standalone folder's place."""
    standalone = tmp_path_factory.mktemp("standalone")
    command(standalone / "boundary", '"$@"')
    with alone():
        return build(standalone, tmp_path_factory.mktemp("vsix-for-this-system"))


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
    """Takes a folder, options, and another package; the editor is closed in the end."""
    opened: list[Editor] = []

    def start(folder: Path, *options: str, package: Path = package) -> Editor:
        opened.append(Editor(install(), package, browser, folder, tmp_path / "editor", options))
        return opened[-1]

    yield start
    for editor in opened:
        editor.close()
