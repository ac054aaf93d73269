"""What only pyright can tell of functions without annotations, found; and without pyright, said once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boundary_lsp.adapters.pyright.locate import INSTALL
from boundary_lsp.cli.main import main

FILES = {
    "anvil.yaml": "name: The shop\n",
    "client_code/main.py": "import anvil.server\n\nanvil.server.call('words', 'a b')\nanvil.server.call('count')\n",
    "server_code/api.py": (
        "import anvil.server\n\n\n"
        "@anvil.server.callable\ndef words(text):\n    return {word for word in 'a b'.split()} | set()\n\n\n"
        "@anvil.server.callable\ndef count():\n    return len('a'.split())\n"
    ),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOUNDARY_CACHE_DIR", str(tmp_path / "cache"))
    for path, text in FILES.items():
        (tmp_path / "root" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "root" / path).write_text(text)
    return tmp_path / "root"


@pytest.mark.realbuild
def test_a_result_that_is_inferred(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in ("asked", "recalled"):
        assert main(["check", str(root), "--format", "json"]) == 1
        answer = json.loads(capsys.readouterr().out)
        found = [(one["rule"], one["types"]) for one in answer["findings"]]
        assert (found, answer["degraded"]) == ([("unserializable-result", "inferred")], [])


def test_without_it_all_else_works(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(root))
    assert main(["check", str(root), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["findings"] == []
    assert [f"`{INSTALL}`" in line for line in answer["degraded"]] == [True]
