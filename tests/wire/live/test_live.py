"""Every row of every table, against the serializer itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from boundary_lsp.model.wire import Direction, Verdict
from boundary_lsp.wire.judge import judge
from boundary_lsp.wire.serializers import FLIGHT, JSON, Serializer, serializer
from tests.wire.kinds import PLACES, place_and_kind, type_of

from .measure import MODES, Arrivals, install, measure, measure_json

VERSIONS = {
    "react-18.3": (18, 3),
    "react-19.0": (19, 0),
    "react-19.1": (19, 1),
    "react-19.2": (19, 2),
    "react-19.3": (19, 3),
}

NOT_IN_NODE_20 = {
    "Temporal.Instant", "Temporal.PlainDate", "Temporal.PlainDateTime", "Temporal.PlainMonthDay", "Temporal.PlainTime",
    "Temporal.PlainYearMonth", "Temporal.ZonedDateTime", "Temporal.Duration", "Intl.DurationFormat",
}  # fmt: skip

ONE_PROMISE = {"promised Promise", "promised PromiseLike", "promised extends Promise"}
"""A promise of a promise is one promise."""


@pytest.fixture(scope="module", params=VERSIONS)
def react(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[int, ...], Path]:
    """A version, and where it is installed."""
    folder: str = request.param
    return VERSIONS[folder], install(folder, tmp_path_factory.mktemp(folder) / "app")


@pytest.mark.realbuild
def test_flight_does_what_the_tables_say(react: tuple[tuple[int, ...], Path]) -> None:
    version, installed = react
    development, production = (measure(installed, mode) for mode in MODES)
    to_client = serializer(FLIGHT, version, Direction.TO_CLIENT)
    to_server = serializer(FLIGHT, version, Direction.TO_SERVER)
    temporary = serializer(FLIGHT, version, Direction.TO_SERVER, temporary_references=True)
    compare(to_client, development.to_client, production.to_client)
    compare(to_server, development.to_server, production.to_server)
    compare(temporary, development.to_server_temporary, production.to_server_temporary)


@pytest.mark.realbuild
def test_json_does_what_the_table_says() -> None:
    compare(serializer(JSON, (), Direction.TO_CLIENT), measure_json())


def compare(through: Serializer, *runs: Arrivals) -> None:
    """What arrives in the worst of the runs is what the judge says; and every row was put to the test."""
    names = [name for name in runs[0] if name not in ONE_PROMISE]
    measured = {name: _worst([Verdict(run[name]["verdict"]) for run in runs]) for name in names}
    judged = {name: _judge(name, through) for name in names}
    known = {name for name in names if judged[name] is not Verdict.UNKNOWN}
    wrong = {name: (judged[name], [run[name] for run in runs]) for name in known if judged[name] != measured[name]}
    assert wrong == {}
    assert {kind for kind, _ in through.rows} - {place_and_kind(name)[1] for name in known} == NOT_IN_NODE_20


def _judge(name: str, through: Serializer) -> Verdict:
    place, kind = place_and_kind(name)
    return judge(PLACES[place](type_of(kind)), through).verdict


def _worst(verdicts: list[Verdict]) -> Verdict:
    return min(verdicts, key=list(Verdict).index)
