"""The table of features and the switches of the settings speak of the same."""

from __future__ import annotations

from pathlib import Path

import msgspec

from boundary_lsp.ide.settings import Features
from boundary_lsp.lsp.features import FEATURES
from boundary_lsp.lsp.registering import registration

WIDER = {"allReferences", "everyName"}
"""Switches that make another feature give more."""
SWITCHES = {field.encode_name for field in msgspec.structs.fields(Features)}


def test_every_feature_has_a_switch_and_every_switch_a_feature() -> None:
    assert {feature.name for feature in FEATURES if feature.takes is None} == SWITCHES - WIDER


def test_every_switch_is_written_down() -> None:
    page = (Path(__file__).parents[2] / "docs/lsp.md").read_text("utf-8")
    rows = [line.split("|") for line in page.splitlines() if line.startswith("| `")]
    written = {name.strip(" `"): cells[2].strip() == "yes" for cells in rows for name in cells[1].split(",")}
    defaults = {field.encode_name: field.default for field in msgspec.structs.fields(Features)}
    assert defaults.items() <= written.items()


def test_every_feature_can_be_registered_later() -> None:
    for name in SWITCHES - WIDER:
        assert registration(name, _Takes()) is not None  # type: ignore[arg-type]


class _Takes:
    """Capabilities of an editor that takes registrations of everything."""

    dynamic_registration = True

    def __getattr__(self, _: str) -> _Takes:
        return self


def test_every_request_of_our_own_is_written_down() -> None:
    page = (Path(__file__).parents[2] / "docs/lsp.md").read_text("utf-8")
    assert [feature.method for feature in FEATURES if feature.takes and f"| `{feature.method}` |" not in page] == []
