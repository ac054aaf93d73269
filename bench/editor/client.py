"""The protocol's messages, to and from a real server over its standard streams.

No library of the protocol: what decoding costs a client would be in the figures. An answer's time ends when its last
byte is here.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from bench.measure.process import Command, end_session
from bench.measure.processor import own_seconds

SECONDS = 300.0


class ServerFailed(Exception):
    """It ended, refused, or did not answer."""


class Moment(NamedTuple):
    """On the clock, and of the server's processor: seconds."""

    wall: float
    cpu: float


class Answer(NamedTuple):
    """What came back to a request, and the seconds from sending it: on the clock, and of the server's processor."""

    result: Any
    wall: float
    cpu: float


class Client:
    """Starts the server, in a session of its own. Whatever the server asks is answered with null."""

    def __init__(self, command: Command) -> None:
        """Raises ServerFailed where the command cannot be started."""
        self.started = Moment(time.perf_counter(), 0.0)
        self._log = Path(f"{command.stdout}.err")
        self._process = _started(command, self._log)
        assert self._process.stdin and self._process.stdout
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        self._number = 0
        self._heard: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def now(self) -> Moment:
        return Moment(time.perf_counter(), own_seconds(self.pid))

    def ask(self, method: str, parameters: Any, since: Moment | None = None) -> Answer:
        """Waits for the answer. `since`: when the waiting began, if before now. Raises ServerFailed."""
        since = since or self.now()
        return self.answer(self.send(method, parameters), since)

    def send(self, method: str, parameters: Any) -> int:
        """The request's number."""
        self._number += 1
        self._write({"id": self._number, "method": method, "params": parameters})
        return self._number

    def tell(self, method: str, parameters: Any) -> None:
        self._write({"method": method, "params": parameters})

    def answer(self, number: int, since: Moment) -> Answer:
        """To the request of that number; those to requests before it are dropped."""
        while True:
            arrived, message = self._next()
            if message.get("id") != number or "method" in message:
                continue
            spent = own_seconds(self.pid) - since.cpu
            if "error" in message:
                raise ServerFailed(f"{message['error']['code']}: {message['error']['message']}")
            return Answer(message["result"], arrived - since.wall, spent)

    def stop(self) -> None:
        """As an editor ends it."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._process.wait(SECONDS)

    def close(self) -> None:
        """End what is left of it."""
        end_session(self.pid)
        self._process.wait()
        self._listener.join()
        for stream in (self._stdin, self._stdout):
            with contextlib.suppress(BrokenPipeError):
                stream.close()

    def _next(self) -> tuple[float, dict[str, Any]]:
        try:
            arrived, body = self._heard.get(timeout=SECONDS)
        except Empty:
            raise ServerFailed(f"no answer in {SECONDS:.0f} s\n{self._said()}") from None
        if not body:
            raise self._ended()
        message: dict[str, Any] = json.loads(body)
        if "method" in message and "id" in message:
            self._write({"id": message["id"], "result": None})
        return arrived, message

    def _ended(self) -> ServerFailed:
        return ServerFailed(f"the server ended with status {self._process.wait(SECONDS)}\n{self._said()}")

    def _said(self) -> str:
        return self._log.read_text(errors="replace")[-1500:]

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self._stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self._stdin.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def _listen(self) -> None:
        while head := self._stdout.readline():
            size = int(head.split()[1])
            while self._stdout.readline().strip():
                pass
            body = self._stdout.read(size)
            self._heard.put((time.perf_counter(), body))
        self._heard.put((time.perf_counter(), b""))


def _started(command: Command, log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as errors:
        try:
            return subprocess.Popen(
                command.argv,
                cwd=command.directory,
                env=dict(command.environment),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                start_new_session=True,
            )
        except OSError as error:
            raise ServerFailed(f"{command.argv[0]} cannot be started: {error.strerror}") from None
