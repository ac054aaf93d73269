"""Which checker we speak to. What it says depends on its version, so there is exactly one."""

from __future__ import annotations

import platform
import sys

VERSION = "7.0.2"
PROTOCOL = 5
"""Of its encoded syntax trees, the part that changes without notice."""

INSTALL = "boundary types install"
"""The command that gets it."""

_SYSTEMS = {"linux": "linux", "darwin": "darwin", "win32": "win32"}
_MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64", "armv7l": "arm"}


def package_name() -> str:
    """The npm package with the checker for this machine: `@typescript/typescript-linux-x64`."""
    system = _SYSTEMS.get(sys.platform, sys.platform.rstrip("0123456789"))
    machine = platform.machine().lower()
    return f"@typescript/typescript-{system}-{_MACHINES.get(machine, machine)}"


def program_path() -> str:
    """The checker's path inside of that package."""
    return "lib/tsc.exe" if sys.platform == "win32" else "lib/tsc"


def speaks_our_language(version: str) -> bool:
    """Patch releases are trusted; what they get wrong in spite of it is noticed later."""
    return version.split(".")[:2] == VERSION.split(".")[:2]
