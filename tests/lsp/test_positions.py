"""Positions as the editor counts them: every encoding, every line end, and characters that some take for one."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from lsprotocol import types

from boundary_lsp.lsp.buffers import Buffer
from boundary_lsp.model.lines import Columns
from tests.lsp.client import MODERN, Client

NASTY = "\u2028\u2029\f\v\x85\x1c"
"""Python's `splitlines` ends a line at each of them; editors do not."""
HEAD = f"/* {NASTY} 😀é */\n'use server';\n"
ENDS = ("\n", "\r\n", "\r")
ENCODINGS = ("utf-8", "utf-16", "utf-32")


UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""Codec, and bytes of a unit."""


def units(text: str, encoding: str) -> int:
    codec, size = UNITS[encoding]
    return len(text.encode(codec)) // size


def position(text: str, at: int, encoding: str) -> dict[str, int]:
    """Of a character of a text, worked out the simple way."""
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return {"line": before.count("\n"), "character": units(text[start:at], encoding)}


def capabilities(encoding: str) -> dict[str, Any]:
    return {**MODERN, "general": {"positionEncodings": [encoding]}}


@pytest.mark.parametrize("end", ENDS, ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_and_line_end(client: Client, program: Path, encoding: str, end: str) -> None:
    """An edit below such characters goes where the editor means it, and what is found there is where it is."""
    actions = program / "actions/likes.ts"
    text = (HEAD + "export async function like() {}\nexport async function /* 😀 */ forgotten() {}\n").replace(
        "\n", end
    )
    assert client.start(program, capabilities=capabilities(encoding))["positionEncoding"] == encoding
    client.open(actions, text)
    at = text.index("forgotten")
    insert = {"start": position(text, at, encoding), "end": position(text, at + 9, encoding)}
    client.change(actions, {"range": insert, "text": "é𝒳ß"})
    (item,) = [item for item in client.pull(actions) if item["code"] == "dead-endpoint"]
    text = text.replace("forgotten", "é𝒳ß")
    assert item["range"] == {"start": position(text, at, encoding), "end": position(text, at + 3, encoding)}
    assert "`é𝒳ß`" in item["message"]


def test_the_first_encoding_that_both_know(client: Client, program: Path) -> None:
    several = {**MODERN, "general": {"positionEncodings": ["utf-7", "utf-32", "utf-8"]}}
    assert client.start(program, capabilities=several)["positionEncoding"] == "utf-32"


def test_none_is_utf_16(client: Client, program: Path) -> None:
    assert client.start(program, capabilities={})["positionEncoding"] == "utf-16"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_edits_of_a_buffer(encoding: str) -> None:
    """Random ones, several in a notification: the text is the same as when they are made on it directly."""
    random = Random(7)
    alphabet = f"ab😀é\r\n{NASTY}\n"
    text = "".join(random.choices(alphabet, k=200))
    buffer = Buffer("file:///a.ts", 1, text)
    for version in range(2, 402):
        changes = []
        for _ in range(random.randint(1, 3)):
            start, end = sorted(random.choices(_boundaries(text), k=2))
            by = "".join(random.choices(alphabet, k=random.randint(0, 6)))
            changes.append(_change(text, start, end, by, encoding))
            text = text[:start] + by + text[end:]
        buffer.change(version, changes, Columns(encoding))
        assert buffer.text == text.encode()


def _boundaries(text: str) -> list[int]:
    """Not between `\\r` and `\\n`: there is no position there."""
    return [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n"]


def _change(text: str, start: int, end: int, by: str, encoding: str) -> types.TextDocumentContentChangePartial:
    first, last = (types.Position(**position(text, at, encoding)) for at in (start, end))
    return types.TextDocumentContentChangePartial(types.Range(first, last), by)
