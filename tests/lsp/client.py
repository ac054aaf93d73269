"""An editor, as far as a server can tell: plain messages over the real process's standard streams."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from tests.cli.shop import environment

SECONDS = 30.0
SERVER = (sys.executable, "-m", "boundary_lsp", "serve")
MODERN: Mapping[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {"diagnostic": {}, "publishDiagnostics": {"relatedInformation": True}},
    "workspace": {
        "workspaceFolders": True,
        "diagnostics": {"refreshSupport": True},
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "window": {"workDoneProgress": True},
}
"""An editor that pulls. One without capabilities is pushed to."""


class Failed(Exception):
    def __init__(self, error: Mapping[str, Any]) -> None:
        super().__init__(error["message"])
        self.code: int = error["code"]


class Client:
    """Whatever the server asks is answered with null."""

    def __init__(self, cache: Path, *arguments: str, command: Sequence[str | Path] = SERVER, **variables: str) -> None:
        self.process = subprocess.Popen(
            [*command, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cache.parent,
            env=environment(cache, **variables),
        )
        self.told: list[dict[str, Any]] = []
        """Notifications and requests of the server, as they came."""
        self.log: list[str] = []
        self._answers: dict[int, SimpleQueue[dict[str, Any]]] = {}
        self._number = 0
        self._versions: dict[str, int] = {}
        self._threads = [threading.Thread(target=each, daemon=True) for each in (self._listen, self._read_log)]
        for thread in self._threads:
            thread.start()

    def start(
        self,
        *folders: Path,
        capabilities: Mapping[str, Any] = MODERN,
        process: int | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> Any:
        """What the server can do."""
        listed = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders]
        answer = self.ask(
            "initialize",
            {
                "processId": process,
                "rootUri": None,
                "workspaceFolders": listed,
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )
        self.tell("initialized", {})
        return answer["capabilities"]

    def ask(self, method: str, parameters: Any, seconds: float = SECONDS) -> Any:
        return self.wait(self.send(method, parameters), seconds)

    def send(self, method: str, parameters: Any) -> int:
        self._number += 1
        self._answers[self._number] = SimpleQueue()
        self._write({"id": self._number, "method": method, "params": parameters})
        return self._number

    def wait(self, number: int, seconds: float = SECONDS) -> Any:
        """The answer to a request. Raises Failed, or Empty where none comes."""
        answer = self._answers[number].get(timeout=seconds)
        if "error" in answer:
            raise Failed(answer["error"])
        return answer["result"]

    def is_answered(self, number: int) -> bool:
        return not self._answers[number].empty()

    def tell(self, method: str, parameters: Any) -> None:
        self._write({"method": method, "params": parameters})

    def open(self, path: Path, text: str | None = None) -> None:
        """As it is on disk, if no text is given."""
        if text is None:
            text = path.read_bytes().decode()
        self._versions[path.as_uri()] = 1
        document = {"uri": path.as_uri(), "languageId": "typescript", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def change(self, path: Path, *changes: Mapping[str, Any]) -> None:
        """Each `{"text"}` or `{"range", "text"}`."""
        self._versions[path.as_uri()] += 1
        document = {"uri": path.as_uri(), "version": self._versions[path.as_uri()]}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})

    def close(self, path: Path) -> None:
        self.tell("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})

    def touch(self, *paths: Path, kind: int = 2) -> None:
        """1: created, 2: changed, 3: removed."""
        changes = [{"uri": path.as_uri(), "type": kind} for path in paths]
        self.tell("workspace/didChangeWatchedFiles", {"changes": changes})

    def pull(self, path: Path) -> list[dict[str, Any]]:
        report = self.ask("textDocument/diagnostic", {"textDocument": {"uri": path.as_uri()}})
        assert report["kind"] == "full"
        items: list[dict[str, Any]] = report["items"]
        return items

    def pull_all(self) -> dict[str, list[dict[str, Any]]]:
        """By address."""
        report = self.ask("workspace/diagnostic", {"previousResultIds": []})
        return {item["uri"]: item["items"] for item in report["items"]}

    def until(self, holds: Callable[[], Any], seconds: float = SECONDS) -> Any:
        """What it gives, as soon as that is something."""
        end = time.monotonic() + seconds
        while not (found := holds()):
            assert time.monotonic() < end, f"waited in vain; the log: {self.log}"
            time.sleep(0.01)
        return found

    def published(self, path: Path) -> list[dict[str, Any]] | None:
        """The last diagnostics that came by themselves; None before any did."""
        sent = [m["params"] for m in self.told if m["method"] == "textDocument/publishDiagnostics"]
        found: list[list[dict[str, Any]]] = [one["diagnostics"] for one in sent if one["uri"] == path.as_uri()]
        return found[-1] if found else None

    def stop(self) -> int:
        """Shut down as one should; the exit code. A server that showed a box, or logged a mistake, fails."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        code = self.ended(SECONDS)
        assert not [m for m in self.told if m["method"].startswith("window/showMessage")]
        assert not [line for line in self.log if "Traceback" in line or " ERROR " in line], "\n".join(self.log)
        return code

    def ended(self, seconds: float) -> int:
        """The exit code of the server, once it has ended by itself. Raises TimeoutExpired."""
        code = self.process.wait(seconds)
        for thread in self._threads:
            thread.join(seconds)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream is not None
            with contextlib.suppress(BrokenPipeError):
                stream.close()
        return code

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while head := stream.readline():
            assert head.startswith(b"Content-Length: "), head
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(int(head.split()[1])))
            if "method" not in message:
                self._answers[message["id"]].put(message)
                continue
            self.told.append(message)
            if "id" in message:
                self._write({"id": message["id"], "result": None})

    def _read_log(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log.append(line.decode().rstrip())


__all__ = ["MODERN", "Client", "Empty", "Failed"]
