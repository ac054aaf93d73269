"""Names over the wire: where they are used, made and called, and what another name changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli import shop
from tests.lsp.client import Client, Failed
from tests.lsp.test_showing import about, span, start

EVERYTHING = ("allReferences", "everyName", "definition", "documentHighlight", "rename", "fileRenames")
FILES = {
    **shop.FILES,
    "app/page.tsx": (
        "import { like } from '../actions/likes';\n"
        "import { LikeButton } from '../components/like';\n"
        "export default () => <LikeButton /* \U0001f600 */ onLike={like} />;\n"
    ),
    "components/like.tsx": (
        "'use client';\n"
        "export const LikeButton = ({ onLike }: { onLike: (id: string) => void }) => (\n"
        "  <button onClick={() => onLike('1')} />\n"
        ");\n"
    ),
}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return shop.write(tmp_path / "shop", FILES)


def opened(client: Client, program: Path, *features: str) -> tuple[Path, Path, Path]:
    """Page, button and actions, in an editor that wants these features besides those of the default."""
    start(client, program, dict.fromkeys(features, True))
    paths = program / "app/page.tsx", program / "components/like.tsx", program / "actions/likes.ts"
    for path in paths:
        client.open(path)
    return paths


def test_beside_another_server_only_what_it_does_not_find(client: Client, program: Path) -> None:
    _, button, actions = opened(client, program)
    context = {"context": {"includeDeclaration": True}}
    found = client.ask("textDocument/references", {**about(actions, 1, 24), **context})
    assert found == [{"uri": button.as_uri(), "range": span(2, 25, 31)}]


def test_beside_another_server_nothing_that_it_says_too(client: Client, program: Path) -> None:
    page, button, actions = opened(client, program)
    assert client.ask("textDocument/implementation", about(page, 2, 51)) == []
    assert len(client.ask("textDocument/implementation", about(button, 2, 26))) == 1
    assert "like(id: string)" not in client.ask("textDocument/hover", about(page, 2, 51))["contents"]["value"]
    assert "like(id: string)" in client.ask("textDocument/hover", about(button, 2, 26))["contents"]["value"]
    assert len(client.ask("textDocument/prepareCallHierarchy", about(actions, 1, 24))) == 1
    assert client.ask("textDocument/prepareCallHierarchy", about(page, 1, 10)) is not None


def test_all_references(client: Client, program: Path) -> None:
    page, button, actions = opened(client, program, *EVERYTHING)
    context = {"context": {"includeDeclaration": True}}
    found = client.ask("textDocument/references", {**about(actions, 1, 24), **context})
    assert found == [
        {"uri": actions.as_uri(), "range": span(1, 22, 26)},
        {"uri": page.as_uri(), "range": span(0, 9, 13)},
        {"uri": page.as_uri(), "range": span(2, 50, 54)},
        {"uri": button.as_uri(), "range": span(2, 25, 31)},
    ]


def test_from_the_prop_to_the_function(client: Client, program: Path) -> None:
    page, button, actions = opened(client, program, *EVERYTHING)
    made = [{"uri": actions.as_uri(), "range": span(1, 22, 26)}]
    assert client.ask("textDocument/implementation", about(button, 2, 26)) == made
    assert client.ask("textDocument/definition", about(page, 2, 51)) == made
    lit = client.ask("textDocument/documentHighlight", about(page, 2, 51))
    assert [one["range"] for one in lit] == [span(0, 9, 13), span(2, 50, 54)]


def test_callers_and_called(client: Client, program: Path) -> None:
    _, button, actions = opened(client, program)
    [item] = client.ask("textDocument/prepareCallHierarchy", about(actions, 1, 24))
    assert (item["name"], item["detail"]) == ("like", "server function")
    [caller] = client.ask("callHierarchy/incomingCalls", {"item": item})
    assert caller["fromRanges"] == [span(2, 25, 31)]
    assert caller["from"]["uri"] == button.as_uri()
    assert caller["from"]["detail"] == "over the network, through `components/like.tsx#LikeButton.onLike`"
    [called] = client.ask("callHierarchy/outgoingCalls", {"item": caller["from"]})
    assert called["to"]["name"] == "like"
    assert called["fromRanges"] == [span(2, 25, 31)]


def edits(answer: dict[str, Any]) -> dict[str, list[tuple[Any, str]]]:
    """By address, of documents in the version that is open."""
    changes = answer["documentChanges"]
    assert all(change["textDocument"]["version"] in (1, 2, None) for change in changes)
    return {c["textDocument"]["uri"]: [(e["range"], e["newText"]) for e in c["edits"]] for c in changes}


def test_rename_in_unsaved_buffers(client: Client, program: Path) -> None:
    page, _, actions = opened(client, program, *EVERYTHING)
    client.change(page, {"text": "// not saved\n" + FILES["app/page.tsx"]})
    assert client.ask("textDocument/prepareRename", about(page, 3, 51)) == span(3, 50, 54)
    changed = client.ask("textDocument/rename", {**about(page, 3, 51), "newName": "praise"})
    assert edits(changed) == {
        actions.as_uri(): [(span(1, 22, 26), "praise")],
        page.as_uri(): [(span(1, 9, 13), "praise"), (span(3, 50, 54), "praise")],
    }


def test_a_rename_that_is_refused_says_why(client: Client, program: Path) -> None:
    page, _, _ = opened(client, program, *EVERYTHING)
    with pytest.raises(Failed, match=r"`actions/likes.ts` already exports `forgotten`\.") as failed:
        client.ask("textDocument/rename", {**about(page, 2, 51), "newName": "forgotten"})
    assert failed.value.code == -32803


def test_files_and_folders_take_their_imports_along(client: Client, program: Path) -> None:
    page, _, _ = opened(client, program, *EVERYTHING)
    moved = {"oldUri": (program / "actions").as_uri(), "newUri": (program / "server").as_uri()}
    changed = client.ask("workspace/willRenameFiles", {"files": [moved]})
    assert edits(changed) == {page.as_uri(): [(span(0, 22, 38), "../server/likes")]}
    nothing = {"oldUri": (program / "README.md").as_uri(), "newUri": (program / "READ.md").as_uri()}
    assert client.ask("workspace/willRenameFiles", {"files": [nothing]}) is None
