"""Peak memory of a process tree: proportional set sizes, summed, sampled (Linux)."""

from __future__ import annotations

import sys
import threading
from collections import defaultdict
from pathlib import Path

SAMPLE_SECONDS = 0.02
PROC = Path("/proc")


class PeakMemory:
    """Samples a process and its descendants from construction until `stop`."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak: int | None = None
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        if sys.platform == "linux":
            self._thread.start()

    def stop(self) -> int | None:
        """The largest sum seen, in bytes; nothing where the system does not tell."""
        self._done.set()
        if self._thread.is_alive():
            self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._done.wait(SAMPLE_SECONDS):
            total = sum(proportional_set_size(pid) for pid in members(self._pid))
            if total:
                self._peak = max(self._peak or 0, total)


def members(leader: int) -> list[int]:
    """The session's processes and their descendants, one that started a session of its own included."""
    children: dict[int, list[int]] = defaultdict(list)
    found: list[int] = []
    for pid, parent, session in processes():
        children[parent].append(pid)
        if session == leader:
            found.append(pid)
    for pid in found:
        found.extend(child for child in children[pid] if child not in found)
    return found


def processes() -> list[tuple[int, int, int]]:
    """Every process with its parent and its session."""
    known = []
    for folder in PROC.iterdir():
        if not folder.name.isdigit():
            continue
        try:
            after_name = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        known.append((int(folder.name), int(after_name[1]), int(after_name[3])))
    return known


def proportional_set_size(pid: int) -> int:
    """The process's memory in bytes, pages it shares divided among the sharers; 0 once it has ended."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
