"""The judge agrees with everything that was measured of React's serializer (`flight.json`)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from boundary_lsp.model.wire import Direction, Verdict
from boundary_lsp.wire.judge import judge
from boundary_lsp.wire.serializers import FLIGHT, Serializer, serializer

from .flight_rows import (
    IN_PRODUCTION,
    INSIDE,
    NOT_SO_IN_18,
    OTHERWISE_IN_18,
    OTHERWISE_ON_ARRIVAL,
    THE_SAME_ON_ARRIVAL,
    UNTELLABLE,
    type_of_row,
)

TO_CLIENT, TO_SERVER = "server_to_client_prop", "client_to_server_argument"
DIRECTIONS = {TO_CLIENT: Direction.TO_CLIENT, TO_SERVER: Direction.TO_SERVER}
MEASURED: dict[str, list[dict[str, Any]]] = {
    direction: rows
    for direction, rows in json.loads((Path(__file__).parent / "flight.json").read_text("utf-8")).items()
    if direction in DIRECTIONS
}
ROWS = [(direction, row) for direction, rows in MEASURED.items() for row in rows]
TELLABLE = [
    pytest.param(direction, row, id=f"{row['value']} {direction}")
    for direction, row in ROWS
    if row["value"] not in UNTELLABLE
]


@pytest.mark.parametrize(("direction", "row"), TELLABLE)
def test_the_judge_says_what_was_measured(direction: str, row: dict[str, Any]) -> None:
    assert _said(direction, row) == _expected(direction, row)


@pytest.mark.parametrize("value", UNTELLABLE)
def test_what_no_type_tells(value: str) -> None:
    rows = [(direction, row) for direction, row in ROWS if row["value"] == value]
    assert any(_said(*row) != _expected(*row) for row in rows), "it can be told after all: take it off the list"


def test_every_version_is_there() -> None:
    assert {mode for row in MEASURED[TO_CLIENT] for mode in row["verdict"]} == {
        "18.3", "19.0.0", "19.1.0", "19.2.0", "19.2.9", "19.3.1",
    }  # fmt: skip
    assert [len(rows) for rows in MEASURED.values()] == [106, 54]


def test_the_lists_of_differences_are_needed() -> None:
    values = {row["value"] for rows in MEASURED.values() for row in rows}
    lists = [UNTELLABLE, OTHERWISE_ON_ARRIVAL, OTHERWISE_IN_18, IN_PRODUCTION, INSIDE, NOT_SO_IN_18]
    assert [sorted(set(names) - values) for names in lists] == [[]] * len(lists)


def _serializer(direction: str, mode: str) -> Serializer:
    """`19.2.9 with temporary references`, `18 without temporary references`, `18.3`."""
    version = tuple(map(int, re.findall(r"\d+", mode)))
    return serializer(FLIGHT, version, DIRECTIONS[direction], " with temporary references" in mode)


def _said(direction: str, row: dict[str, Any]) -> dict[str, Verdict]:
    """By version and mode, what the judge says."""
    type = type_of_row(row["value"])
    return {mode: judge(type, _serializer(direction, mode)).verdict for mode in row["verdict"]}


def _expected(direction: str, row: dict[str, Any]) -> dict[str, Verdict]:
    return {mode: _in_our_words(direction, row["value"], mode, word) for mode, word in row["verdict"].items()}


def _in_our_words(direction: str, value: str, mode: str, measured: str) -> Verdict:
    is_18 = mode.startswith("18")
    if measured == "warning":
        return Verdict.LOSSY
    if is_18 and direction == TO_SERVER and value in NOT_SO_IN_18:
        return Verdict.OK
    if measured != "ok":
        return Verdict(measured)
    if direction == TO_SERVER and value in INSIDE:
        return Verdict.OPAQUE
    return Verdict.LOSSY if _arrives_changed(direction, value, is_18) else Verdict.OK


def _arrives_changed(direction: str, value: str, is_18: bool) -> bool:
    if is_18 and value in OTHERWISE_IN_18:
        return not (value == "FormData" and direction == TO_SERVER)
    return value in IN_PRODUCTION or value in OTHERWISE_ON_ARRIVAL - THE_SAME_ON_ARRIVAL[direction]
