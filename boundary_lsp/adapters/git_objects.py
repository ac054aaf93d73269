"""Contents out of git's store, by name, from one git that stays as long as it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Self

from boundary_lsp.adapters.git_command import end, run, start
from boundary_lsp.ports import NotInHistory


class GitObjects:
    """The store of a folder's repository; ends its git at the end of the `with`."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def __enter__(self) -> Self:
        self._git = start(self._folder, "cat-file", "--batch")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        end(self._git)

    def sizes(self, blobs: Iterable[str]) -> Mapping[str, int]:
        """In bytes. Raises NotInHistory where one is not there, as in a partial clone."""
        wanted = sorted(set(blobs))
        told = run(self._folder, "cat-file", "--batch-check", given="".join(f"{blob}\n" for blob in wanted).encode())
        rows = [row.split() for row in (told or b"").splitlines()]
        if len(rows) != len(wanted) or any(row[-1] == b"missing" for row in rows):
            raise NotInHistory("this clone lacks the contents of some of its files (a full clone has them)")
        return {blob: int(row[2]) for blob, row in zip(wanted, rows, strict=True)}

    def read(self, blob: str) -> bytes:
        """Raises OSError."""
        asked, answered = self._git.stdin, self._git.stdout
        assert asked is not None and answered is not None
        asked.write(f"{blob}\n".encode())
        asked.flush()
        _, _, size = answered.readline().rpartition(b" ")
        if not size.strip().isdigit():
            raise OSError(f"git has no {blob}")
        content = answered.read(int(size) + 1)
        return content[:-1]
