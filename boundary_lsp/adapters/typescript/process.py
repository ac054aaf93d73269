"""One checker process: its start, its streams, its end.

It ends when its standard input is closed, so also when we are killed: no orphan. It is given an empty environment: it
needs none, and what it could start by name (npm, for types it thinks are missing) it does not find.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from queue import SimpleQueue

from boundary_lsp.adapters.typescript.failure import CheckerFailed
from boundary_lsp.adapters.typescript.framing import Garbage, read_message, write_messages

_VERSION_SECONDS = 10.0
_END_SECONDS = 0.5
_KEPT = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR") if sys.platform == "win32" else ("TMPDIR",)


class CheckerProcess:
    """`receive` gives what it says, message by message. Whatever blocks is set free by `kill`."""

    def __init__(self, path: str, directory: str, *, asks_for_texts: bool = False) -> None:
        """Starts it for an absolute folder; perhaps it asks us for every text that it reads. Raises CheckerFailed."""
        command = [path, "--api", "--async", "--cwd", directory]
        command += ["--callbacks=readFile"] if asks_for_texts else []
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
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


def version_of(path: str) -> str:
    """What `--version` says: `7.0.2`; empty where it does not run, or says something else."""
    try:
        done = subprocess.run(
            [path, "--version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=_VERSION_SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return ""
    word, _, version = done.stdout[:100].decode("utf-8", "replace").strip().partition(" ")
    return version if word == "Version" and not done.returncode else ""


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _KEPT if name in os.environ}
