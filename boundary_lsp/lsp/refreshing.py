"""Hints to editors that they should ask again for what is shown in the text: lenses, inlay hints, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary_lsp.lsp.root import Root
from boundary_lsp.lsp.settling import Settling
from boundary_lsp.model.program import Program

if TYPE_CHECKING:
    from boundary_lsp.lsp.server import BoundaryServer


class Refreshing:
    """For the event loop. Editors ask again by themselves only where somebody types; and while somebody does, a hint
    after every key would be answered with more questions than the key."""

    def __init__(self, server: BoundaryServer) -> None:
        self._server = server
        self._shown: dict[Root, Program] = {}
        """What editors know, if they have done as they were told."""
        self._settling = Settling(self._refresh)

    def seen(self, root: Root) -> None:
        """There is a new view."""
        if root not in self._shown and root.latest is not None:
            self._shown[root] = root.latest.snapshot.program
        self._settling.seen(root)

    def closed(self, root: Root) -> None:
        self._settling.closed(root)
        self._shown.pop(root, None)

    def _refresh(self, root: Root) -> None:
        can, view = self._server.client_capabilities.workspace, root.latest
        if can is None or view is None or view.snapshot.program is self._shown[root]:
            return
        self._shown[root] = view.snapshot.program
        if can.code_lens and can.code_lens.refresh_support:
            self._server.workspace_code_lens_refresh(None)
        if can.inlay_hint and can.inlay_hint.refresh_support:
            self._server.workspace_inlay_hint_refresh(None)
        if can.semantic_tokens and can.semantic_tokens.refresh_support:
            self._server.workspace_semantic_tokens_refresh(None)
