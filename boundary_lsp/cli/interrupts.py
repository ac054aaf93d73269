"""What an interrupt does: the whole command ends, at once or by an exception."""

from __future__ import annotations

import os

from boundary_lsp.cli.errors import INTERRUPTED


def end_at_once() -> None:
    """Not by an exception: one that arrives in a finalizer is swallowed, and one that arrives while an extension module
    is loaded can crash the interpreter. Workers and checkers notice that we are gone."""
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else whoever started us wants it ignored
        signal.signal(signal.SIGINT, leave)


def end_by_exception() -> None:
    """For what has to clear up after itself."""
    import signal

    if signal.getsignal(signal.SIGINT) is leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def leave(*_: object) -> int:
    """Says so past the stream, which may be in use."""
    try:
        os.write(2, b"\nboundary: interrupted\n" if os.isatty(2) else b"boundary: interrupted\n")
    finally:
        os._exit(INTERRUPTED)
