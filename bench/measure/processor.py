"""The processor time of a process that runs (POSIX)."""

from __future__ import annotations

import ctypes
import sys
import time

_CLOCK_ID = ctypes.c_int


def own_seconds(pid: int) -> float:
    """User and system time of all its threads so far, those of other processes apart; 0 where the system does not
    tell."""
    if sys.platform != "linux":
        return 0.0
    clock = _CLOCK_ID()
    if ctypes.CDLL(None).clock_getcpuclockid(pid, ctypes.byref(clock)):
        return 0.0
    return time.clock_gettime(clock.value)
