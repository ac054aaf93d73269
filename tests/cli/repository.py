"""A program in a git repository."""

from __future__ import annotations

import subprocess
from pathlib import Path


def commit(folder: Path, message: str) -> None:
    """Everything in the folder, which becomes a repository where it is none; the branch is `master`."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "master")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def git(folder: Path, *arguments: str) -> str:
    """What it prints."""
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout
