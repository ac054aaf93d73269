"""Rules by group, baselines, suppressions and `--since`: what of all findings is told."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.repository import commit, git
from tests.cli.shop import FILES, REPOSITORY, answer, run, write

NAME = "boundary.baseline.json"
LIKES = FILES["actions/likes.ts"]
MOVED = LIKES.replace("'use server';\n", "'use server';\n\n// Moved down.\n\n")
WORSE = MOVED + "export async function another() { return 3; }\n"
WRITTEN = {
    "version": 1,
    "findings": [
        {
            "path": "actions/likes.ts",
            "rule": "dead-endpoint",
            "message": "`forgotten` is not used anywhere, yet anyone can call it over the network. …",
            "fingerprint": "a",
            "count": 1,
        },
        {
            "path": "actions/likes.ts",
            "rule": "private-endpoint",
            "message": "`countLikes` is only used on the server (1 use), yet it is published: …",
            "fingerprint": "b",
            "count": 1,
        },
    ],
}


def _rules(*arguments: str, cwd: Path) -> list[str]:
    return [finding["rule"] for finding in answer("check", *arguments, cwd=cwd)["findings"]]


def test_groups_are_selected_and_ignored(program: Path) -> None:
    assert _rules("--select", "endpoints", cwd=program) == ["private-endpoint", "dead-endpoint"]
    assert _rules("--select", "wire,dead-endpoint", cwd=program) == ["dead-endpoint"]
    assert _rules("--select", "endpoints", "--ignore", "dead-endpoint", cwd=program) == ["private-endpoint"]
    assert _rules("--ignore", "endpoints", cwd=program) == []


def test_a_group_does_not_turn_on_what_is_off_by_default(program: Path) -> None:
    write(program, {"components/icon.tsx": "'use client';\nexport function Icon() { return <i />; }\n"})
    assert _rules("--select", "directives", cwd=program) == []
    assert _rules("--select", "redundant-client-directive", cwd=program) == ["redundant-client-directive"]
    assert _rules("--select", "redundant-client-directive", "--ignore", "directives", cwd=program) == []
    write(program, {"boundary.toml": '[rules]\ndirectives = "error"\n'})
    assert "redundant-client-directive" not in _rules(cwd=program)
    write(program, {"boundary.toml": '[rules]\ndirectives = "error"\nredundant-client-directive = "info"\n'})
    assert _rules(cwd=program)[-1] == "redundant-client-directive"
    assert _rules("--select", "dead-endpoint", cwd=program) == ["dead-endpoint"]


def test_levels_decide_the_exit_code(program: Path) -> None:
    write(program, {"boundary.toml": '[rules]\nprivate-endpoint = "warning"\n'})
    assert run("check", cwd=program)[0] == 0
    write(program, {"boundary.toml": '[[overrides]]\npaths = ["app/"]\nrules = { private-endpoint = "off" }\n'})
    assert run("check", cwd=program)[0] == 1
    write(program, {"boundary.toml": '[[overrides]]\npaths = ["actions/"]\nrules = { endpoints = "off" }\n'})
    code, out, _ = run("check", "--select", "endpoints", cwd=program)
    assert (code, out.splitlines()[0].startswith("No findings in 4 modules; ")) == (0, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[rules]\ndead-endpont = "off"', "there is no rule or group `dead-endpont`; did you mean `dead-endpoint`?"),
        ('[rules]\nwires = "off"', "there is no rule or group `wires`; did you mean `wire`?"),
        ('[rules]\nwire = "of"', "`rules.wire`: there is no level `of`; did you mean `off`?"),
        ('[[overrides]]\npaths = []\nrules = { wires = "off" }', "there is no rule or group `wires`"),
    ],
)
def test_a_configuration_that_names_nothing(program: Path, text: str, said: str) -> None:
    for path in ("boundary.toml", "app/boundary.toml"):
        write(program, {path: text})
        code, out, err = run("check", cwd=program)
        assert (code, out) == (2, "")
        assert err.startswith(f"boundary: {path}: {said}")
        (program / path).unlink()


def test_overrides_that_match_nothing_are_told(program: Path) -> None:
    write(program, {"boundary.toml": '[[overrides]]\npaths = ["ap/"]\nrules = { wire = "off" }\n'})
    assert answer("check", cwd=program)["degraded"] == ["boundary.toml: `overrides.paths`: no module is called `ap/`"]


def test_suppressed_findings_are_counted(program: Path) -> None:
    text = LIKES.replace("return 2; }", "return 2; } // boundary-ignore dead-endpoint: the mobile app")
    write(program, {"actions/likes.ts": text})
    given = answer("check", cwd=program)
    assert (len(given["findings"]), given["summary"]["suppressed"]) == (1, 1)
    assert run("check", cwd=program)[1].splitlines()[-1] == "Not shown: 1 suppressed by comments."
    assert answer("check", "app", cwd=program)["summary"]["suppressed"] == 0


def test_a_suppression_is_known_without_reading_the_source(program: Path) -> None:
    """From the facts of the last run, and equal to a run that remembers nothing."""
    text = LIKES.replace("return 2; }", "return 2; } // boundary-ignore dead-endpoint")
    write(program, {"actions/likes.ts": text})
    cold = answer("check", cwd=program)
    assert answer("check", cwd=program) == cold == answer("check", "--no-cache", cwd=program)


def test_a_baseline_is_written(program: Path) -> None:
    code, out, err = run("check", "..", "--write-baseline", cwd=program / "app")
    assert (code, out, err) == (0, f"../{NAME}: 2 findings.\n", "")
    given = json.loads((program / NAME).read_text())
    for finding, mark in zip(given["findings"], "ab", strict=True):
        assert len(finding["fingerprint"]) == 16
        finding["fingerprint"] = mark
    assert given == WRITTEN
    jsonschema.validate(given, _schema())
    assert (
        run("check", "actions", "--write-baseline", "--baseline", "b.json", cwd=program)[1] == "b.json: 2 findings.\n"
    )
    assert (program / "b.json").read_bytes() == (program / NAME).read_bytes()


def test_what_a_run_cannot_judge_stays_in_a_baseline(program: Path) -> None:
    """Its path is not asked about, or its rule did not run, or not with all that it asks for."""
    write(
        program, {"app/chart.tsx": "'use client';\nexport const Chart = (p: { of: unknown }) => <p>{`${p.of}`}</p>;\n"}
    )
    write(program, {"app/a/page.tsx": "import { Chart } from '../chart';\nexport default () => <Chart of={/a/} />;\n"})
    run("check", "--write-baseline", cwd=program)
    written = (program / NAME).read_bytes()
    assert len(json.loads(written)["findings"]) == 3
    for partly in (["app"], ["--select", "wire"], ["--ignore", "endpoints"], ["--types", "declared"], ["--types=off"]):
        run("check", *partly, "--write-baseline", cwd=program)
        assert (program / NAME).read_bytes() == written
    write(program, {"actions/likes.ts": LIKES.replace("export async function forgotten", "async function forgotten")})
    assert run("check", "actions", "--write-baseline", cwd=program)[1] == f"{NAME}: 2 findings.\n"


def test_a_baseline_survives_moved_lines(program: Path) -> None:
    run("check", "--write-baseline", cwd=program)
    assert run("check", "--baseline", NAME, "--fail-on", "warning", cwd=program)[0] == 0
    write(program, {"actions/likes.ts": MOVED})
    code, out, _ = run("check", "--baseline", NAME, "--fail-on", "warning", cwd=program)
    assert (code, out.splitlines()[0].partition(";")[0]) == (0, "No findings in 4 modules")
    assert out.splitlines()[1:] == ["Not shown: 2 in the baseline."]
    write(program, {"actions/likes.ts": WORSE})
    given = answer("check", "--baseline", NAME, cwd=program)
    assert [finding["message"].split()[0] for finding in given["findings"]] == ["`another`"]
    assert given["summary"]["baselined"] == 2


def test_what_is_gone_from_a_baseline(program: Path) -> None:
    run("check", "--write-baseline", cwd=program)
    write(program, {"actions/likes.ts": LIKES.replace("export async function forgotten", "async function forgotten")})
    code, out, _ = run("check", "--baseline", NAME, cwd=program)
    assert code == 0
    assert out.splitlines()[1:] == [
        "Not shown: 1 in the baseline.",
        "1 finding of the baseline is gone: `--write-baseline` takes it out.",
    ]
    assert answer("check", "--baseline", NAME, cwd=program)["summary"]["gone"] == 1
    for elsewhere in (["app"], ["--select", "private-endpoint"], ["--ignore", "dead-endpoint"]):
        assert answer("check", "--baseline", NAME, *elsewhere, cwd=program)["summary"]["gone"] == 0


def test_findings_that_share_a_fingerprint_are_counted(program: Path) -> None:
    write(
        program,
        {
            "app/chart.tsx": "'use client';\nexport const Chart = (p: { of: RegExp }) => <p>{p.of.source}</p>;\n",
            "app/a/page.tsx": "import { Chart } from '../chart';\nexport default () => <Chart of={/a/} />;\n",
        },
    )
    only = ["--select", "unserializable-prop"]
    run("check", *only, "--write-baseline", cwd=program)
    [entry] = json.loads((program / NAME).read_text())["findings"]
    again = "import { Chart } from '../chart';\nexport default () => <><Chart of={/a/} /><Chart of={/a/} /></>;\n"
    write(program, {"app/a/page.tsx": again})
    given = answer("check", *only, "--baseline", NAME, cwd=program)
    assert (len(given["findings"]), given["summary"]["baselined"]) == (1, 1)
    assert given["findings"][0]["fingerprint"] == entry["fingerprint"]
    assert run("check", *only, "--write-baseline", cwd=program)[1] == f"{NAME}: 2 findings.\n"
    [entry] = json.loads((program / NAME).read_text())["findings"]
    assert entry["count"] == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"version": 2, "findings": []}',
        b'{"version": 1}',
        b'{"version": 1, "findings": [{"path": "a"}]}',
        b'{"version": 1, "findings": [], "colour": 3}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_a_file_that_is_no_baseline(program: Path, content: bytes) -> None:
    (program / NAME).write_bytes(content)
    code, out, err = run("check", "--baseline", NAME, cwd=program)
    assert (code, out) == (2, "")
    assert err.startswith(f"boundary: `{NAME}` is not a baseline: ")
    assert len(err.splitlines()) == 1


def test_a_baseline_may_begin_with_a_byte_order_mark(program: Path) -> None:
    run("check", "--write-baseline", cwd=program)
    (program / NAME).write_text((program / NAME).read_text("utf-8"), "utf-8-sig")
    assert _rules("--baseline", NAME, cwd=program) == []


def test_since_a_revision(program: Path) -> None:
    commit(program, "first")
    assert _rules("--since", "HEAD", cwd=program) == []
    write(program, {"app/page.tsx": FILES["app/page.tsx"] + "\n"})
    assert _rules("--since", "HEAD", cwd=program) == []
    write(program, {"actions/likes.ts": WORSE})
    assert len(_rules("--since", "HEAD", cwd=program)) == 3
    assert len(_rules("--since", "HEAD", "actions", cwd=program)) == 3
    assert _rules("--since", "HEAD", "app", cwd=program) == []
    commit(program, "second")
    assert _rules("--since", "HEAD", cwd=program) == []
    assert len(_rules("--since", "HEAD~1", cwd=program / "actions")) == 3


def test_since_names_new_files_and_no_touched_ones(program: Path) -> None:
    commit(program, "first")
    for path in program.rglob("*.ts*"):
        os.utime(path)
    write(program, {"actions/more.ts": "'use server';\nexport async function more() { return 1; }\n"})
    write(program, {"app/page.tsx": f"import '../actions/more';\n{FILES['app/page.tsx']}"})
    found = answer("check", "--since", "HEAD", cwd=program)["findings"]
    assert {finding["path"] for finding in found} == {"actions/more.ts"}


def test_since_another_branch_means_since_they_parted(program: Path) -> None:
    commit(program, "first")
    git(program, "checkout", "-qb", "mine")
    write(program, {"README.md": "mine"})
    commit(program, "mine")
    git(program, "checkout", "-q", "master")
    write(program, {"actions/likes.ts": WORSE})
    commit(program, "theirs")
    git(program, "checkout", "-q", "mine")
    assert _rules("--since", "master", cwd=program) == []


def test_since_where_line_ends_are_those_of_windows(program: Path) -> None:
    commit(program, "first")
    write(program, {"actions/likes.ts": LIKES.replace("\n", "\r\n")})
    assert _rules("--since", "HEAD", cwd=program) == []


def test_since_in_a_workspace_below_the_root_of_the_repository(program: Path) -> None:
    write(program, {"pnpm-workspace.yaml": ""})
    write(program.parent, {"README.md": ""})
    commit(program.parent, "first")
    assert _rules("--since", "HEAD", cwd=program) == []
    write(program, {"actions/likes.ts": WORSE})
    assert len(_rules("--since", "HEAD", cwd=program)) == 3


def test_since_with_a_baseline(program: Path) -> None:
    run("check", "--write-baseline", cwd=program)
    commit(program, "first")
    (program / "actions/likes.ts").write_text("'use server';\nexport async function like(id: string) { return id; }\n")
    given = answer("check", "--since", "HEAD", "--baseline", NAME, cwd=program)["summary"]
    assert (given["findings"], given["gone"]) == (0, 2)
    commit(program, "second")
    assert answer("check", "--since", "HEAD", "--baseline", NAME, cwd=program)["summary"]["gone"] == 0


def test_only_what_is_told_is_fixed(program: Path) -> None:
    run("check", "--write-baseline", cwd=program)
    commit(program, "first")
    fix = ["--select", "dead-endpoint", "--unsafe-fixes"]
    for narrow in (["--since", "HEAD"], ["--baseline", NAME], ["app"]):
        assert answer("check", *fix, *narrow, cwd=program)["summary"]["fixed"] == 0
    write(program, {"actions/likes.ts": WORSE})
    assert answer("check", *fix, "--baseline", NAME, cwd=program)["summary"]["fixed"] == 1
    assert (program / "actions/likes.ts").read_text() == MOVED
    assert answer("check", *fix, "--since", "HEAD", cwd=program)["summary"]["fixed"] == 1
    assert "forgotten" not in (program / "actions/likes.ts").read_text()


def test_since_no_revision(program: Path) -> None:
    commit(program, "first")
    for revision in ("v2", "--help", "HEAD:app", ""):
        code, out, err = run("check", f"--since={revision}", cwd=program)
        assert (code, out) == (2, "")
        assert err == f"boundary: --since: there is no revision `{revision}`\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell")
def test_since_runs_nothing_of_the_repository(program: Path) -> None:
    trap = program / "trap.sh"
    trap.write_text("#!/bin/sh\ntouch ran\ncat\n")
    trap.chmod(0o755)
    (program / ".gitattributes").write_text("*.ts diff=trap filter=trap\n")
    commit(program, "first")
    keys = ("core.fsmonitor", "diff.trap.textconv", "diff.trap.command", "diff.external", "filter.trap.clean")
    for key in (*keys, "filter.trap.smudge", "filter.trap.process", "core.pager", "core.sshCommand"):
        git(program, "config", key, str(trap))
    git(program, "config", "core.hooksPath", str(program))
    (program / "post-index-change").write_text(trap.read_text())
    (program / "post-index-change").chmod(0o755)
    (program / "ran").unlink(missing_ok=True)
    write(program, {"actions/likes.ts": WORSE})
    assert len(_rules("--since", "HEAD", cwd=program)) == 3
    assert not (program / "ran").exists()


def test_the_list_of_rules(program: Path) -> None:
    given = answer("explain", cwd=program)["rules"]
    row = next(row for row in given if row["rule"] == "dead-endpoint")
    assert row == {
        "rule": "dead-endpoint",
        "group": "endpoints",
        "level": "warning",
        "url": "docs/rules/dead-endpoint.md",
        "summary": "a server function that no running code uses",
    }
    assert "  dead-endpoint " in run("explain", cwd=program)[1]


def _schema() -> Any:
    return json.loads((REPOSITORY / "docs" / "schema" / "baseline.schema.json").read_text())
