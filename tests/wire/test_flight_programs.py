"""Every row of `flight.json`, written as TypeScript and read by ourselves. The checker's turn is in `tests/oracle`."""

from __future__ import annotations

from .flight_programs import mistakes, written
from .measured import MEASURED


def test_our_own_reading_gets_what_was_measured() -> None:
    assert mistakes("declared") == []


def test_every_row_is_written() -> None:
    assert {row["value"] for rows in MEASURED.values() for row in rows} == {one.row for one in written()}
