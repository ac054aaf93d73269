"""What was measured of React's serializer (`flight.json`), in our words, and what the judge says of a type."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from boundary_lsp.model.wire import Direction, Judgement, Verdict
from boundary_lsp.model.wire_types import WireType
from boundary_lsp.wire.judge import judge
from boundary_lsp.wire.serializers import FLIGHT, Serializer, serializer

from .flight_rows import (
    IN_PRODUCTION,
    INSIDE,
    NOT_SO_IN_18,
    OTHERWISE_IN_18,
    OTHERWISE_ON_ARRIVAL,
    THE_SAME_ON_ARRIVAL,
)

Row = dict[str, Any]

TO_CLIENT, TO_SERVER = "server_to_client_prop", "client_to_server_argument"
DIRECTIONS = {TO_CLIENT: Direction.TO_CLIENT, TO_SERVER: Direction.TO_SERVER}
MEASURED: dict[str, list[Row]] = {
    direction: rows
    for direction, rows in json.loads((Path(__file__).parent / "flight.json").read_text("utf-8")).items()
    if direction in DIRECTIONS
}


def judged(type: WireType, direction: str, row: Row) -> dict[str, Judgement]:
    """By version and mode, what the judge says."""
    return {mode: judge(type, _serializer(direction, mode)) for mode in row["verdict"]}


def expected(direction: str, row: Row) -> dict[str, Verdict]:
    """By version and mode, what was measured."""
    return {mode: _in_our_words(direction, row["value"], mode, word) for mode, word in row["verdict"].items()}


def _serializer(direction: str, mode: str) -> Serializer:
    """`19.2.9 with temporary references`, `18 without temporary references`, `18.3`."""
    version = tuple(map(int, re.findall(r"\d+", mode)))
    return serializer(FLIGHT, version, DIRECTIONS[direction], " with temporary references" in mode)


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
