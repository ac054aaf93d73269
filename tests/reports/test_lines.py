"""Lines and columns as editors count them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boundary_lsp.model.lines import Columns, LineIndex

_TEXT = st.text(st.sampled_from("ab\n\r\u2028\f\x0b\x85é😀e\u0301"), max_size=40)


def test_lines_end_at_three_things_only() -> None:
    index = LineIndex("a\nb\rc\r\nd\u2028e\f\x0b\x85f".encode())
    assert [index.text(line).decode() for line in range(len(index))] == ["a", "b", "c", "d\u2028e\f\x0b\x85f"]


@pytest.mark.parametrize(("columns", "column"), [(Columns.CODE_POINTS, 2), (Columns.UTF16, 3), (Columns.UTF8, 6)])
def test_columns_count_what_is_asked(columns: Columns, column: int) -> None:
    source = "x\né😀z".encode()
    index = LineIndex(source)
    assert index.position(source.index(b"z"), columns) == (1, column)
    assert index.offset(1, column, columns) == source.index(b"z")


def test_a_byte_order_mark_has_no_column() -> None:
    index = LineIndex(b"\xef\xbb\xbfabc\nd")
    assert index.position(3) == (0, 0)
    assert index.position(0) == (0, 0)
    assert index.offset(0, 1) == 4


def test_what_is_out_of_range_is_clamped() -> None:
    index = LineIndex(b"ab\ncd")
    assert index.position(99) == (1, 2)
    assert index.offset(0, 99) == 2
    assert index.offset(9, 0) == 5
    assert index.offset(-1, 0) == 0
    assert LineIndex(b"").position(0) == (0, 0)


def test_what_is_not_utf8_does_not_fail() -> None:
    index = LineIndex(b"\xff\xfe a\n\x80b")
    assert index.position(4) == (0, 4)
    assert index.offset(0, 4) == 4
    assert index.position(6) == (1, 1)


@given(_TEXT, st.sampled_from(Columns))
def test_there_and_back(text: str, columns: Columns) -> None:
    source = text.encode()
    index = LineIndex(source)
    for end in range(len(text) + 1):
        if text[end - 1 : end + 1] == "\r\n":
            continue
        offset = len(text[:end].encode())
        line, column = index.position(offset, columns)
        assert index.offset(line, column, columns) == offset
        assert line == len(re.findall("\r\n|\r|\n", text[:end]))
