"""`boundary endpoints` as a page and as Markdown, and when files were last changed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from boundary_lsp.adapters import git_log
from boundary_lsp.composition import history_of
from tests.cli.repository import commit, git
from tests.cli.shop import run, write

LIKES = "actions/likes.ts"


def _rows(page: str) -> dict[str, Any]:
    """What the page's script is given, by name."""
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    return {row["name"]: row for row in json.loads(data[1])["rows"]}


def test_a_page(program: Path) -> None:
    code, out, err = run("endpoints", "--format", "html", cwd=program)
    assert (code, err) == (0, "")
    assert out.startswith("<!doctype html>\n")
    assert "http:" not in out and "https:" not in out
    rows = _rows(out)
    assert {name: row["liveness"] for name, row in rows.items()} == {
        "countLikes": "in-process",
        "forgotten": "unused",
        "like": "called",
    }
    assert rows["like"]["changed"] is None
    assert rows["like"]["callers_text"] == "1 over the network"


def test_a_page_in_a_file(program: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("endpoints", "--format", "html", "--output", str(page), cwd=program) == (0, "", "")
    assert page.read_text("utf-8") == run("endpoints", "--format", "html", cwd=program)[1]


def test_markdown(program: Path) -> None:
    code, out, err = run("endpoints", "--format", "markdown", "--only", "unused", cwd=program)
    assert (code, err) == (0, "")
    assert out.startswith(
        "## Endpoints of shop\n\n1 of 1 endpoint needs no address on the network. Yet anyone can call it."
    )
    assert "countLikes" not in out


def test_the_commit_is_named_and_what_differs_from_it(program: Path) -> None:
    commit(program, "first")
    head = git(program, "rev-parse", "--short=10", "HEAD").strip()
    page = run("endpoints", "--format", "html", cwd=program)[1]
    assert re.search(rf"at commit {head} of \d{{4}}-\d\d-\d\d, with no uncommitted changes in its source files", page)
    with (program / LIKES).open("a") as file:
        file.write("// a remark\n")
    write(program, {"lib/new.ts": "export const a = 1;\n"})
    text = run("endpoints", "--format", "markdown", cwd=program)[1]
    assert re.search(rf"^At commit {head} of [\d-]+, with uncommitted changes in 2 source files\.$", text, re.MULTILINE)


def test_without_a_repository_no_commit_is_named(program: Path) -> None:
    assert "commit" not in run("endpoints", "--format", "markdown", cwd=program)[1].split("###")[0]


def test_who_changed_a_file_last(program: Path) -> None:
    commit(program, "first")
    with (program / LIKES).open("a") as file:
        file.write("// a remark\n")
    commit(program, "second: 'a' & <b>")
    (program / "lib").mkdir()
    (program / "lib" / "x.ts").write_text("")
    commit(program, "third")
    changed = _rows(run("endpoints", "--format", "html", cwd=program)[1])["like"]["changed"]
    assert changed.pop("date").count("-") == 2
    assert len(changed.pop("commit")) == 10
    assert changed == {"author": "a", "subject": "second: 'a' & <b>"}


def test_who_changed_a_file_below_the_root_of_the_repository(program: Path) -> None:
    commit(program.parent, "first")
    found = history_of(str(program)).last_changes({LIKES, "app/page.tsx", "nowhere.ts"})
    assert {path: change.subject for path, change in found.items()} == {LIKES: "first", "app/page.tsx": "first"}


def test_the_oldest_commit_of_a_shallow_clone_changed_nothing(program: Path, tmp_path: Path) -> None:
    commit(program, "first")
    likes = program / LIKES
    likes.write_text(likes.read_text() + "// a remark\n")
    commit(program, "second")
    likes.write_text(likes.read_text() + "// another\n")
    commit(program, "third")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{program}", str(clone))
    found = history_of(str(clone)).last_changes({LIKES, "app/page.tsx"})
    assert {path: change.subject for path, change in found.items()} == {LIKES: "third"}


def test_a_history_that_is_too_long_is_given_up(program: Path, monkeypatch: Any) -> None:
    commit(program, "first")
    monkeypatch.setattr(git_log, "SECONDS", 0.0)
    assert history_of(str(program)).last_changes({"nowhere.ts"}) == {}
