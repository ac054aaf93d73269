"""One checker process: its start, its streams, its end.

It ends when its standard input is closed, so also when we are killed: no orphan. It is given an empty environment: it
needs none, and what it could start by name (npm, an interpreter of the project's) it does not find.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from queue import SimpleQueue

from boundary_lsp.adapters.checking.failure import CheckerFailed
from boundary_lsp.adapters.checking.framing import Garbage, read_message, write_messages

_END_SECONDS = 0.5
_KEPT = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR") if sys.platform == "win32" else ("TMPDIR",)


class CheckerProcess:
    """`receive` gives what it says, message by message. Whatever blocks is set free by `kill`."""

    def __init__(self, command: Sequence[str], variables: Mapping[str, str] | None = None) -> None:
        """Starts it, by an absolute path; `variables` are all that its environment is given. Raises CheckerFailed."""
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**bare_environment(), **(variables or {})},
            )
        except (OSError, ValueError) as error:
            raise CheckerFailed(f"could not be started ({error})", hopeless=True) from None
        self._inbox: SimpleQueue[bytes | None] = SimpleQueue()
        self._garbage = ""
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, messages: list[bytes]) -> None:
        """A process that is gone is noticed by what `receive` says."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            write_messages(self._process.stdin, messages)

    def receive(self) -> bytes:
        """The next message. Raises CheckerFailed once there can be none."""
        message = self._inbox.get()
        if message is None:
            self._inbox.put(None)
            raise CheckerFailed(self._garbage or self._ending())
        return message

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        """End it and wait for it. It holds nothing that could be lost."""
        self._process.kill()
        self._process.wait()
        self._listener.join(_END_SECONDS)
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe:
                    pipe.close()

    def _ending(self) -> str:
        try:
            code = self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            return "closed its output"
        return f"was ended by signal {-code}" if code < 0 else f"ended unexpectedly (exit code {code})"

    def _listen(self) -> None:
        """Reads all the time, so that neither side ever waits for the other to read."""
        stream = self._process.stdout
        assert stream is not None
        try:
            while (message := read_message(stream)) is not None:
                self._inbox.put(message)
        except Garbage as garbage:
            self._garbage = f"does not speak its protocol ({garbage})"
            self._process.kill()
        except (OSError, ValueError):
            pass
        finally:
            self._inbox.put(None)


def bare_environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _KEPT if name in os.environ}
