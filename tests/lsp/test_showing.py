"""What an editor shows besides diagnostics, over the wire: positions, kinds and commands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.lsp.client import MODERN, Client

EVERYTHING = ("documentLinks", "documentSymbols", "workspaceSymbols", "semanticTokens")
BUTTON = """'use client';
/* \U0001f600 */ import { like } from '../actions/likes';
export const LikeButton = () => <p onClick={() => like()} />;
"""


def start(
    client: Client,
    folder: Path,
    features: dict[str, bool],
    encoding: str = "utf-16",
    edits: Mapping[str, Any] = MODERN["workspace"]["workspaceEdit"],
) -> Any:
    """What the server can do."""
    workspace = {**MODERN["workspace"], "workspaceEdit": edits}
    capabilities = {**MODERN, "general": {"positionEncodings": [encoding]}, "workspace": workspace}
    return client.start(folder, capabilities=capabilities, options={"features": features})


def about(path: Path, line: int = 0, character: int = 0) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": character}}


def span(line: int, first: int, last: int) -> dict[str, Any]:
    return {"start": {"line": line, "character": first}, "end": {"line": line, "character": last}}


def test_what_the_language_s_own_server_has_is_off(client: Client, program: Path) -> None:
    offered = start(client, program, {})
    assert {"hoverProvider", "codeLensProvider", "inlayHintProvider", "codeActionProvider"} <= offered.keys()
    assert "documentSymbolProvider" not in offered
    assert "semanticTokensProvider" not in offered


def test_a_feature_is_switched(client: Client, program: Path) -> None:
    offered = start(client, program, {"hover": False, "diagnostics": False, "documentSymbols": True})
    assert "hoverProvider" not in offered
    assert "diagnosticProvider" not in offered
    assert offered["documentSymbolProvider"]


def test_a_feature_is_switched_later(client: Client, program: Path) -> None:
    start(client, program, {})
    actions = program / "actions/likes.ts"
    for is_on in (False, True):
        client.tell("workspace/didChangeConfiguration", {"settings": {"boundary": {"features": {"hover": is_on}}}})
        assert bool(client.ask("textDocument/hover", about(actions, 1, 24))) is is_on


def switch(client: Client, **features: bool) -> None:
    client.tell("workspace/didChangeConfiguration", {"settings": {"boundary": {"features": features}}})


def registered(client: Client) -> list[dict[str, Any]]:
    """What the server has registered besides the watching of files, by method, once there is something."""

    def found() -> list[dict[str, Any]]:
        told = [m["params"]["registrations"] for m in client.told if m["method"] == "client/registerCapability"]
        return [one for registrations in told for one in registrations if one["id"] != "boundary-files"]

    return sorted(client.until(found), key=lambda one: str(one["method"]))


def test_what_was_off_is_registered_later(client: Client, program: Path) -> None:
    dynamic = {"dynamicRegistration": True}
    full: dict[str, Any] = {**dynamic, "requests": {}, "tokenTypes": [], "tokenModifiers": [], "formats": []}
    documents = {**MODERN["textDocument"], "semanticTokens": full, "rename": dynamic, "hover": dynamic}
    offered = client.start(program, capabilities={**MODERN, "textDocument": documents})
    assert "renameProvider" not in offered
    actions = program / "actions/likes.ts"
    switch(client, semanticTokens=True, rename=True, documentLinks=True)
    rename, tokens = registered(client)
    assert (rename["method"], rename["registerOptions"]) == (
        "textDocument/rename",
        {"documentSelector": None, "prepareProvider": True},
    )
    assert (tokens["method"], tokens["registerOptions"]["full"]) == ("textDocument/semanticTokens", True)
    assert "endpoint" in tokens["registerOptions"]["legend"]["tokenModifiers"]
    assert client.ask("textDocument/prepareRename", about(actions, 1, 24)) == span(1, 22, 26)
    assert client.ask("textDocument/semanticTokens/full", {"textDocument": {"uri": actions.as_uri()}})["data"]
    client.told.clear()
    switch(client, rename=True, hover=False)
    [gone] = client.until(lambda: [m["params"] for m in client.told if m["method"] == "client/unregisterCapability"])
    assert [one["id"] for one in gone["unregisterations"]] == [tokens["id"]]
    client.told.clear()
    switch(client, semanticTokens=True, rename=True)
    assert [one["id"] for one in registered(client)] == [tokens["id"]]
    assert client.ask("textDocument/hover", about(actions, 1, 24))


def test_diagnostics_that_were_off_are_registered_later(client: Client, program: Path) -> None:
    pulls = {"diagnostic": {"dynamicRegistration": True}}
    options = {"features": {"diagnostics": False}}
    client.start(program, capabilities={**MODERN, "textDocument": pulls}, options=options)
    switch(client, diagnostics=True)
    [registration] = registered(client)
    assert registration["method"] == "textDocument/diagnostic"
    assert registration["registerOptions"]["workspaceDiagnostics"]
    assert client.pull(program / "actions/likes.ts") == client.pull_all()[(program / "actions/likes.ts").as_uri()]


def test_hover_in_a_buffer_behind_an_astral_character(client: Client, program: Path) -> None:
    start(client, program, {})
    button = program / "components/like.tsx"
    client.open(button, BUTTON)
    found = client.ask("textDocument/hover", about(button, 1, 20))
    assert found["range"] == span(1, 18, 22)
    assert found["contents"]["kind"] == "markdown"
    assert "`actions/likes.ts#like`" in found["contents"]["value"]
    assert client.ask("textDocument/hover", about(button, 1, 3)) is None


def test_lenses_and_what_a_click_shows(client: Client, program: Path) -> None:
    start(client, program, {})
    actions, button = program / "actions/likes.ts", program / "components/like.tsx"
    client.open(button, BUTTON)
    lenses = client.ask("textDocument/codeLens", {"textDocument": {"uri": actions.as_uri()}})
    like = next(lens for lens in lenses if lens["command"]["title"] == "1 call over the network")
    uri, position, locations = like["command"]["arguments"]
    assert (uri, position) == (actions.as_uri(), like["range"]["start"])
    assert locations == [{"uri": button.as_uri(), "range": span(2, 50, 54)}]
    given = {"command": like["command"]["command"], "arguments": like["command"]["arguments"]}
    assert client.ask("workspace/executeCommand", given) == locations


def test_hints_count_as_the_editor_does(client: Client, program: Path) -> None:
    start(client, program, {}, encoding="utf-8")
    button = program / "components/like.tsx"
    client.open(button, BUTTON)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
    [hint] = client.ask("textDocument/inlayHint", {"textDocument": {"uri": button.as_uri()}, "range": whole})
    assert hint["label"] == "→ server"
    assert hint["position"] == {
        "line": 1,
        "character": len("/* \U0001f600 */ import { like } from '../actions/likes'".encode()),
    }


def test_links_symbols_and_tokens(client: Client, program: Path) -> None:
    start(client, program, dict.fromkeys(EVERYTHING, True))
    actions, button = program / "actions/likes.ts", program / "components/like.tsx"
    client.open(button, BUTTON)
    [link] = client.ask("textDocument/documentLink", {"textDocument": {"uri": button.as_uri()}})
    assert (link["target"], link["range"]) == (actions.as_uri(), span(1, 31, 47))
    names = [one["name"] for one in client.ask("textDocument/documentSymbol", about(actions))]
    found = client.ask("workspace/symbol", {"query": "#forg"})
    assert "like" in names
    assert [(one["name"], one["location"]["uri"]) for one in found] == [("forgotten", actions.as_uri())]
    tokens = client.ask("textDocument/semanticTokens/full", {"textDocument": {"uri": button.as_uri()}})
    assert tokens["data"] == [1, 18, 4, 0, 2, 1, 50, 4, 0, 2]


def test_a_directive_is_completed(client: Client, program: Path) -> None:
    start(client, program, {})
    fresh = program / "components/fresh.tsx"
    client.open(fresh, "'us\nexport const Fresh = () => null;\n")
    found = client.ask("textDocument/completion", about(fresh, 0, 3))
    assert [(one["label"], one["textEdit"]) for one in found] == [
        ("use client", {"range": span(0, 0, 3), "newText": "'use client'"}),
        ("use server", {"range": span(0, 0, 3), "newText": "'use server'"}),
    ]


def test_actions_that_fix_suppress_and_ask(client: Client, program: Path) -> None:
    start(client, program, {})
    actions = program / "actions/likes.ts"
    client.open(actions)
    dead = next(one for one in client.pull(actions) if one["code"] == "dead-endpoint")
    context = {"diagnostics": [dead]}
    asked = {"textDocument": {"uri": actions.as_uri()}, "range": dead["range"], "context": context}
    fix, suppression = client.ask("textDocument/codeAction", asked)
    assert fix["diagnostics"] == [dead]
    assert fix["edit"]["documentChanges"][0]["textDocument"] == {"uri": actions.as_uri(), "version": 1}
    [edit] = suppression["edit"]["documentChanges"][0]["edits"]
    assert edit["newText"] == "// boundary-ignore dead-endpoint:\n"
    assert client.ask("textDocument/codeAction", {**asked, "context": {**context, "only": ["refactor"]}}) == []
    [why] = client.ask("textDocument/codeAction", {**asked, "range": span(0, 1, 1)})
    given = {"command": why["command"]["command"], "arguments": why["command"]["arguments"]}
    answer = client.ask("workspace/executeCommand", given)
    assert answer["text"].endswith("actions/likes.ts")
    assert answer["chain"][0]["uri"] == (program / "app/page.tsx").as_uri()
    client.told = [message for message in client.told if message["method"] != "window/showMessage"]


def offered_for(client: Client, actions: Path, rule: str) -> list[dict[str, Any]]:
    """What can be done about a finding in it, as edits."""
    finding = next(one for one in client.pull(actions) if one["code"] == rule)
    asked = {
        "textDocument": {"uri": actions.as_uri()},
        "range": finding["range"],
        "context": {"diagnostics": [finding]},
    }
    return [one["edit"] for one in client.ask("textDocument/codeAction", asked)]


def test_a_fix_that_creates_a_file(client: Client, program: Path) -> None:
    client.start(program)
    edits = offered_for(client, program / "actions/likes.ts", "private-endpoint")
    assert [one["kind"] for one in edits[0]["documentChanges"] if "kind" in one] == ["create"]


def test_edits_for_an_editor_that_knows_no_versions_and_creates_no_files(client: Client, program: Path) -> None:
    start(client, program, {"rename": True, "fileRenames": True}, edits={})
    actions, page = program / "actions/likes.ts", program / "app/page.tsx"
    client.open(actions)
    [suppression] = offered_for(client, actions, "private-endpoint")
    [edit] = suppression["changes"][actions.as_uri()]
    assert edit["newText"].startswith("// boundary-ignore private-endpoint:")
    renamed = client.ask("textDocument/rename", {**about(actions, 2, 25), "newName": "count"})
    assert {uri: len(edits) for uri, edits in renamed["changes"].items()} == {actions.as_uri(): 1, page.as_uri(): 2}
    moved = {"oldUri": actions.as_uri(), "newUri": (program / "actions/hearts.ts").as_uri()}
    changed = client.ask("workspace/willRenameFiles", {"files": [moved]})["changes"]
    assert [edit["newText"] for edit in changed[page.as_uri()]] == ["../actions/hearts"]


def test_lenses_are_asked_for_again_when_typing_stops(client: Client, program: Path) -> None:
    lenses = {**MODERN["workspace"], "codeLens": {"refreshSupport": True}}
    client.start(program, capabilities={**MODERN, "workspace": lenses})

    def hints() -> list[Any]:
        return [message for message in client.told if message["method"] == "workspace/codeLens/refresh"]

    actions = program / "actions/likes.ts"
    client.open(actions)
    client.pull(actions)
    client.change(actions, {"text": "'use server';\nexport async function love() {}\n"})
    client.pull(actions)
    assert not hints()
    client.until(hints)
