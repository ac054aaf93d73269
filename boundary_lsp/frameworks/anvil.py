"""Anvil: `client_code/` runs in the browser, `server_code/` on the server, and calls go by name.

Sources: the runtime's description of an application's folders, and `anvil/server.py` and `anvil/_server.py` of
anvil-uplink 0.7.0.
"""

from __future__ import annotations

import re

from boundary_lsp.frameworks.profile import Detection, LayerSpec, Profile, Registration, WireRow, every_file
from boundary_lsp.frameworks.runtimes import ANVIL_CLIENT
from boundary_lsp.model.program import Liveness, Publication
from boundary_lsp.model.project import Environment

_SCHEDULED = re.compile(rb"^[ \t-]*task_name[ \t]*:[ \t]*['\"]?([\w.]+)", re.MULTILINE)
_OPENS = re.compile(
    rb"^dependencies[ \t]*:[ \t]*(?:\r?\n[ \t]*-|\[[ \t]*[^\]\s])|^uplink_visible[ \t]*:[ \t]*true\b", re.MULTILINE
)
"""Who has the Uplink's page open in Anvil's editor has, or had, programs that connect."""

ANVIL = Profile(
    name="anvil",
    packages=(),
    markers=(),
    layers=(
        LayerSpec("server", Environment.SERVER),
        LayerSpec("client", Environment.CLIENT),
    ),
    entries=(
        every_file("server_code", "server"),
        every_file("client_code", "client"),
    ),
    detection=Detection(("anvil.yaml",), starts=_SCHEDULED, opens=_OPENS),
    extensions=("py",),
    client=ANVIL_CLIENT,
    server_folders=("server_code",),
    wires=(WireRow((0,), "anvil", (), temporary_references=False, refuses_arguments=True),),
    registrations=(
        Registration(
            ("anvil.server.callable",),
            reason="Anvil registers it for every client of the application",
            replaces=True,
        ),
        Registration(
            ("anvil.server.http_endpoint", "anvil.server.route"),
            reason="Anvil gives it an address",
            use=Liveness.USED_OUTSIDE,
        ),
        Registration(
            ("anvil.server.server_method",),
            reason="whoever has an object of its class can call it",
            use=Liveness.HANDED_OVER,
        ),
        Registration(
            ("anvil.server.background_task",),
            published=Publication.NO,
            reason="only server code can start a background task",
            replaces=True,
        ),
    ),
    plain_decorators=("anvil.tables.in_transaction",),
    connects=("anvil.server.connect",),
    own_names=("anvil.",),
    named_calls=("anvil.server.call", "anvil.server.call_s", "anvil.server.launch_background_task"),
)
