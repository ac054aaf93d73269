"""Other names, for things and for files."""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from boundary_lsp.ide.moves import moved_imports
from boundary_lsp.ide.renaming import CannotRename, rename, rename_range
from boundary_lsp.lsp.query import Query
from boundary_lsp.model.fixes import Fix

OPTIONS = types.RenameOptions(prepare_provider=True)
ANY_FILE = types.FileOperationRegistrationOptions(
    [types.FileOperationFilter(types.FileOperationPattern("**/*"), scheme="file")]
)


def at_position(query: Query, params: types.PrepareRenameParams) -> types.Range | None:
    try:
        place = rename_range(query.snapshot, query.module, query.offset(params.position))
    except CannotRename as reason:
        raise _failed(reason) from None
    return None if place is None else query.range(place)


def everywhere(query: Query, params: types.RenameParams) -> types.WorkspaceEdit | None:
    try:
        changes = rename(query.snapshot, query.module, query.offset(params.position), params.new_name)
    except CannotRename as reason:
        raise _failed(reason) from None
    return query.edit(Fix(changes)) if changes else None


def of_files(query: Query, params: types.RenameFilesParams) -> list[types.WorkspaceEdit]:
    """The edit in one root."""
    paths = [(query.path_at(file.old_uri), query.path_at(file.new_uri)) for file in params.files]
    moves = {old: new for old, new in paths if old and new}
    changes = moved_imports(query.snapshot, moves) if moves else ()
    edit = query.edit(Fix(changes)) if changes else None
    return [edit] if edit else []


def together(edits: list[types.WorkspaceEdit]) -> types.WorkspaceEdit | None:
    """Of all roots."""
    changes = {uri: texts for edit in edits for uri, texts in (edit.changes or {}).items()}
    document_changes = [change for edit in edits for change in edit.document_changes or ()]
    return types.WorkspaceEdit(changes or None, document_changes or None) if edits else None


def _failed(reason: CannotRename) -> JsonRpcException:
    return JsonRpcException(str(reason), types.LSPErrorCodes.RequestFailed.value)
