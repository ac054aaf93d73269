"""Contracts on disk and in git: what is written, what is read, and what is never run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.repository import commit, git
from tests.cli.shop import FILES, answer, run, write

NAME = "boundary.contract.toml"
WRITTEN = """\
# What the client and the server of this program agree on, as types on the wire.
# Written by `boundary contract write`; `boundary contract check` says what a change breaks.
version = 1
types = "auto"

[endpoint."actions/likes.ts#countLikes"]
parameters = []
returns = "number"

[endpoint."actions/likes.ts#forgotten"]
parameters = []
returns = "number"

[endpoint."actions/likes.ts#like"]
parameters = [
    "id: string",
]
returns = "void"

[component."components/like.tsx#LikeButton"]
props = [
    "id: string",
]
"""
NUMERIC = FILES["actions/likes.ts"].replace("id: string", "id: number")
BREAKING = "actions/likes.ts#like: breaking: parameter `id` was `string` and is `number` now"


def test_written_and_checked(program: Path) -> None:
    code, out, err = run("contract", "write", cwd=program / "app")
    assert (code, out, err) == (0, f"../{NAME}: 3 endpoints and 1 component.\n", "")
    assert (program / NAME).read_text() == WRITTEN
    assert run("contract", "check", cwd=program) == (0, f"No changes since {NAME}; 3 endpoints and 1 component.\n", "")
    write(program, {"actions/likes.ts": NUMERIC})
    code, out, _ = run("contract", "check", cwd=program)
    assert code == 1
    assert out == f"{BREAKING}\n\n1 breaking change since {NAME}; 3 endpoints and 1 component.\n"


def test_compatible_changes_are_listed_and_pass(program: Path) -> None:
    run("contract", "write", "--output", "old.toml", cwd=program)
    write(program, {"actions/likes.ts": FILES["actions/likes.ts"].replace("id: string", "id: string, note?: string")})
    code, out, _ = run("contract", "check", "--against", "old.toml", cwd=program)
    assert code == 0
    assert out.splitlines()[0] == "actions/likes.ts#like: compatible: parameter `note` is new, and not required"


def test_types_are_known_as_they_were_when_it_was_written(program: Path) -> None:
    run("contract", "write", "--types", "declared", cwd=program)
    assert 'types = "declared"' in (program / NAME).read_text()
    assert run("contract", "check", cwd=program)[0] == 0
    assert run("contract", "check", "--types", "auto", cwd=program)[0] == 0


def test_as_json(program: Path) -> None:
    run("contract", "write", cwd=program)
    write(program, {"actions/likes.ts": NUMERIC})
    given = answer("contract", "check", cwd=program)
    assert given["against"] == NAME
    assert given["summary"] == {"endpoints": 3, "components": 1, "breaking": 1, "unknown": 0, "compatible": 0}
    [change] = given["changes"]
    assert change == {
        "subject": "endpoint",
        "id": "actions/likes.ts#like",
        "effect": "breaking",
        "place": "parameter",
        "path": "id",
        "kind": "type",
        "old": "string",
        "new": "number",
        "perhaps": "",
        "message": "parameter `id` was `string` and is `number` now",
    }


BROKEN = {
    "half": WRITTEN[:-10],
    "another version": WRITTEN.replace("version = 1", "version = 2"),
    "a conflict": WRITTEN.replace("version", "<<<<<<< HEAD\nversion"),
    "an unknown key": WRITTEN + "colour = 3\n",
    "no type": WRITTEN.replace('"number"', '"number |"'),
    "two types": WRITTEN.replace('"id: string"', '"id: string, title: string"'),
    "a statement": WRITTEN.replace('"number"', '"number; foo()"'),
    "no list": WRITTEN.replace("parameters = []", "parameters = 3"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_contract(program: Path, name: str) -> None:
    (program / NAME).write_text(BROKEN[name])
    code, out, err = run("contract", "check", cwd=program)
    assert (code, out) == (2, "")
    assert err.startswith(f"boundary: `{NAME}` is not a contract: ")
    assert len(err.splitlines()) == 1


def test_a_contract_may_begin_with_a_byte_order_mark(program: Path) -> None:
    (program / NAME).write_text(WRITTEN, "utf-8-sig")
    assert run("contract", "check", cwd=program) == (0, f"No changes since {NAME}; 3 endpoints and 1 component.\n", "")


def test_against_a_revision(program: Path) -> None:
    commit(program, "empty")
    run("contract", "write", cwd=program)
    commit(program, "contract")
    git(program, "tag", "v1")
    write(program, {"actions/likes.ts": NUMERIC})
    run("contract", "write", cwd=program)
    assert run("contract", "check", cwd=program)[0] == 0
    for revision in ("HEAD", "v1", "master"):
        code, out, _ = run("contract", "check", "--against", revision, cwd=program / "app")
        assert (code, out.splitlines()[0]) == (1, f"../{BREAKING}")
    code, _, err = run("contract", "check", "--against", "HEAD~1", cwd=program)
    assert code == 2
    assert err.endswith(f"there is no `{NAME}` at the revision `HEAD~1`\n")
    for revision in ("v2", "--help", "HEAD:app", ""):
        code, _, err = run("contract", "check", f"--against={revision}", cwd=program)
        assert (code, f"there is no revision `{revision}`" in err) == (2, True)


def test_a_workspace_below_the_root_of_the_repository(program: Path) -> None:
    run("contract", "write", cwd=program)
    commit(program.parent, "contract")
    write(program, {"actions/likes.ts": NUMERIC})
    assert run("contract", "check", "--against", "HEAD", str(program), cwd=program.parent)[0] in (1, 2)


def test_without_a_repository(program: Path) -> None:
    code, _, err = run("contract", "check", "--against", "HEAD", cwd=program)
    assert code == 2
    assert "is in no git repository" in err


@pytest.mark.skipif(os.name == "nt", reason="a shell")
def test_git_runs_nothing_of_the_repository(program: Path) -> None:
    run("contract", "write", cwd=program)
    trap = program / "trap.sh"
    trap.write_text("#!/bin/sh\ntouch ran\ncat\n")
    trap.chmod(0o755)
    (program / ".gitattributes").write_text("*.toml diff=trap filter=trap\n")
    commit(program, "contract")
    for key in ("core.fsmonitor", "diff.trap.textconv", "filter.trap.smudge", "core.pager", "core.sshCommand"):
        git(program, "config", key, str(trap))
    assert run("contract", "check", "--against", "HEAD", cwd=program)[0] == 0
    assert not (program / "ran").exists()
