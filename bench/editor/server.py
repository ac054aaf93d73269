"""Starting the server as an editor does, and ending it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench.editor.client import Client
from bench.measure.tools import Boundary

CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {"diagnostic": {}},
    "workspace": {
        "workspaceFolders": True,
        "diagnostics": {"refreshSupport": True},
        "codeLens": {"refreshSupport": True},
        "inlayHint": {"refreshSupport": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "workspaceEdit": {"documentChanges": True},
    },
    "window": {"workDoneProgress": True},
}
FEATURES = {"allReferences": True, "definition": True, "rename": True, "workspaceSymbols": True}
"""Those that are off unless asked for."""


@contextmanager
def serving(tool: Boundary) -> Iterator[Client]:
    """A server of the tool's tree. Raises ServerFailed."""
    client = Client(tool.serve())
    try:
        begin(client, tool)
        yield client
        client.stop()
    finally:
        client.close()


def begin(client: Client, tool: Boundary) -> None:
    folder = {"uri": tool.tree.as_uri(), "name": tool.tree.name}
    asked = {
        "processId": None,
        "rootUri": None,
        "workspaceFolders": [folder],
        "capabilities": CAPABILITIES,
        "initializationOptions": {"features": FEATURES},
    }
    client.ask("initialize", asked)
    client.tell("initialized", {})
