"""Files that change on disk: which ones the editor is asked to tell of, and which of those matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from boundary_lsp.project import NEVER_ENTERED, UNREAD_EXTENSIONS

_INSTALLED = (".package-lock.json", ".modules.yaml", ".yarn-state.yml", ".yarn-integrity")
"""Written into `node_modules` when an installation is done: all that happened there before is told by them."""


def all_files() -> types.RegistrationParams:
    """Everything: editors tell of a removed folder, and not of the files that were in it, so a pattern of files would
    miss them."""
    watchers = [types.FileSystemWatcher("**/*")]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    return types.RegistrationParams([types.Registration("boundary-files", method, options)])


def relevant(changes: Iterable[types.FileEvent]) -> Iterator[str]:
    """The addresses of those that the analysis may depend on."""
    for change in changes:
        *folders, name = change.uri.split("/")
        if NEVER_ENTERED.isdisjoint(folders):
            is_unread = change.uri.endswith(UNREAD_EXTENSIONS)
            if name not in NEVER_ENTERED and not (is_unread and change.type == types.FileChangeType.Changed):
                yield change.uri
        elif name in _INSTALLED and folders[-1] == "node_modules":
            yield change.uri
