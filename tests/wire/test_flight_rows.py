"""The judge agrees with everything that was measured of React's serializer (`flight.json`)."""

from __future__ import annotations

import pytest

from boundary_lsp.model.wire import Verdict

from .flight_rows import (
    IN_PRODUCTION,
    INSIDE,
    NOT_SO_IN_18,
    OTHERWISE_IN_18,
    OTHERWISE_ON_ARRIVAL,
    UNTELLABLE,
    type_of_row,
)
from .measured import MEASURED, TO_CLIENT, Row, expected, judged

ROWS = [(direction, row) for direction, rows in MEASURED.items() for row in rows]
TELLABLE = [
    pytest.param(direction, row, id=f"{row['value']} {direction}")
    for direction, row in ROWS
    if row["value"] not in UNTELLABLE
]


@pytest.mark.parametrize(("direction", "row"), TELLABLE)
def test_the_judge_says_what_was_measured(direction: str, row: Row) -> None:
    assert _said(direction, row) == expected(direction, row)


@pytest.mark.parametrize("value", UNTELLABLE)
def test_what_no_type_tells(value: str) -> None:
    rows = [(direction, row) for direction, row in ROWS if row["value"] == value]
    assert any(_said(*row) != expected(*row) for row in rows), "it can be told after all: take it off the list"


def test_every_version_is_there() -> None:
    assert {mode for row in MEASURED[TO_CLIENT] for mode in row["verdict"]} == {
        "18.3", "19.0.0", "19.1.0", "19.2.0", "19.2.9", "19.3.1",
    }  # fmt: skip
    assert [len(rows) for rows in MEASURED.values()] == [106, 54]


def test_the_lists_of_differences_are_needed() -> None:
    values = {row["value"] for rows in MEASURED.values() for row in rows}
    lists = [UNTELLABLE, OTHERWISE_ON_ARRIVAL, OTHERWISE_IN_18, IN_PRODUCTION, INSIDE, NOT_SO_IN_18]
    assert [sorted(set(names) - values) for names in lists] == [[]] * len(lists)


def _said(direction: str, row: Row) -> dict[str, Verdict]:
    return {mode: one.verdict for mode, one in judged(type_of_row(row["value"]), direction, row).items()}
