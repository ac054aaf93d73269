"""What the extension's manifest repeats of what other places know."""

from __future__ import annotations

import json

from build_vsix import EXTENSION
from msgspec.structs import fields

from boundary_lsp.ide.settings import Features

MANIFEST = json.loads((EXTENSION / "package.json").read_text())
SETTINGS = MANIFEST["contributes"]["configuration"]["properties"]


def test_every_switch_of_the_server_is_a_setting_with_the_same_default() -> None:
    prefix = "boundary.features."
    found = {name.removeprefix(prefix): setting["default"] for name, setting in SETTINGS.items() if prefix in name}
    assert found == {field.encode_name: field.default for field in fields(Features)}


def test_every_setting_says_what_it_does() -> None:
    assert all(setting.get("description") or setting.get("markdownDescription") for setting in SETTINGS.values())
