"""What Anvil does with a name that is registered twice."""

from __future__ import annotations

import pytest
from anvil import _server


def test_the_function_that_is_registered_last_takes_the_place_of_the_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_server, "registrations", {})

    def first() -> None: ...

    def second() -> None: ...

    def task() -> None: ...

    _server.callable("save")(first)
    _server.background_task("save")(task)
    assert capsys.readouterr().out == ""
    _server.callable("save")(second)
    assert _server.registrations["save"] is second
    assert task in _server.registrations.values()
    assert "already been registered" in capsys.readouterr().out
