"""A thousand edits of several buffers, saved or not: the server says what a fresh check of the same texts says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.options import Options
from boundary_lsp.model.lines import Columns
from tests.cli import shop
from tests.lsp.client import Client
from tests.lsp.test_positions import position

EDITS = 500
BETWEEN = 25
"""Edits from one comparison to the next: what is typed meanwhile is not waited for."""
PIECES = (
    "'use server';\n",
    "'use client';\n",
    "import { like } from '../actions/likes';\n",
    "import * as likes from '../actions/likes';\n",
    "export { forgotten as renamed } from '../actions/likes';\n",
    "export async function forgotten() { return new Map(); }\n",
    "export function plain() { return 1; }\n",
    "<LikeButton id={() => 1} />",
    "like(Symbol('x'))",
    "async ",
    "// boundary-ignore dead-endpoint: so it is\n",
    "\u2028😀",
    "{",
    "}",
    "`",
    "\r\n",
)
CONFIGURATIONS = (
    "",
    "[rules]\ndead-endpoint = 'off'\n",
    "[rules]\ndead-endpont = 'off'\n",
    "exclude = ['components/']\n",
)


class Desk:
    """An editor that types at random, and remembers what stands where."""

    def __init__(self, client: Client, root: Path, seed: int) -> None:
        self._client = client
        self._root = root
        self._random = Random(seed)
        self.disk: dict[str, str] = dict(shop.FILES)
        self._buffers: dict[str, str] = {}
        self._configuration = ""

    @property
    def texts(self) -> dict[str, str]:
        used = {"boundary.toml": self._configuration} if self._configuration else {}
        return {**self.disk, **self._buffers, **used}

    def act(self) -> None:
        actions = {self._type: 20, self._open: 2, self._close: 1, self._save: 1, self._write: 1, self._configure: 1}
        (action,) = self._random.choices(list(actions), list(actions.values()))
        action(self._random.choice([path for path in self.disk if path.endswith((".ts", ".tsx"))]))

    def _type(self, path: str) -> None:
        if path not in self._buffers:
            return self._open(path)
        text = self._buffers[path]
        start = self._random.randint(0, len(text))
        end = min(len(text), start + self._random.choice((0, 0, 0, 1, 5, 40)))
        if text[start - 1 : start + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n":
            return None  # there is no position between them
        by = self._random.choice((*PIECES, text[end : end + 30], ""))
        where = {"start": position(text, start, "utf-16"), "end": position(text, end, "utf-16")}
        self._client.change(self._root / path, {"range": where, "text": by})
        self._buffers[path] = text[:start] + by + text[end:]
        return None

    def _open(self, path: str) -> None:
        if path not in self._buffers:
            self._client.open(self._root / path, self.disk[path])
            self._buffers[path] = self.disk[path]

    def _close(self, path: str) -> None:
        if path in self._buffers:
            del self._buffers[path]
            self._client.close(self._root / path)

    def _save(self, path: str) -> None:
        if path in self._buffers:
            self._put(path, self._buffers[path])

    def _write(self, path: str) -> None:
        """Somebody else changes it, back to how it was in the beginning."""
        self._put(path, shop.FILES[path])

    def _put(self, path: str, text: str) -> None:
        self.disk[path] = text
        (self._root / path).write_bytes(text.encode())
        self._client.touch(self._root / path)

    def _configure(self, _: str) -> None:
        text = self._random.choice(CONFIGURATIONS)
        (self._root / "boundary.toml").write_text(text)
        self._client.touch(self._root / "boundary.toml")
        if "endpont" not in text:  # what cannot be used leaves things as they were
            self._configuration = text


@pytest.mark.parametrize("seed", [1, 2])
def test_a_thousand_edits(client: Client, program: Path, seed: int) -> None:
    (program / "boundary.toml").write_text("")
    client.start(program)
    client.pull_all()
    desk = Desk(client, program, seed)
    for number in range(EDITS):
        desk.act()
        if number % BETWEEN == 0:
            assert told(client, program) == fresh(desk.texts)
    assert told(client, program) == fresh(desk.texts)


def told(client: Client, root: Path) -> list[Any]:
    return _sorted(
        (
            uri.removeprefix(root.as_uri() + "/"),
            item["code"],
            item["range"]["start"],
            item["range"]["end"],
            item["message"],
        )
        for uri, items in client.pull_all().items()
        for item in items
    )


def fresh(texts: dict[str, str]) -> list[Any]:
    snapshot = memory_workspace(MemoryFileSystem(texts), Options(types="declared")).snapshot()

    def at(module: int, offset: int) -> dict[str, int]:
        line, column = snapshot.lines(module).position(offset, Columns.UTF16)
        return {"line": line, "character": column}

    return _sorted(
        (snapshot.program.modules[f.module], f.rule, at(f.module, f.start), at(f.module, f.end), f.message)
        for f in snapshot.findings
    )


def _sorted(told: Iterable[Any]) -> list[Any]:
    return sorted(told, key=repr)
