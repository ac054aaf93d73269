"""The programs of the corpus that are written in Python: what is found in them, and that every command answers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from boundary_lsp.cli.main import main

CORPUS = Path(__file__).parents[2] / "corpus"
FOUND = {
    "like-button-py": [
        "likes.py:18:11: warning[dead-endpoint]",
        "likes.py:14:11: info[private-endpoint]",
    ],
    "anvil-shop": [
        "client_code/Main/__init__.py:1:1: error[server-only-on-client]",
        "client_code/Main/__init__.py:18:27: error[unknown-endpoint]",
        "server_code/orders.py:17:5: warning[dead-endpoint]",
    ],
    "wwwpy-notes": [
        "remote/__init__.py:2:1: error[server-only-on-client]",
        "server/rpc.py:9:11: warning[dead-endpoint]",
    ],
    "both-languages": [
        "tool/likes.py:18:11: warning[dead-endpoint]",
        "web/actions/order.ts:7:23: warning[dead-endpoint]",
        "tool/likes.py:14:11: info[private-endpoint]",
    ],
}
FUNCTIONS = {
    "like-button-py": "likes.py#like",
    "anvil-shop": "server_code/orders.py#buy",
    "wwwpy-notes": "server/rpc.py#notes",
    "both-languages": "tool/likes.py#like",
}
COMMANDS = [
    ["check"],
    ["endpoints"],
    ["endpoints", "--format", "html"],
    ["graph", "--format", "json"],
    ["graph", "--format", "html"],
    ["doctor"],
]


@pytest.fixture(params=FOUND)
def program(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A copy of it is the current folder."""
    name = str(request.param)
    shutil.copytree(CORPUS / name, tmp_path / name)
    (tmp_path / name / ".git").mkdir()
    monkeypatch.chdir(tmp_path / name)
    return name


def test_what_is_found(program: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--no-cache", "--types", "declared"])
    lines = [line for line in capsys.readouterr().out.splitlines() if "[" in line and not line.startswith((" ", "-"))]
    assert [line.partition("] ")[0] + "]" for line in lines] == FOUND[program]


def test_every_command_answers(program: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = FUNCTIONS[program]
    for command in [*COMMANDS, ["refs", target], ["why", target.partition("#")[0]]]:
        assert main([*command, "--no-cache"]) in (0, 1), command
        said = capsys.readouterr()
        assert said.out and "Traceback" not in said.err, command
