"""wwwpy: `remote/` runs in the browser, `server/` on the server, `common/` on both; the browser imports the functions
of `server/rpc.py` and gets stubs that call them.

Source: `server/convention.py` and `common/rpc2/stub.py` of wwwpy.
"""

from __future__ import annotations

import re

from boundary_lsp.frameworks.profile import Detection, LayerSpec, Profile, Registration, WireRow, every_file
from boundary_lsp.frameworks.runtimes import PYODIDE
from boundary_lsp.model.project import Environment

WWWPY = Profile(
    name="wwwpy",
    packages=(),
    markers=(),
    layers=(
        LayerSpec("server", Environment.SERVER),
        LayerSpec("client", Environment.CLIENT, {"use server": "server"}),
    ),
    entries=(
        every_file("server", "server"),
        every_file("remote", "client"),
        every_file("common", "server", "client"),
    ),
    detection=Detection(
        ("remote/__init__.py",), re.compile(rb"^[ \t]*(?:from|import)[ \t]+(?:wwwpy|js|pyodide)\b", re.MULTILINE)
    ),
    extensions=("py",),
    client=PYODIDE,
    server_folders=("server",),
    wires=(WireRow((0,), "wwwpy", (), temporary_references=False, refuses_arguments=True),),
    asked_for=re.compile(r"remote/__init__\.py#entry_point|remote/rpc\.py#.*"),
    registrations=(
        Registration(modules=re.compile(r"server/rpc\.py"), reason="wwwpy registers what this module defines"),
    ),
)
