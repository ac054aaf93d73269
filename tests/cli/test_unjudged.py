"""A mistake of our own at one value costs that value: it is told, and the rest of the answer is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from boundary_lsp.cli.main import main
from boundary_lsp.wire import judging, reading
from boundary_lsp.wire.declared import DeclaredTypes
from tests.cli.shop import FILES, write

PAGE = """import { Show } from '../components/show';
import { like } from '../actions/likes';
export default function Page() {
  return (
    <>
      <Show value={new Date()} />
      <Show value={() => 1} />
      <form action={async () => { 'use server'; await like('1'); }} />
    </>
  );
}
"""
SHOW = "'use client';\nexport function Show(props: { value: unknown }) { return <p onClick={() => props} />; }\n"
_RIGHT = {
    "reading": (DeclaredTypes, "value"),
    "signature": (DeclaredTypes, "server_signature"),
    "what crosses": (reading, "items_of"),
    "judging": (judging, "judge"),
}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write(tmp_path / "shop", {**FILES, "app/page.tsx": PAGE, "components/show.tsx": SHOW})
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("fails", "place"),
    [
        ("reading", "app/page.tsx: what crosses in line 6"),
        ("signature", "actions/likes.ts: what crosses in line 2"),
        ("what crosses", "app/page.tsx: what crosses in line 6"),
        ("judging", "app/page.tsx: what crosses in line 6"),
    ],
)
@pytest.mark.usefixtures("program")
def test_one_place(fails: str, place: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    before = _checked(capsys)
    owner, name = _RIGHT[fails]
    _fail_once(monkeypatch, owner, name)
    after = _checked(capsys)
    assert after["degraded"] == [
        f"{place} could not be judged (KeyError); nothing is said of it, and the mistake is boundary's own"
    ]
    assert after["unknown"]["unknown-value"] == before["unknown"].get("unknown-value", 0) + 1
    assert after["findings"] == before["findings"]


@pytest.mark.usefixtures("program")
def test_many_places_are_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def judge(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(judging, "judge", judge)
    [told] = _checked(capsys)["degraded"]
    assert "could not be judged (ZeroDivisionError), as at " in told


def _fail_once(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
    """At the first thing that it is asked about."""
    right, asked = getattr(owner, name), []

    def wrong(*given: Any) -> Any:
        asked.append(given)
        if len(asked) == 1:
            raise KeyError("of ours")
        return right(*given)

    monkeypatch.setattr(owner, name, wrong)


def _checked(capsys: pytest.CaptureFixture[str]) -> Any:
    assert main(["check", "--no-cache", "--types", "declared", "--jobs", "1", "--format", "json"]) == 1
    return json.loads(capsys.readouterr().out)
