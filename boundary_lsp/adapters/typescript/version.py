"""Which version a program is."""

from __future__ import annotations

import subprocess

from boundary_lsp.adapters.checking.process import bare_environment

_VERSION_SECONDS = 10.0


def version_of(path: str) -> str:
    """What `--version` says: `7.0.2`; empty where it does not run, or says something else."""
    try:
        done = subprocess.run(
            [path, "--version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=bare_environment(),
            timeout=_VERSION_SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return ""
    word, _, version = done.stdout[:100].decode("utf-8", "replace").strip().partition(" ")
    return version if word == "Version" and not done.returncode else ""
