"""What the standalone executable runs: a worker process of its own, or the command that its name says."""

# Not pathlib: importing it takes 10 ms.
# ruff: noqa: PTH119

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from boundary_lsp.adapters.frozen import WORKER

LIFELINE = "BOUNDARY_LIFELINE"
"""The number of a pipe that whoever started us holds the other end of, for as long as it lives."""
_LIBRARIES = "LD_LIBRARY_PATH"


def main() -> None:
    """Ends the process."""
    _restore_environment()
    if sys.argv[1:2] == [WORKER]:
        from boundary_lsp.adapters.parse_worker import main as work

        return work(int(sys.argv[2]))
    if lifeline := os.environ.pop(LIFELINE, ""):
        _end_with(int(lifeline))
    raise SystemExit(_command()())


def _command() -> Callable[[], int]:
    """By the name that it was called by, which is a link's."""
    from boundary_lsp.cli import main as commands

    name = os.path.basename(sys.argv[0]).removesuffix(".exe")
    return {"boundary-check": commands.check_main, "boundary-lsp": commands.serve_main}.get(name, commands.main)


def _restore_environment() -> None:
    """What the bootloader set for us is not for git, npm and the type checker: they have libraries of their own."""
    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]
    if sys.platform != "linux":
        return
    os.environ.pop(_LIBRARIES, None)
    if own := os.environ.pop(f"{_LIBRARIES}_ORIG", ""):
        os.environ[_LIBRARIES] = own


def _end_with(lifeline: int) -> None:
    """A launcher that was killed cannot pass the signal on, and our standard streams are not its own."""
    from threading import Thread

    Thread(target=_wait_for_the_end, args=(lifeline,), daemon=True).start()


def _wait_for_the_end(lifeline: int) -> None:
    os.read(lifeline, 1)
    os._exit(1)


if __name__ == "__main__":
    main()
