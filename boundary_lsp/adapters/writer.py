"""Texts to disk: the only place that changes files of the project, and only when a person asked for fixes."""

# Not pathlib, as in the rest of this room.
# ruff: noqa: PTH101, PTH105, PTH108, PTH113, PTH120, PTH123

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping


class CannotWrite(Exception):
    """Which file, and why, in one line. Files are written whole or not at all; those before it may have been."""


def write_texts(root: str, texts: Mapping[str, tuple[bytes | None, bytes]]) -> None:
    """By path below the root: (the text that has to be there, None for no file; the text to write).

    Raises CannotWrite. Nothing is written where any file is not as it has to be.
    """
    for path, (before, _) in texts.items():
        _require(f"{root}/{path}", path, before)
    for path, (_, after) in texts.items():
        try:
            _replace(os.path.realpath(f"{root}/{path}"), after)
        except OSError as error:
            raise CannotWrite(f"`{path}` cannot be written: {error.strerror}") from None


def _require(absolute: str, path: str, before: bytes | None) -> None:
    if before is None:
        if os.path.lexists(absolute):
            raise CannotWrite(f"`{path}` is there already")
        return
    try:
        with open(absolute, "rb") as file:
            now = file.read()
    except OSError as error:
        raise CannotWrite(f"`{path}` cannot be read: {error.strerror}") from None
    if now != before:
        raise CannotWrite(f"`{path}` was changed by someone else in the meantime")


def _replace(absolute: str, content: bytes) -> None:
    """Through a file beside it, so that it is never half written; a link stays a link, and permissions stay."""
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(absolute), prefix=".boundary-")
    try:
        with open(handle, "wb") as file:
            file.write(content)
        if os.path.isfile(absolute):
            shutil.copymode(absolute, temporary)
        else:
            os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, absolute)
    except BaseException:
        os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
