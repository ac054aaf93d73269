"""A long day's typing: what the server holds does not grow with it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.synthetic import generate
from tests.lsp.client import Client
from tests.lsp.test_requests import CURIOUS

MODULES = 1000
BURST = 5
"""Edits between two questions: who types is faster than the analysis."""
ALLOWED = 1.1
FIRST = 120.0
"""Seconds that the first analysis may take."""
KINDS: tuple[Callable[[str, int], str], ...] = (
    lambda text, number: f"{text}\n// note {number}\n",
    lambda text, number: f"{text}\nexport function fresh{number}() {{ return 'w{number}'; }}\n",
    lambda text, number: f"import {{ a{number} }} from './gone-{number}';\nimport b{number} from 'p{number}';\n{text}",
    lambda text, number: f"'use {'server' if number % 2 else 'client'}';\n{text}",
    lambda text, number: (
        f"'use server';\n{text}\n"
        f"export async function do{number}(input: {{ a{number}: Map<string, number> }}) {{ return {{ input }}; }}\n"
    ),
)
"""None leaves anything behind for the next edit of the same text, and each has names that were never there before."""


class Typist:
    """Edits many documents in turn, opens and closes them, and asks what editors ask."""

    def __init__(self, client: Client, root: Path) -> None:
        self._client = client
        self._paths = sorted((root / "ui").rglob("*.tsx"))[::5]
        self._texts = {path: path.read_text() for path in self._paths}
        self._number = 0

    def type(self, edits: int) -> None:
        for _ in range(edits // BURST):
            path = self._paths[self._number // BURST % len(self._paths)]
            self._client.open(path)
            for _ in range(BURST):
                self._number += 1
                text = KINDS[self._number // BURST % len(KINDS)](self._texts[path], self._number)
                self._client.change(path, {"text": text})
            self._ask(path)
            self._client.close(path)

    def _ask(self, path: Path) -> None:
        document = {"textDocument": {"uri": path.as_uri()}}
        self._client.pull(path)
        self._client.ask("textDocument/codeLens", document)
        self._client.ask("textDocument/hover", {**document, "position": {"line": 1, "character": 10}})
        if self._number % (10 * BURST) == 0:
            self._client.ask("boundary/doors", {})
            self._client.ask("boundary/environments", {})
            self._client.pull_all()


def resident(process: int) -> int:
    """Pages."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1])


@pytest.mark.skipif(sys.platform != "linux", reason="memory is looked for in /proc")
def test_a_thousand_edits_take_no_memory(client: Client, tmp_path: Path) -> None:
    root = tmp_path / "tree"
    generate(root, MODULES)
    client.start(root, capabilities=CURIOUS)
    client.ask("workspace/diagnostic", {"previousResultIds": []}, FIRST)
    typist = Typist(client, root)
    typist.type(100)
    before = resident(client.process.pid)
    typist.type(900)
    assert resident(client.process.pid) < before * ALLOWED
