"""Every row of the tables for Python's serializers, against the serializers."""

from __future__ import annotations

import pytest

from boundary_lsp.model.wire import Direction, Judgement
from boundary_lsp.wire.judge import judge
from boundary_lsp.wire.serializers import Serializer, serializer
from tests.wire.kinds import PLACES, place_and_kind, type_of

from .python_measure import SERIALIZERS, measure

AWAITED = {"Promise", "PromiseLike"}
"""A result is awaited before the serializer sees it."""


@pytest.mark.parametrize("name", SERIALIZERS)
def test_a_serializer_does_what_its_table_says(name: str) -> None:
    through = serializer(name, (), Direction.TO_SERVER)
    measured = measure(SERIALIZERS[name])
    judged = {value: _judge(value, through) for value in measured}
    known = {value for value in measured if not judged[value].unknown}
    wrong = {
        value: (judged[value], measured[value])
        for value in known
        if judged[value].verdict != measured[value]["verdict"]
    }
    assert wrong == {}
    assert {kind for kind, _ in through.rows} - {place_and_kind(value)[1] for value in known} == set()


@pytest.mark.parametrize("name", SERIALIZERS)
def test_results_differ_from_arguments_in_that_they_are_awaited(name: str) -> None:
    results, arguments = (serializer(name, (), direction).rows for direction in Direction)
    assert {kind for kind, place in results if results[kind, place] != arguments.get((kind, place))} <= AWAITED


def _judge(value: str, through: Serializer) -> Judgement:
    place, kind = place_and_kind(value)
    return judge(PLACES[place](type_of(kind)), through)
