"""What an editor sends as settings, and what comes of it."""

from __future__ import annotations

from typing import Any

import pytest

from boundary_lsp.ide.settings import Features, settings_from


def test_features_are_switched_by_name() -> None:
    features, troubles, _ = settings_from({"features": {"hover": False, "codeLens": False, "rename": True}})
    assert (features.hover, features.code_lens, features.rename) == (False, False, True)
    assert (features.inlay_hints, features.definition) == (True, False)
    assert troubles == ()


@pytest.mark.parametrize("content", [None, {}, [], "on", {"other": 1}])
def test_nothing_said_is_the_default(content: Any) -> None:
    assert settings_from(content) == (Features(), (), "")


@pytest.mark.parametrize(
    ("features", "trouble"),
    [
        ({"hover": "no"}, "`features.hover` is neither true nor false"),
        ({"hovr": False}, "there is no feature `hovr`; did you mean `hover`?"),
        ({"zzz": False}, "there is no feature `zzz`"),
        (["hover"], "`features` is not a table of switches"),
    ],
)
def test_what_cannot_be_used_is_told_and_changes_nothing(features: Any, trouble: str) -> None:
    found = settings_from({"features": features})
    assert found.features == Features()
    assert [trouble] == list(found.troubles)


def test_one_mistake_does_not_cost_the_others() -> None:
    found = settings_from({"features": {"hovr": False, "hover": False}})
    assert not found.features.hover


def test_a_baseline_is_a_path() -> None:
    assert settings_from({"baseline": "known.json"}) == (Features(), (), "known.json")
    assert settings_from({"baseline": True}) == (Features(), ("`baseline` is not a path",), "")
