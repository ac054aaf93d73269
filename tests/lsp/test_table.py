"""The table of features and the switches of the settings speak of the same."""

from __future__ import annotations

import msgspec

from boundary_lsp.ide.settings import Features
from boundary_lsp.lsp.features import FEATURES

SWITCHES = {field.encode_name for field in msgspec.structs.fields(Features)}


def test_every_feature_has_a_switch() -> None:
    assert {feature.name for feature in FEATURES} <= SWITCHES


def test_a_request_has_one_answer() -> None:
    methods = [feature.method for feature in FEATURES]
    assert len(methods) == len(set(methods))
