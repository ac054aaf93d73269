"""How git is asked: so that nothing is written, fetched, or run besides git itself."""

from __future__ import annotations

import os
import shutil
import subprocess

from boundary_lsp.ports import NotInHistory

SECONDS = 30.0
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
"""A partial clone would otherwise fetch what is missing, by a program that its configuration names."""


def run(folder: str, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints when it reads `given`; None where it fails. Raises NotInHistory where git cannot be asked."""
    process = start(folder, *arguments)
    try:
        printed, _ = process.communicate(given, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise NotInHistory(f"git did not answer within {SECONDS:.0f} seconds") from None
    finally:
        end(process)
    return printed if process.returncode == 0 else None


def start(folder: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A git to talk to; whoever starts it ends it. Raises NotInHistory."""
    git = shutil.which("git")
    if git is None:
        raise NotInHistory("git is not installed")
    try:
        return subprocess.Popen(
            [git, "-c", "core.fsmonitor=false", *arguments],
            cwd=folder,
            env={**os.environ, **_QUIET},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, ValueError) as error:
        raise NotInHistory(f"git could not be run ({error})") from None


def end(process: subprocess.Popen[bytes]) -> None:
    """Whatever it is at."""
    if process.poll() is None:
        process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None and not stream.closed:
            try:
                stream.close()
            except OSError:  # what was still to be written has no reader
                continue
