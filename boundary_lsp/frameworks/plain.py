"""A folder with directives and no known framework: doors are doors, and nothing is known of publication."""

from __future__ import annotations

from boundary_lsp.frameworks.profile import LayerSpec, Profile, WireRow
from boundary_lsp.model.project import Environment

_BOTH_DOORS = {"use client": "client", "use server": "server", "use cache": "server"}

PLAIN = Profile(
    name="plain",
    packages=(),
    markers=(),
    layers=(
        LayerSpec("server", Environment.SERVER, {"use client": "client"}),
        LayerSpec("client", Environment.CLIENT, {"use server": "server", "use cache": "server"}),
        LayerSpec("unknown", Environment.UNKNOWN, _BOTH_DOORS),
    ),
    entries=(),
    wires=(WireRow((0,), "flight", (), temporary_references=None),),
)
