"""The language server as a process."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import BinaryIO

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from boundary_lsp.lsp.server import BoundaryServer

_ANSWERS = frozenset(
    {types.LSPErrorCodes.ContentModified, types.LSPErrorCodes.ServerCancelled, types.LSPErrorCodes.RequestFailed}
)

_COLLECT_AFTER = 100_000
"""New objects. With the usual 700, a key in a program of 4,000 modules took over a hundred collections: a tenth of its
time."""


def serve(tcp: tuple[str, int] | None, log_file: str | None) -> int:
    """Serve one editor until it is done or gone; the exit code: 0 only after a `shutdown`."""
    _configure_log(log_file)
    gc.enable()  # the command line does without
    gc.set_threshold(_COLLECT_AFTER)
    server = BoundaryServer()
    try:
        if tcp is None:
            server.start_io(sys.stdin.buffer, _own_stdout())
        else:
            server.start_tcp(*tcp)
    except SystemExit:
        pass  # the editor's `exit`; over TCP the library lets it through
    finally:
        server.session.end()
    return 0 if server.protocol.was_shut_down else 1


def _own_stdout() -> BinaryIO:
    """The protocol's stream, taken away from everything else that may print: that goes to standard error."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return stream


def _configure_log(file: str | None) -> None:
    out = logging.FileHandler(file, encoding="utf-8") if file else logging.StreamHandler(sys.stderr)
    out.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    out.addFilter(_is_news)
    logging.basicConfig(level=logging.INFO, handlers=[out], force=True)
    logging.getLogger("pygls").setLevel(logging.WARNING)


def _is_news(record: logging.LogRecord) -> bool:
    """Who types on makes answers outdated, and what is refused is told; the library logs each with a traceback."""
    error = record.exc_info[1] if record.exc_info else None
    return not (isinstance(error, JsonRpcException) and error.code in _ANSWERS)
