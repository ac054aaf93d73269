"""The processor time of a process that runs (POSIX)."""

from __future__ import annotations

import ctypes
import sys
import time

_CLOCK_ID = ctypes.c_int


ADDITIONS = 10_000_000


def calibration() -> float:
    """Seconds that ten million additions take here: by that, figures of different machines can be compared."""
    start, number = time.process_time(), 0
    while number < ADDITIONS:
        number += 1
    return time.process_time() - start


def own_seconds(pid: int) -> float:
    """User and system time of all its threads so far, those of other processes apart; 0 where the system does not
    tell."""
    if sys.platform != "linux":
        return 0.0
    clock = _CLOCK_ID()
    if ctypes.CDLL(None).clock_getcpuclockid(pid, ctypes.byref(clock)):
        return 0.0
    return time.clock_gettime(clock.value)
