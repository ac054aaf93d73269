"""When files were last changed, by one `git log` for all of them."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from typing import IO

from boundary_lsp.adapters.git_command import end, run, start
from boundary_lsp.ports import FileChange

SECONDS = 10.0
"""Of a history that is longer than that, only the newest part is looked at."""
_COMMIT = b"\x01"
_FORMAT = "%x01%H%x00%P%x00%ct%x00%an%x00%s%x00"
QUIET_LOG = ("-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "core.quotePath=false")
_PORTION = 1 << 16


def last_changes(folder: str, paths: Collection[str]) -> Mapping[str, FileChange]:
    """By path, for those below the folder whose change is found in time. A shallow clone's oldest commits are no
    changes: they only seem to have written every file."""
    shallow = run(folder, "rev-parse", "--is-shallow-repository") == b"true\n"
    names = ("--name-only", "--relative", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-show-signature")
    git = start(folder, *QUIET_LOG, "log", f"--format={_FORMAT}", *names, "-z", "HEAD")
    timer = threading.Timer(SECONDS, git.kill)
    timer.start()
    try:
        assert git.stdout is not None
        return _newest(_tokens(git.stdout), set(paths), shallow)
    finally:
        timer.cancel()
        end(git)


def _newest(tokens: Iterator[bytes], wanted: set[str], shallow: bool) -> Mapping[str, FileChange]:
    found: dict[str, FileChange] = {}
    change: FileChange | None = None
    for token in tokens:
        if token.startswith(_COMMIT):
            parents, seconds, author, subject = (next(tokens, b"") for _ in range(4))
            change = _change(token[1:], seconds, author, subject) if parents or not shallow else None
        elif (path := token.lstrip(b"\n").decode("utf-8", "surrogateescape")) in wanted:
            wanted.remove(path)
            if change is not None:
                found[path] = change
        if not wanted:
            break
    return found


def _change(commit: bytes, seconds: bytes, author: bytes, subject: bytes) -> FileChange:
    said_by, said = author.decode("utf-8", "replace"), subject.decode("utf-8", "replace")
    return FileChange(commit.decode(), date_of(seconds or b"0"), said_by, said)


def date_of(seconds: bytes) -> str:
    """`2026-11-30`, in universal time."""
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()


def _tokens(stream: IO[bytes]) -> Iterator[bytes]:
    """What stands between zeros; a last one that was cut off is left out."""
    rest = b""
    while portion := stream.read(_PORTION):
        *whole, rest = (rest + portion).split(b"\0")
        yield from whole
