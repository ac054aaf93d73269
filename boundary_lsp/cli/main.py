"""Where the console scripts start: arguments in, exit code out, every failure one line on standard error."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from boundary_lsp.cli.errors import FAILED, INTERRUPTED, CommandError

_DEBUG = "BOUNDARY_DEBUG"


def main(arguments: Sequence[str] | None = None) -> int:
    """`boundary COMMAND …`. Called without arguments it is the process's own, and ends it."""
    if arguments is not None:
        return _guarded(arguments)
    return _as_process(sys.argv[1:])


def check_main(arguments: Sequence[str] | None = None) -> int:
    """`boundary-check …` is `boundary check …`."""
    if arguments is not None:
        return _guarded(["check", *arguments])
    return _as_process(["check", *sys.argv[1:]])


def _as_process(arguments: Sequence[str]) -> int:
    """Nothing is worth collecting in a run this short, nor worth taking apart at its end."""
    import gc

    gc.disable()
    code = _guarded(arguments)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError):
            stream.flush()
    os._exit(code)


def _guarded(arguments: Sequence[str]) -> int:
    from boundary_lsp.cli.arguments import run_command

    try:
        return run_command(arguments)
    except CommandError as error:
        return _fail(str(error))
    except BrokenPipeError:
        _abandon_stdout()
        return _fail("standard output was closed before everything was written")
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except Exception as error:
        if os.environ.get(_DEBUG):
            raise
        what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return _fail(f"internal error: {what.splitlines()[0]} (run with {_DEBUG}=1 for the traceback)")


def _fail(message: str) -> int:
    _say(message)
    return FAILED


def _say(message: str) -> None:
    try:
        print(f"boundary: {message}", file=sys.stderr)
    except OSError:
        return


def _abandon_stdout() -> None:
    """What is still buffered has nowhere to go; the interpreter would complain of it at its end."""
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, sys.stdout.fileno())
        os.close(silence)
    except (OSError, ValueError, AttributeError):
        return
