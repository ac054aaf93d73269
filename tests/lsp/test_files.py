"""Files that change on disk, and folders that come and go."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli import shop
from tests.lsp.client import Client
from tests.lsp.test_diagnostics import BUTTON_THAT_REMEMBERS, rules


def test_the_editor_is_asked_to_tell(client: Client, program: Path) -> None:
    client.start(program)
    (request,) = client.until(lambda: [m for m in client.told if m["method"] == "client/registerCapability"])
    assert request["params"]["registrations"][0]["method"] == "workspace/didChangeWatchedFiles"


def test_files_are_written_created_and_removed(client: Client, program: Path) -> None:
    client.start(program)
    actions, button, fresh = program / "actions/likes.ts", program / "components/like.tsx", program / "app/x/page.tsx"
    assert "dead-endpoint" in rules(client.pull(actions))
    button.write_text(BUTTON_THAT_REMEMBERS)
    client.touch(button)
    assert [item["message"][:6] for item in client.pull(actions) if item["code"] == "dead-endpoint"] == ["`like`"]
    fresh.parent.mkdir()
    fresh.write_text("import { like } from '../../actions/likes';\nexport default () => <form action={like} />;\n")
    client.touch(fresh, kind=1)
    assert "dead-endpoint" not in rules(client.pull(actions))
    fresh.unlink()
    client.touch(fresh, kind=3)
    assert "dead-endpoint" in rules(client.pull(actions))


def test_a_buffer_hides_what_happens_on_disk(client: Client, program: Path) -> None:
    client.start(program)
    actions = program / "actions/likes.ts"
    client.open(actions)
    actions.write_text("'use server';\n")
    client.touch(actions)
    assert "dead-endpoint" in rules(client.pull(actions))
    client.close(actions)
    assert client.pull(actions) == []


def test_a_folder_is_removed(client: Client, program: Path) -> None:
    """Editors tell of the folder only."""
    client.start(program)
    assert rules(client.pull_all()[(program / "actions/likes.ts").as_uri()])
    shutil.rmtree(program / "actions")
    client.touch(program / "actions", kind=3)
    assert (program / "actions/likes.ts").as_uri() not in client.pull_all()


def test_a_branch_is_switched(client: Client, program: Path) -> None:
    """Two thousand files at once; the editor is told to ask again."""
    actions = program / "actions/likes.ts"
    pages = [program / f"app/n{number}/page.tsx" for number in range(2000)]
    client.start(program)
    assert "dead-endpoint" in rules(client.pull(actions))
    for page in pages:
        page.parent.mkdir()
        page.write_text(
            "import { forgotten } from '../../actions/likes';\nexport default () => <form action={forgotten} />;\n"
        )
    client.touch(*pages, kind=1)
    client.until(lambda: [m for m in client.told if m["method"] == "workspace/diagnostic/refresh"])
    assert "dead-endpoint" not in rules(client.pull(actions))
    for page in pages:
        page.write_text("export default () => null;\n")
    client.touch(*pages)
    assert "dead-endpoint" in rules(client.pull(actions))


def test_the_configuration_changes_on_disk(client: Client, program: Path) -> None:
    client.start(program)
    actions = program / "actions/likes.ts"
    assert "dead-endpoint" in rules(client.pull(actions))
    (program / "boundary.toml").write_text("[rules]\ndead-endpoint = 'off'\n")
    client.touch(program / "boundary.toml", kind=1)
    assert "dead-endpoint" not in rules(client.pull(actions))


def test_folders_come_and_go(client: Client, program: Path, tmp_path: Path) -> None:
    """Each is a root of its own."""
    other = shop.write(tmp_path / "other")
    client.start(program)
    assert len(client.pull_all()) == 1
    event = {"added": [{"uri": other.as_uri(), "name": "other"}], "removed": []}
    client.tell("workspace/didChangeWorkspaceFolders", {"event": event})
    assert set(client.pull_all()) == {(folder / "actions/likes.ts").as_uri() for folder in (program, other)}
    client.tell("workspace/didChangeWorkspaceFolders", {"event": {"added": [], "removed": event["added"]}})
    assert set(client.pull_all()) == {(program / "actions/likes.ts").as_uri()}


def test_a_folder_of_a_workspace(client: Client, tmp_path: Path) -> None:
    """The whole root is analysed, or liveness would be wrong; what is told is of the folder."""
    root = shop.write(
        tmp_path / "mono",
        {
            "package.json": '{"workspaces": ["apps/*"]}',
            **{f"apps/{app}/{path}": text for app in ("a", "b") for path, text in shop.FILES.items()},
        },
    )
    client.start(root / "apps/a")
    assert set(client.pull_all()) == {(root / "apps/a/actions/likes.ts").as_uri()}
    assert rules(client.pull(root / "apps/b/actions/likes.ts"))


def test_a_file_without_a_folder(client: Client, program: Path) -> None:
    client.start()
    client.open(program / "actions/likes.ts")
    assert "dead-endpoint" in rules(client.pull(program / "actions/likes.ts"))


def test_names_that_addresses_write_otherwise(client: Client, tmp_path: Path) -> None:
    root = tmp_path / "a b%20ü"
    shop.write(
        root,
        {
            path.replace("actions/", "actions/[id] #1/").replace("likes.ts", "l.ts"): text.replace(
                "actions/likes", "actions/[id] #1/l"
            )
            for path, text in shop.FILES.items()
        },
    )
    client.start(root)
    assert "dead-endpoint" in rules(client.pull(root / "actions/[id] #1/l.ts"))
    assert (root / "actions/[id] #1/l.ts").as_uri() in client.pull_all()
