"""Where the console scripts start: arguments in, exit code out, every failure one line on standard error.

Hardly anything is imported above, so that an interrupt ends the command with a line also while the rest is loaded.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from boundary_lsp.cli.errors import FAILED, INTERRUPTED, CommandError, say
from boundary_lsp.cli.interrupts import end_at_once, leave

_DEBUG = "BOUNDARY_DEBUG"


def main(arguments: Sequence[str] | None = None) -> int:
    """`boundary COMMAND …`. Called without arguments it is the process's own, and ends it."""
    if arguments is not None:
        return _guarded(arguments)
    return _as_process(())


def check_main(arguments: Sequence[str] | None = None) -> int:
    """`boundary-check …` is `boundary check …`."""
    if arguments is not None:
        return _guarded(["check", *arguments])
    return _as_process(("check",))


def serve_main(arguments: Sequence[str] | None = None) -> int:
    """`boundary-lsp …` is `boundary serve …`."""
    if arguments is not None:
        return _guarded(["serve", *arguments])
    return _as_process(("serve",))


def _as_process(before: Sequence[str]) -> int:
    """Nothing is worth collecting in a run this short, nor worth taking apart at its end."""
    try:
        end_at_once()
        import gc

        gc.disable()
        _fill_standard_error()
        code = _guarded([*before, *sys.argv[1:]])
        _flush()
        os._exit(code)
    except KeyboardInterrupt:
        return leave()


def _guarded(arguments: Sequence[str]) -> int:
    try:
        from boundary_lsp.cli.arguments import run_command

        return run_command(arguments)
    except CommandError as error:
        return _fail(str(error))
    except BrokenPipeError:
        _abandon_stdout()
        return _fail("standard output was closed before everything was written")
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except Exception as error:
        if os.environ.get(_DEBUG):
            raise
        what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return _fail(f"internal error: {what.splitlines()[0]} (run with {_DEBUG}=1 for the traceback)")


def _fail(message: str) -> int:
    say(message)
    return FAILED


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, AttributeError):
            continue


def _fill_standard_error() -> None:
    """Closed by the caller (`2>&-`): the next file that is opened must not take its place."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _abandon_stdout() -> None:
    """What is still buffered has nowhere to go; the interpreter would complain of it at its end."""
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, sys.stdout.fileno())
        os.close(silence)
    except (OSError, ValueError, AttributeError):
        return
