"""A document that is open in the editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.editor.client import Answer, Client, Moment

Findings = frozenset[tuple[str, str]]
"""(rule, message)."""


class Document:
    """As on disk at first. Offsets are in characters of its text."""

    def __init__(self, client: Client, path: Path) -> None:
        self.path = path
        self.uri = path.as_uri()
        self.text = path.read_bytes().decode()
        self.client = client
        self._version = 1
        self._result: str | None = None
        opened = {"uri": self.uri, "languageId": "typescriptreact", "version": 1, "text": self.text}
        client.tell("textDocument/didOpen", {"textDocument": opened})

    def replace(self, start: int, end: int, by: str) -> None:
        """One change, as a keystroke makes it."""
        self._version += 1
        change = {"range": {"start": self.position(start), "end": self.position(end)}, "text": by}
        self.text = self.text[:start] + by + self.text[end:]
        document = {"uri": self.uri, "version": self._version}
        self.client.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def position(self, offset: int) -> dict[str, int]:
        """Columns count UTF-16 units."""
        before = self.text[:offset]
        start = before.rfind("\n") + 1
        return {"line": before.count("\n"), "character": len(before[start:].encode("utf-16-le")) // 2}

    def at(self, offset: int) -> dict[str, Any]:
        """The parameters of a question about a place."""
        return {"textDocument": {"uri": self.uri}, "position": self.position(offset)}

    def pull(self, since: Moment | None = None) -> Answer:
        """What is found in it, or that it is what it was."""
        since = since or self.client.now()
        answer = self.client.answer(self.send_pull(), since)
        self._result = answer.result["resultId"]
        return answer

    def send_pull(self) -> int:
        """The request's number."""
        asked = {"textDocument": {"uri": self.uri}, "previousResultId": self._result}
        return self.client.send("textDocument/diagnostic", asked)

    def findings(self) -> Findings:
        return findings(self.client, self.uri)


class Documents:
    """Each is opened once."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._open: dict[Path, Document] = {}

    def open(self, path: Path) -> Document:
        if path not in self._open:
            self._open[path] = Document(self._client, path)
        return self._open[path]

    def __contains__(self, path: Path) -> bool:
        return path in self._open


def findings(client: Client, uri: str) -> Findings:
    """Of any file."""
    answer = client.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    return frozenset((str(item.get("code")), item["message"]) for item in answer.result["items"])
