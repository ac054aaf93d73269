"""What is different in the standalone build: its executable runs nothing but us, and our code lies there compiled."""

from __future__ import annotations

import sys

FROZEN: bool = getattr(sys, "frozen", False)
WORKER = "--parse-worker"
"""Makes the executable a worker process; the next argument is its parent's process id."""
CODE = ".pyc" if FROZEN else ".py"
"""How the names of our own modules' files end."""
