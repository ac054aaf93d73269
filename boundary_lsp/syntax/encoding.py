"""Bytes that are not plain UTF-8 source, made into something that can be parsed at the same offsets."""

from __future__ import annotations

import codecs

from boundary_lsp.model.facts import Problem

_HEAD = 8192
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def readable(source: bytes) -> tuple[bytes, list[Problem]]:
    """The source as valid UTF-8, and what had to be done to it.

    Undecodable bytes become `?`, one for one. UTF-16 is re-encoded, so that offsets are those of the
    same text in UTF-8. A binary file is empty.
    """
    if source.startswith(_UTF16):
        text = source.decode("utf-16", "replace").encode("utf-8", "replace")
        return text, [Problem("not-utf-8", 0, len(text))]
    if b"\0" in source[:_HEAD]:
        return b"", [Problem("binary", 0, len(source))]
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = Problem("not-utf-8", error.start, error.end)
        return source.decode("utf-8", _ONE_FOR_ONE).encode("utf-8"), [problem]
    return source, []


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "?" * (error.end - error.start), error.end


_ONE_FOR_ONE = "boundary-one-for-one"
codecs.register_error(_ONE_FOR_ONE, _question_marks)
