"""Diagnostics over the wire: of buffers that were never saved, pulled and pushed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli import shop
from tests.lsp.client import MODERN, Client

BUTTON_THAT_REMEMBERS = """'use client';
import { forgotten } from '../actions/likes';
export const LikeButton = () => <p onClick={() => forgotten()} />;
"""
SUPPRESSED = """'use server';
export async function like() {}
// boundary-ignore private-endpoint: the page's own
export async function countLikes() { return 1; }
"""


def rules(items: list[dict[str, Any]] | None) -> list[str]:
    return [item["code"] for item in items or ()]


def test_a_diagnostic_says_all_that_is_known(client: Client, program: Path) -> None:
    client.start(program)
    private, dead = client.pull(program / "actions/likes.ts")
    assert private["severity"] == 1
    assert dead["severity"] == 2
    assert dead["source"] == "boundary"
    assert dead["tags"] == [1]
    assert dead["range"] == {"start": {"line": 3, "character": 22}, "end": {"line": 3, "character": 31}}
    assert dead["codeDescription"]["href"].endswith("/dead-endpoint.md")
    assert dead["data"]["fingerprint"]
    (step,) = dead["relatedInformation"]
    assert step["location"]["uri"] == (program / "app/page.tsx").as_uri()
    assert step["location"]["range"]["start"] == {"line": 1, "character": 27}


def test_two_buffers_that_depend_on_each_other(client: Client, program: Path) -> None:
    """What is typed in one changes what is found in the other, and nothing is saved."""
    client.start(program)
    actions, button = program / "actions/likes.ts", program / "components/like.tsx"
    client.open(actions)
    client.open(button)
    assert rules(client.pull(actions)) == ["private-endpoint", "dead-endpoint"]
    client.change(button, {"text": BUTTON_THAT_REMEMBERS})
    assert rules(client.pull(actions)) == ["dead-endpoint", "private-endpoint"]
    client.change(actions, {"text": "'use server';\nexport async function forgotten() { return 2; }\n"})
    assert rules(client.pull(actions)) == []
    client.close(button)
    client.close(actions)
    assert rules(client.pull(actions)) == ["private-endpoint", "dead-endpoint"]


def test_an_editor_is_told_to_ask_again_about_what_was_not_typed_in(client: Client, program: Path) -> None:
    """Neovim asks by itself only about the buffer that changes."""

    def refreshes() -> int:
        return len([m for m in client.told if m["method"] == "workspace/diagnostic/refresh"])

    client.start(program)
    actions, button = program / "actions/likes.ts", program / "components/like.tsx"
    client.open(actions)
    client.open(button)
    assert rules(client.pull(actions)) == ["private-endpoint", "dead-endpoint"]
    client.change(button, {"text": f"// {button}\n{button.read_text('utf-8')}"})
    client.pull(button)
    assert refreshes() == 0
    client.change(button, {"text": BUTTON_THAT_REMEMBERS})
    client.until(lambda: refreshes() == 1)
    client.change(actions, {"text": SUPPRESSED})
    client.pull(actions)
    assert refreshes() == 1


def test_a_file_that_is_not_on_disk_yet(client: Client, program: Path) -> None:
    client.start(program)
    actions, fresh = program / "actions/likes.ts", program / "app/likes/page.tsx"
    assert "dead-endpoint" in rules(client.pull(actions))
    client.open(
        fresh, "import { forgotten } from '../../actions/likes';\nexport default () => <form action={forgotten} />;\n"
    )
    assert "dead-endpoint" not in rules(client.pull(actions))
    client.close(fresh)
    assert "dead-endpoint" in rules(client.pull(actions))


def test_nothing_new_is_said_shortly(client: Client, program: Path) -> None:
    client.start(program)
    where = {"textDocument": {"uri": (program / "actions/likes.ts").as_uri()}}
    first = client.ask("textDocument/diagnostic", where)
    again = client.ask("textDocument/diagnostic", {**where, "previousResultId": first["resultId"]})
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}


def test_of_what_is_no_module_nothing_is_said(client: Client, program: Path, tmp_path: Path) -> None:
    client.start(program)
    assert client.pull(program / "package.json") == []
    assert client.pull(tmp_path / "elsewhere.ts") == []


def test_the_configuration_is_respected(client: Client, program: Path) -> None:
    (program / "boundary.toml").write_text("[rules]\ndead-endpoint = 'off'\nprivate-endpoint = 'info'\n")
    actions = program / "actions/likes.ts"
    client.start(program)
    (item,) = client.pull(actions)
    assert (item["code"], item["severity"]) == ("private-endpoint", 3)
    client.open(actions, SUPPRESSED)
    assert client.pull(actions) == []


def test_a_configuration_that_is_being_typed(client: Client, program: Path) -> None:
    """What was known stays; the mistake stands in the file that it is in."""
    actions, configuration = program / "actions/likes.ts", program / "boundary.toml"
    configuration.write_text("")
    client.start(program)
    assert "dead-endpoint" in rules(client.pull(actions))
    client.open(configuration, "[rules]\ndead-endpont = 'off'\n")
    assert "dead-endpoint" in rules(client.pull(actions))
    (item,) = client.pull(configuration)
    assert "`dead-endpoint`" in item["message"]
    client.change(configuration, {"text": "[rules]\ndead-endpoint = 'off'\n"})
    assert client.pull(configuration) == []
    assert "dead-endpoint" not in rules(client.pull(actions))


def test_the_whole_workspace(client: Client, program: Path) -> None:
    client.start(program)
    assert {Path(uri).name: rules(items) for uri, items in client.pull_all().items()} == {
        "likes.ts": ["private-endpoint", "dead-endpoint"]
    }


def test_the_workspace_waits_for_news(client: Client, program: Path) -> None:
    client.start(program)
    actions = program / "actions/likes.ts"
    (report,) = client.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
    known = [{"uri": report["uri"], "value": report["resultId"]}]
    held = client.send("workspace/diagnostic", {"previousResultIds": known})
    client.open(actions, "'use server';\n")
    (report,) = client.wait(held)["items"]
    assert report == {"kind": "full", "uri": actions.as_uri(), "version": None, "items": []}


def test_the_workspace_in_parts(client: Client, program: Path) -> None:
    client.start(program)
    assert client.ask("workspace/diagnostic", {"previousResultIds": [], "partialResultToken": "p"})["items"] == []
    (part,) = [m["params"]["value"] for m in client.told if m["method"] == "$/progress" and m["params"]["token"] == "p"]
    assert [Path(item["uri"]).name for item in part["items"]] == ["likes.ts"]


def test_an_editor_that_does_not_pull_is_pushed_to(client: Client, program: Path) -> None:
    client.start(program, capabilities={})
    actions = program / "actions/likes.ts"
    client.until(lambda: rules(client.published(actions)) == ["private-endpoint", "dead-endpoint"])
    client.open(actions)
    client.change(actions, {"text": "'use server';\n"})
    client.until(lambda: client.published(actions) == [])


def test_an_editor_that_pulls_is_not_pushed_to(client: Client, program: Path) -> None:
    client.start(program, capabilities=MODERN)
    client.open(program / "actions/likes.ts")
    client.pull(program / "actions/likes.ts")
    assert client.published(program / "actions/likes.ts") is None


def test_a_baseline_is_respected(client: Client, program: Path) -> None:
    """What it lists is not shown, what is new is; a file that is none says so."""
    baseline, actions = program / "known.json", program / "actions/likes.ts"
    code, _, _ = shop.run("check", "--write-baseline", "--baseline", str(baseline), cwd=program)
    assert code == 0
    client.start(program, options={"baseline": "known.json"})
    assert client.pull(actions) == []
    client.open(actions, shop.FILES["actions/likes.ts"] + "export async function fresh() {}\n")
    assert [item["message"][:7] for item in client.pull(actions)] == ["`fresh`"]
    baseline.write_text("{")
    client.touch(baseline)
    assert len(client.pull(actions)) == 3
    (item,) = client.pull(baseline)
    assert "this is not a baseline" in item["message"]
