"""`npx boundary-lsp`: an editor's messages pass through Node untouched."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.lsp.client import Client
from tests.packaging.conftest import Application
from tests.packaging.machine import Machine, children, is_alive, wait_for
from tests.packaging.release import Release

pytestmark = pytest.mark.realbuild


@pytest.fixture
def app(application: Application) -> Path:
    return application("shop")


def _client(bare: Machine, app: Path, *command: str | Path) -> Client:
    return Client(app / "cache", command=command, **bare.environment(PYTHONPATH=""))


def _rules(client: Client, path: Path) -> list[str]:
    return [item["code"] for item in client.pull(path)]


def test_diagnostics(bare: Machine, app: Path) -> None:
    client = _client(bare, app, bare.folder / "tools/npx", "boundary-lsp")
    client.start(app)
    actions = app / "actions/likes.ts"
    client.open(actions)
    assert _rules(client, actions) == ["private-endpoint", "dead-endpoint"]
    client.change(actions, {"text": "'use server';\n// ünïcödé 😀\nexport async function forgotten() {}\n"})
    assert _rules(client, actions) == ["dead-endpoint"]
    page = client.pull(actions)[0]["codeDescription"]["href"]
    assert Path(unquote(urlsplit(page).path)).read_text("utf-8").startswith("# dead-endpoint")
    assert client.stop() == 0


def test_by_its_own_name(bare: Machine, app: Path, release: Release, tmp_path: Path) -> None:
    """A link to the program is the command that it is called."""
    link = tmp_path / "boundary-lsp"
    link.symlink_to(release.standalone / "boundary")
    client = _client(bare, app, link)
    client.start(app)
    assert client.pull(app / "actions/likes.ts")
    assert client.stop() == 0


def test_it_ends_with_node(bare: Machine, app: Path) -> None:
    """Though the editor still holds its streams."""
    client = _client(bare, app, app / "node_modules/.bin/boundary-lsp")
    client.start(app)
    [server] = children(client.process.pid)
    client.process.kill()
    client.ended(30)
    wait_for(lambda: not is_alive(server))
