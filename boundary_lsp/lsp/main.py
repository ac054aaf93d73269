"""The language server as a process."""

from __future__ import annotations

import logging
import sys

from boundary_lsp.composition import open_editing, root_of
from boundary_lsp.engine.options import Options
from boundary_lsp.lsp.progress import StepProgress
from boundary_lsp.lsp.root import Root
from boundary_lsp.lsp.server import create_server
from boundary_lsp.lsp.session import Session

_log = logging.getLogger(__name__)


def serve(tcp: tuple[str, int] | None, log_file: str | None) -> int:
    """Serve one editor until it is done or gone; the exit code."""
    _configure_log(log_file)
    session = Session(lambda path: root_of([path]), _open_root)
    server = create_server(session)
    try:
        if tcp is None:
            server.start_io(sys.stdin.buffer, sys.stdout.buffer)
        else:
            server.start_tcp(*tcp)
    finally:
        session.end()
    return 0


def _open_root(path: str) -> Root:
    return Root(
        path,
        lambda is_outdated: open_editing(
            path, options=Options(types="declared"), progress=StepProgress(is_outdated), warn=_log.warning
        ),
    )


def _configure_log(file: str | None) -> None:
    out = logging.FileHandler(file, encoding="utf-8") if file else logging.StreamHandler(sys.stderr)
    out.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[out], force=True)
    logging.getLogger("pygls").setLevel(logging.WARNING)
