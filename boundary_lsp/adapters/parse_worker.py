"""A worker process: takes lists of paths on standard input, gives facts on standard output.

Every message is a four-byte little-endian length and that many bytes of msgpack. A request is
`[root, [path, …], {path: text, …}]`, where texts stand for what is on disk; its answer is a list with
`[path, stamp, digest, encoded facts]` for every file. The first message that a worker sends is `HELLO`: a worker that
never says it cannot run here.

A worker ends by itself when its parent is gone: at once on Linux, elsewhere when the file it is at is done, and after
`CHUNK_LIMIT` in any case, even from inside of C code that never returns.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import IO

import msgspec

HELLO = b"boundary-worker"
CHUNK_LIMIT = 600.0
_PR_SET_PDEATHSIG = 1
_COLLECT_AFTER = 200_000
"""Objects: syntax trees and facts make hardly any cycles, and looking for them costs three per cent."""


def write_message(stream: IO[bytes], payload: bytes) -> None:
    stream.write(len(payload).to_bytes(4, "little") + payload)
    stream.flush()


def read_message(stream: IO[bytes]) -> bytes | None:
    """None at the end of the stream, also in the middle of a message."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    size = int.from_bytes(head, "little")
    payload = stream.read(size)
    return payload if len(payload) == size else None


def main(parent: int) -> None:
    """Serve until the parent closes the pipe. `parent` is its process id, 0 where a thread that may end started us
    (the kernel takes a thread's end for the parent's)."""
    _die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = _own_stdout()
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    try:
        _serve(requests, answers)
    except OSError:
        os._exit(0)


def _serve(requests: SimpleQueue[bytes], answers: IO[bytes]) -> None:
    from boundary_lsp.adapters.parsing import parse_on_disk, parse_text
    from boundary_lsp.syntax import front_end  # noqa: F401  imported before the first request arrives

    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)
    encode = msgspec.msgpack.Encoder().encode
    decoder = msgspec.msgpack.Decoder(tuple[str, list[str], dict[str, bytes]])
    write_message(answers, HELLO)
    while True:
        root, paths, texts = decoder.decode(requests.get())
        faulthandler.dump_traceback_later(CHUNK_LIMIT, exit=True)
        parsed = [parse_text(path, texts[path]) if path in texts else parse_on_disk(root, path) for path in paths]
        faulthandler.cancel_dump_traceback_later()
        write_message(answers, encode([(one.path, one.stamp, one.digest, one.encoded) for one in parsed]))


def _listen(stream: IO[bytes], requests: SimpleQueue[bytes]) -> None:
    """The only reader of standard input, so that the parent's end is noticed while a file is being parsed."""
    while (payload := read_message(stream)) is not None:
        requests.put(payload)
    os._exit(0)


def _own_stdout() -> IO[bytes]:
    """The answers' stream, taken away from everything else that may print."""
    answers = os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.close(silence)
    return answers


def _die_with(parent: int) -> None:
    if not parent or not sys.platform.startswith("linux"):
        return
    import ctypes

    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    except (OSError, AttributeError):
        return
    if os.getppid() != parent:
        os._exit(0)
