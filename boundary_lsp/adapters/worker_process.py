"""The parent's end of one worker: start it, give it work, hear from it, end it."""

# Not pathlib: importing it takes 10 ms, and a run with nothing changed 300.
# ruff: noqa: PTH100, PTH117, PTH120

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from queue import SimpleQueue

import msgspec

from boundary_lsp.adapters.frozen import FROZEN, WORKER
from boundary_lsp.adapters.parse_worker import HELLO, read_message, write_message

_BOOT = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from boundary_lsp.adapters.parse_worker import main; main(int(sys.argv[1]))"
)


class Worker:
    """Everything the process says is put on `inbox` as (worker, message); None once it is gone."""

    def __init__(self, inbox: SimpleQueue[tuple[Worker, bytes | None]]) -> None:
        """Starts the process. Raises OSError."""
        self.ready = False
        self.last_heard = time.monotonic()
        self._process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._listener = threading.Thread(target=self._listen, args=(inbox,), daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, root: str, paths: list[str], texts: Mapping[str, bytes]) -> None:
        """A worker that is gone already is noticed by what `inbox` says."""
        assert self._process.stdin is not None
        self.last_heard = time.monotonic()
        try:
            write_message(self._process.stdin, msgspec.msgpack.encode((root, paths, texts)))
        except (OSError, ValueError):
            self.kill()

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        """End the process and wait for it; it holds nothing that could be lost."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()

    def _listen(self, inbox: SimpleQueue[tuple[Worker, bytes | None]]) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            try:
                message = read_message(stream)
            except (OSError, ValueError):
                message = None
            self.last_heard = time.monotonic()
            if message == HELLO:
                self.ready = True
                continue
            inbox.put((self, message))
            if message is None:
                return


def _command() -> list[str]:
    main_thread = threading.current_thread() is threading.main_thread()
    parent = str(os.getpid() if main_thread else 0)
    return [sys.executable, WORKER, parent] if FROZEN else _of_an_interpreter(parent)


def _of_an_interpreter(parent: str) -> list[str]:
    """Isolated from the environment and the current folder, which may be the analysed project's, but with our path."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    paths = [package, *(path for path in sys.path if path and os.path.isabs(path) and path != package)]
    return [sys.executable, "-I", "-c", _BOOT, parent, *paths]
