"""The end of an editor that could not say goodbye."""

from __future__ import annotations

import os
import sys
import time
from threading import Thread

SECONDS = 0.5
"""Between two looks."""


def end_with(process: int) -> None:
    """End this process soon after that one is gone. Nothing happens where that one cannot be seen from here, as from
    inside of a container. What was started for us ends when it can read nothing more from us."""
    if sys.platform != "win32" and _lives(process):  # there, looking at a process in this way ends it
        Thread(target=_watch, args=(process,), daemon=True).start()


def _watch(process: int) -> None:
    while _lives(process):
        time.sleep(SECONDS)
    os._exit(1)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
