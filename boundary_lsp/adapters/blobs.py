"""Contents of files as git names them."""

# ruff: noqa: PTH123

from __future__ import annotations

from collections.abc import Mapping
from hashlib import new

_SHA256 = 64
"""Hexadecimal digits."""


def blobs_of(listing: bytes) -> Mapping[str, str]:
    """Path to the name of its content, from what `git ls-tree -r -z` prints: `100644 blob 5b8e…\\tapp/page.tsx`."""
    blobs = {}
    for row in listing.split(b"\0"):
        fields, _, path = row.partition(b"\t")
        if path:
            blobs[path.decode("utf-8", "surrogateescape")] = fields.split()[2].decode()
    return blobs


def is_blob(path: str, blob: str) -> bool:
    """Whether the file has that content; where git has turned its line ends into those of Windows, too. False for a
    file that cannot be read, and for no blob."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return False
    return blob in (_name(content, len(blob)), _name(content.replace(b"\r\n", b"\n"), len(blob)))


def _name(content: bytes, digits: int) -> str:
    digest = new("sha256" if digits == _SHA256 else "sha1", usedforsecurity=False)
    digest.update(b"blob %d\0" % len(content) + content)
    return digest.hexdigest()
