"""Requests of our own, and the notification: for editors that show sides and doors."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli import shop
from tests.lsp.client import MODERN, Client, Failed
from tests.lsp.test_conduct import many
from tests.lsp.test_showing import about, span

CURIOUS: Mapping[str, Any] = {**MODERN, "experimental": {"boundary": {"changes": True}}}
ICON = "import { countLikes } from '../actions/likes';\nexport function Icon() { countLikes(); return <i />; }\n"
TWO_FORGOTTEN = (
    "'use server';\nexport async function countLikes() { return 1; }\nexport async function forgotten() {}\n"
)


def documents(paths: Iterable[Path]) -> dict[str, Any]:
    return {"textDocuments": [{"uri": path.as_uri()} for path in paths]}


def changed(client: Client) -> list[list[str]]:
    """The roots of each notification."""
    return [m["params"]["roots"] for m in client.told if m["method"] == "boundary/changed"]


def settled(client: Client) -> int:
    """How often the editor has been told, once it is told nothing more."""
    time.sleep(1.0)
    return len(changed(client))


def test_they_are_announced(client: Client, program: Path) -> None:
    ours = client.start(program)["experimental"]["boundary"]
    assert ours["version"] == 1
    assert sorted(ours["requests"]) == [
        "boundary/doors",
        "boundary/endpoints",
        "boundary/environments",
        "boundary/references",
        "boundary/why",
    ]


def test_sides_of_open_documents_and_of_others(client: Client, program: Path) -> None:
    client.start(program)
    icon, page, fresh = (program / path for path in ("components/icon.tsx", "app/page.tsx", "components/fresh.tsx"))
    assert client.ask("boundary/environments", {}) == []
    client.open(icon)
    assert client.ask("boundary/environments", None) == [
        {
            "uri": icon.as_uri(),
            "environments": ["client"],
            "layers": ["client"],
            "directive": None,
            "reachedBy": {"client": "app/page.tsx → (client door) components/like.tsx → components/icon.tsx"},
        }
    ]
    client.open(fresh, "'use client';\nexport const Fresh = () => null;\n")
    client.open(page, "import { Icon } from '../components/icon';\nexport default () => <Icon />;\n")
    asked = documents([fresh, page, icon, program / "package.json", program / "nowhere.ts", Path("/elsewhere.ts")])
    found = client.ask("boundary/environments", asked)
    assert [(one["uri"], one["environments"], one["directive"]) for one in found] == [
        (fresh.as_uri(), [], "use client"),
        (page.as_uri(), ["server"], None),
        (icon.as_uri(), ["server"], None),
    ]
    assert found[0]["reachedBy"] == {}


def test_sides_of_a_whole_folder(client: Client, tmp_path: Path) -> None:
    root = many(tmp_path / "many", 600)
    client.start(root)
    client.pull(root / "app/page.tsx")
    begun = time.monotonic()
    found = client.ask("boundary/environments", documents(root.glob("*.ts")))
    assert len(found) == 600
    assert time.monotonic() - begun < 1.0


def test_a_module_is_told_of_by_the_innermost_root(client: Client, program: Path) -> None:
    inner = shop.write(program / "inner")
    client.start(program, inner)
    [found] = client.ask("boundary/environments", documents([inner / "components/icon.tsx"]))
    assert found["reachedBy"]["client"].startswith("app/page.tsx")


def test_the_doors_of_every_root(client: Client, program: Path, tmp_path: Path) -> None:
    other = shop.write(tmp_path / "other")
    client.start(program, other)
    client.open(program / "components/icon.tsx", ICON)
    client.open(program / "actions/likes.ts", TWO_FORGOTTEN)
    second, first = client.ask("boundary/doors", {})["roots"]
    assert (first["uri"], second["uri"]) == (program.as_uri(), other.as_uri())
    counts, one = first["endpoints"]
    assert counts == {
        "id": "actions/likes.ts#countLikes",
        "name": "countLikes",
        "uri": (program / "actions/likes.ts").as_uri(),
        "range": span(1, 22, 32),
        "liveness": "called",
        "published": "yes",
        "callers": {"network": 1, "inProcess": 1},
    }
    assert (one["name"], one["liveness"]) == ("forgotten", "unused")
    assert {name: number for name, number in first["liveness"].items() if number} == {"called": 1, "unused": 1}
    assert first["clientReferences"] == [
        {
            "id": "components/like.tsx#LikeButton",
            "name": "LikeButton",
            "uri": (program / "components/like.tsx").as_uri(),
            "range": span(3, 16, 26),
            "renderedBy": 1,
            "byFramework": False,
        }
    ]


def test_the_report_is_that_of_the_command(client: Client, program: Path) -> None:
    client.start(program)
    [root] = client.ask("boundary/endpoints", {})["roots"]
    assert root == {"uri": program.as_uri(), "report": shop.answer("endpoints", cwd=program)}


def test_only_open_folders_are_told_of(client: Client, program: Path) -> None:
    (program / ".git").mkdir()
    client.start(program / "components")
    [root] = client.ask("boundary/doors", {})["roots"]
    assert (len(root["endpoints"]), len(root["clientReferences"])) == (0, 1)
    assert client.ask("boundary/endpoints", {})["roots"][0]["report"]["endpoints"] == []


def test_why_is_what_the_command_tells(client: Client, program: Path) -> None:
    client.start(program)
    icon = program / "components/icon.tsx"
    asked = {"textDocument": {"uri": icon.as_uri()}, "environment": "client"}
    found = client.ask("boundary/why", asked)
    assert [(step["uri"], step["door"]) for step in found["chain"]] == [
        ((program / "app/page.tsx").as_uri(), None),
        ((program / "components/like.tsx").as_uri(), "client"),
        (icon.as_uri(), None),
    ]
    assert not [message for message in client.told if message["method"] == "window/showMessage"]
    given = {"command": "boundary.why", "arguments": [icon.as_uri(), "client"]}
    assert client.ask("workspace/executeCommand", given) == found
    client.told = [message for message in client.told if message["method"] != "window/showMessage"]
    assert client.ask("boundary/why", {**asked, "environment": "server"}) is None


def test_uses_by_what_happens_at_them(client: Client, program: Path) -> None:
    client.start(program)
    actions, icon, page = (program / path for path in ("actions/likes.ts", "components/icon.tsx", "app/page.tsx"))
    client.open(icon, ICON)
    groups = client.ask("boundary/references", about(actions, 2, 25))["groups"]
    assert groups == [
        {"transfer": "network", "locations": [{"uri": icon.as_uri(), "range": span(1, 25, 35)}]},
        {"transfer": "in-process", "locations": [{"uri": page.as_uri(), "range": span(3, 22, 32)}]},
    ]
    assert client.ask("boundary/references", about(icon, 1, 18)) is None


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("boundary/why", {"textDocument": {"uri": "file:///x.ts"}, "environment": "moon"}),
        ("boundary/why", None),
        ("boundary/environments", {"textDocuments": [7]}),
        ("boundary/references", {"textDocument": {"uri": "file:///x.ts"}}),
    ],
)
def test_parameters_that_make_no_sense(tmp_path: Path, program: Path, method: str, parameters: Any) -> None:
    client = Client(tmp_path / "cache")
    client.start(program)
    with pytest.raises(Failed) as failed:
        client.ask(method, parameters)
    assert failed.value.code == -32602
    client.tell("exit", None)
    client.ended(2.0)


def test_changes_are_told_once_and_only_where_something_differs(client: Client, program: Path) -> None:
    client.start(program, capabilities=CURIOUS)
    icon, actions = program / "components/icon.tsx", program / "actions/likes.ts"
    client.until(lambda: changed(client) == [[program.as_uri()]])
    client.open(icon)
    client.change(icon, {"text": "// more\n" + icon.read_text().replace("<i />", "<i>a</i>")})
    client.pull(icon)
    assert settled(client) == 1
    client.change(icon, {"text": ICON})
    client.until(lambda: len(changed(client)) == 2)
    client.change(icon, {"text": ICON + "// and so on"})
    client.open(actions, actions.read_text().replace("return 2;", "return 3;"))
    assert settled(client) == 2
    client.change(actions, {"text": TWO_FORGOTTEN})
    client.until(lambda: len(changed(client)) == 3)
    assert settled(client) == 3


def test_changes_on_disk_and_of_folders(client: Client, program: Path, tmp_path: Path) -> None:
    client.start(program, capabilities=CURIOUS)
    client.until(lambda: len(changed(client)) == 1)
    (program / "components/icon.tsx").write_text("'use client';\nexport const Icon = () => <i />;\n")
    client.touch(program / "components/icon.tsx")
    client.until(lambda: len(changed(client)) == 2)
    other = shop.write(tmp_path / "other")
    folder = {"uri": other.as_uri(), "name": "other"}
    for added, removed in (([folder], []), ([], [folder])):
        client.told.clear()
        client.tell("workspace/didChangeWorkspaceFolders", {"event": {"added": added, "removed": removed}})
        client.until(lambda: changed(client) == [[other.as_uri()]])


def test_changes_are_told_to_nobody_else(client: Client, program: Path) -> None:
    client.start(program)
    client.pull(program / "app/page.tsx")
    assert settled(client) == 0
