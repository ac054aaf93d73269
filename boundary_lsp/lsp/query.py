"""A question of an editor on its way to `ide/`, and the answer on its way back: positions and addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lsprotocol import types

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.places import Place
from boundary_lsp.ide.settings import Features
from boundary_lsp.model.fixes import Fix, Splice
from boundary_lsp.model.lines import Columns, LineIndex


@dataclass(frozen=True, slots=True)
class Query:
    """Positions are the editor's, in the encoding that was agreed on; offsets are ours."""

    snapshot: Snapshot
    module: int
    """The document's; -1 where the question is about the whole root."""
    columns: Columns
    client: types.ClientCapabilities
    features: Features
    """Those that the editor wants."""
    uri_at: Callable[[str], str]
    """Path below the root to the address, as the editor writes it where it has the file open."""
    path_at: Callable[[str], str | None]
    """The other way round; None for what is not in the root."""
    version_at: Callable[[str], int | None]
    """Path below the root to the version of the open document; None where it is not open."""
    covers: Callable[[str], bool]
    """Whether a path below the root is in a folder that the editor has open."""
    belongs: Callable[[str], bool]
    """Whether a path below the root is in no other root inside of it."""
    opened: tuple[str, ...]
    """Paths below the root that the editor has open."""

    def uri(self, module: int) -> str:
        return self.uri_at(self.snapshot.program.modules[module])

    def offset(self, position: types.Position) -> int:
        """In the document."""
        return self._lines(self.module).offset(position.line, position.character, self.columns)

    def range(self, place: Place) -> types.Range:
        return self._range(self._lines(place.module), place.start, place.end)

    def location(self, place: Place) -> types.Location:
        return types.Location(self.uri(place.module), self.range(place))

    def edit(self, fix: Fix) -> types.WorkspaceEdit | None:
        """Of documents, where the editor knows versions in the one that this answer was made from, and files that are
        to be created. None where those are, and the editor cannot."""
        knows_versions, creates = _edits_of(self.client)
        if fix.created and not creates:
            return None
        if not fix.created and not knows_versions:
            edits = {self.uri_at(change.path): self._edits(change.path, change.splices) for change in fix.changes}
            return types.WorkspaceEdit(changes=edits)
        changes: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
        for path, text in fix.created.items():
            changes += [types.CreateFile(self.uri_at(path)), self._filled(path, text)]
        changes += [self._changed(change.path, change.splices) for change in fix.changes]
        return types.WorkspaceEdit(document_changes=changes)

    def _changed(self, path: str, splices: Iterable[Splice]) -> types.TextDocumentEdit:
        document = types.OptionalVersionedTextDocumentIdentifier(self.uri_at(path), self.version_at(path))
        return types.TextDocumentEdit(document, [*self._edits(path, splices)])

    def _edits(self, path: str, splices: Iterable[Splice]) -> list[types.TextEdit]:
        lines = self._lines_at(path)
        return [types.TextEdit(self._range(lines, s.start, s.end), s.text.decode("utf-8", "replace")) for s in splices]

    def _filled(self, path: str, text: bytes) -> types.TextDocumentEdit:
        start = types.Position(0, 0)
        edit = types.TextEdit(types.Range(start, start), text.decode("utf-8", "replace"))
        return types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(self.uri_at(path), None), [edit])

    def _range(self, lines: LineIndex, start: int, end: int) -> types.Range:
        return types.Range(self._position(lines, start), self._position(lines, end))

    def _position(self, lines: LineIndex, offset: int) -> types.Position:
        return types.Position(*lines.position(offset, self.columns))

    def _lines(self, module: int) -> LineIndex:
        return self.snapshot.lines(module)

    def _lines_at(self, path: str) -> LineIndex:
        module = self.snapshot.program.module_index(path)
        return LineIndex(self.snapshot.files.read(path)) if module is None else self._lines(module)


def _edits_of(client: types.ClientCapabilities) -> tuple[bool, bool]:
    """Whether an editor takes edits of a document's version, and whether it can create files."""
    can = client.workspace.workspace_edit if client.workspace else None
    if can is None:
        return False, False
    return bool(can.document_changes), types.ResourceOperationKind.Create in (can.resource_operations or ())
