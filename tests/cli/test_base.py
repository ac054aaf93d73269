"""`--base GITREV`: what a branch adds and takes away, without touching the working copy."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.repository import commit, git
from tests.cli.shop import answer, run

LIKES = "actions/likes.ts"


def _edit(program: Path, path: str, old: str, new: str) -> None:
    text = (program / path).read_text("utf-8")
    assert old in text
    (program / path).write_text(text.replace(old, new), "utf-8")


def _append(program: Path, path: str, text: str) -> None:
    with (program / path).open("a", encoding="utf-8") as file:
        file.write(text)


def _branch(program: Path) -> None:
    """One endpoint is new, one newly dead, one removed; and `lib/words.ts` enters the client."""
    commit(program, "first")
    git(program, "checkout", "-qb", "mine")
    _append(program, LIKES, "export async function fresh() { return 3; }\n")
    _edit(program, LIKES, "export async function forgotten() { return 2; }\n", "")
    _edit(program, "app/page.tsx", "await countLikes()", "0")
    (program / "lib").mkdir()
    (program / "lib" / "words.ts").write_text("export const words = ['a'];\n")
    _edit(program, "components/icon.tsx", "export", "import { words } from '../lib/words';\nexport")
    _edit(program, "components/icon.tsx", "<i />", "<i>{words}</i>")


def test_what_a_branch_changes(program: Path) -> None:
    _branch(program)
    comparison = answer("endpoints", "--base", "master", cwd=program)["comparison"]
    head = subprocess.run(["git", "rev-parse", "master"], cwd=program, capture_output=True, text=True, check=True)
    assert (comparison.pop("base"), comparison.pop("commit")) == ("master", head.stdout.strip())
    unused = {"liveness": "unused", "published": "yes"}
    assert comparison == {
        "new": [{"id": f"{LIKES}#fresh", "before": None, "after": unused}],
        "dead": [
            {
                "id": f"{LIKES}#countLikes",
                "before": {"liveness": "in-process", "published": "yes"},
                "after": unused,
            }
        ],
        "changed": [],
        "removed": [{"id": f"{LIKES}#forgotten", "before": unused, "after": None}],
        "entered_client": ["lib/words.ts"],
        "left_client": [],
    }


def test_the_same_in_text(program: Path) -> None:
    _branch(program)
    _, out, _ = run("endpoints", "--base", "master", "--types", "declared", cwd=program)
    short = subprocess.run(["git", "rev-parse", "master"], cwd=program, capture_output=True, text=True, check=True)
    assert out.partition("Compared")[2].splitlines() == [
        f" with master ({short.stdout[:10]})",
        "  new: 1 endpoint",
        "    actions/likes.ts#fresh  unused, published",
        "  newly dead: 1 endpoint",
        "    actions/likes.ts#countLikes  was in-process, published; is unused, published",
        "  removed: 1 endpoint",
        "    actions/likes.ts#forgotten  unused, published",
        "  newly loaded on the client: 1 module",
        "    lib/words.ts",
        "",
    ]


def test_without_a_base_nothing_is_compared(program: Path) -> None:
    assert answer("endpoints", cwd=program)["comparison"] is None


def test_nothing_has_changed(program: Path) -> None:
    commit(program, "first")
    _append(program, LIKES, "// a remark\n")
    assert "\n  no endpoint has changed\n" in run("endpoints", "--base", "HEAD", cwd=program)[1]


def test_only_what_is_asked_about_is_compared(program: Path) -> None:
    _branch(program)
    comparison = answer("endpoints", "lib", "--base", "master", cwd=program)["comparison"]
    assert (comparison["new"], comparison["removed"], comparison["entered_client"]) == ([], [], ["lib/words.ts"])


def test_what_the_other_branch_did_meanwhile_is_not_ours(program: Path) -> None:
    _branch(program)
    commit(program, "mine")
    git(program, "checkout", "-q", "master")
    _append(program, LIKES, "export async function theirs() { return 4; }\n")
    commit(program, "theirs")
    git(program, "checkout", "-q", "mine")
    comparison = answer("endpoints", "--base", "master", cwd=program)["comparison"]
    assert [change["id"] for change in comparison["removed"]] == [f"{LIKES}#forgotten"]


def test_the_working_copy_is_left_alone(program: Path) -> None:
    _branch(program)
    git(program, "add", "lib")

    def state() -> dict[str, bytes]:
        """Of the working copy and the repository, the index included."""
        return {str(path): path.read_bytes() for path in sorted(program.rglob("*")) if path.is_file()}

    before = state()
    answer("endpoints", "--base", "master", cwd=program)
    assert state() == before


def test_nothing_of_the_repository_is_run(program: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\ncat\n")
    trap.chmod(0o755)
    (program / ".gitattributes").write_text("*.ts diff=trap filter=trap\n")
    commit(program, "first")
    keys = ("core.fsmonitor", "diff.trap.textconv", "diff.trap.command", "diff.external", "filter.trap.clean")
    for key in (*keys, "filter.trap.smudge", "filter.trap.process", "core.pager", "gpg.program", "core.sshCommand"):
        git(program, "config", key, str(trap))
    git(program, "config", "log.showSignature", "true")
    git(program, "config", "core.hooksPath", str(program))
    for form in ("json", "html"):
        assert run("endpoints", "--base", "HEAD", "--format", form, cwd=program)[0] == 0
    assert not (tmp_path / "sprung").exists()


def test_what_no_commit_has_is_as_it_is_now(program: Path) -> None:
    """An installed package's own directive is known on both sides, so it makes no difference."""
    package = program / "node_modules" / "ui"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"name": "ui", "main": "index.js"}')
    (package / "index.js").write_text("'use client';\nexport function Box({ f }) { return null; }\n")
    (program / ".gitignore").write_text("node_modules\n")
    _edit(program, "app/page.tsx", "export default", "import { Box } from 'ui';\nexport default")
    _edit(program, "app/page.tsx", "<main>", "<main><Box f={countLikes} />")
    commit(program, "first")
    comparison = answer("endpoints", "--base", "HEAD", cwd=program)["comparison"]
    assert not any(comparison[part] for part in ("new", "dead", "changed", "removed", "entered_client", "left_client"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_lead_to_what_they_led_to(program: Path) -> None:
    (program / "lib").mkdir()
    (program / "lib" / "again.ts").symlink_to("../actions/likes.ts")
    commit(program, "first")
    comparison = answer("endpoints", "--base", "HEAD", cwd=program)["comparison"]
    assert (comparison["new"], comparison["removed"]) == ([], [])


def test_many_files_are_parsed_by_workers(program: Path) -> None:
    """All of them are others than now, and more than one process parses alone."""
    (program / "lib").mkdir()
    for number in range(60):
        (program / "lib" / f"m{number}.ts").write_text(f"export const a{number} = {number};\n")
    commit(program, "first")
    for number in range(60):
        (program / "lib" / f"m{number}.ts").unlink()
    _edit(program, LIKES, "export async function forgotten() { return 2; }\n", "")
    comparison = answer("endpoints", "--base", "HEAD", cwd=program)["comparison"]
    assert [change["id"] for change in comparison["removed"]] == [f"{LIKES}#forgotten"]


@pytest.mark.parametrize("more", [(), ("--no-cache",)])
def test_facts_of_the_last_run_save_time_only(program: Path, more: tuple[str, ...]) -> None:
    _branch(program)
    first = answer("endpoints", "--base", "master", *more, cwd=program)
    assert answer("endpoints", "--base", "master", *more, cwd=program) == first
    assert first["comparison"]["new"]


def test_no_revision(program: Path) -> None:
    code, _, err = run("endpoints", "--base", "master", cwd=program)
    assert (code, err.count("\n")) == (2, 1)
    assert "is in no git repository" in err
    commit(program, "first")
    assert run("endpoints", "--base", "nowhere", cwd=program)[::2] == (
        2,
        "boundary: --base: there is no revision `nowhere`\n",
    )


def test_a_base_whose_configuration_is_wrong(program: Path) -> None:
    (program / "boundary.toml").write_text("zzz = 1")
    commit(program, "first")
    (program / "boundary.toml").write_text("")
    code, _, err = run("endpoints", "--base", "HEAD", cwd=program)
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith("boundary: --base: at `HEAD`, boundary.toml: ")


def test_a_clone_without_the_contents(program: Path, tmp_path: Path) -> None:
    commit(program, "first")
    git(program, "config", "uploadpack.allowFilter", "true")
    _edit(program, LIKES, "return 2", "return 22")
    commit(program, "second")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{program}", str(clone))
    shutil.rmtree(program)
    code, _, err = run("endpoints", "--base", "HEAD~1", cwd=clone)
    assert (code, err.count("\n")) == (2, 1)
    assert "this clone lacks the contents of some of its files" in err
