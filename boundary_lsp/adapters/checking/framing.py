"""Messages on a byte stream as LSP frames them: headers, an empty line, that many bytes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

LARGEST_MESSAGE = 256 << 20
_LONGEST_LINE = 1024
_MOST_HEADERS = 16


class Garbage(Exception):
    """What came is no message."""


def write_messages(stream: IO[bytes], messages: Iterable[bytes]) -> None:
    parts = [part for message in messages for part in (b"Content-Length: %d\r\n\r\n" % len(message), message)]
    stream.write(b"".join(parts))
    stream.flush()


def read_message(stream: IO[bytes]) -> bytes | None:
    """None at the end of the stream, also in the middle of a message. Raises Garbage."""
    size = _size(stream)
    if size is None:
        return None
    message = stream.read(size)
    return message if len(message) == size else None


def _size(stream: IO[bytes]) -> int | None:
    size = -1
    for _ in range(_MOST_HEADERS):
        line = stream.readline(_LONGEST_LINE)
        if not line:
            return None
        if not line.strip():
            break
        name, colon, value = line.partition(b":")
        if not colon or not line.endswith(b"\n"):
            raise Garbage("no header where one belongs")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            size = int(value)
    if not 0 <= size <= LARGEST_MESSAGE:
        raise Garbage("a message without a size" if size < 0 else f"a message of {size:,} bytes")
    return size
