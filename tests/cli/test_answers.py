"""What the commands say, in JSON and in text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.shop import FILES, REPOSITORY, age, answer, run, write

SCHEMAS = REPOSITORY / "docs" / "schema"

ARRIVES = {"verdict": "ok", "path": "", "offender": "", "becomes": ""}
COMMANDS = {
    "check": ["check"],
    "endpoints": ["endpoints"],
    "refs": ["refs", "actions/likes.ts#like"],
    "why": ["why", "components/icon.tsx"],
    "graph": ["graph"],
    "doctor": ["doctor"],
    "contract": ["contract", "check", "--against", str(REPOSITORY / "tests" / "cli" / "shop.contract.toml")],
    "explain": ["explain", "dead-endpoint"],
    "rules": ["explain"],
}
WITHOUT_PROGRAM = ("explain", "rules")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_json_answer_is_as_its_schema_says(program: Path, name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    given = answer(*COMMANDS[name], cwd=program)
    jsonschema.Draft202012Validator(schema).validate(given)
    assert given["version"] == 1
    if name not in WITHOUT_PROGRAM:
        assert given["root"] == program.as_posix()
        assert [a["framework"] for a in given["applications"]] == ["next"]
        assert given["degraded"] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_text_is_plain_and_ends_its_lines(program: Path, name: str) -> None:
    code, out, err = run(*COMMANDS[name], cwd=program)
    assert code in (0, 1)
    assert err == ""
    assert out.endswith("\n")
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_depends_on_the_cache(program: Path, name: str) -> None:
    cold = run(*COMMANDS[name], "--format", "json", cwd=program)
    warm = run(*COMMANDS[name], "--format", "json", cwd=program)
    assert warm == cold
    if name not in WITHOUT_PROGRAM:
        assert run(*COMMANDS[name], "--format", "json", "--no-cache", "--jobs", "1", cwd=program) == cold


def test_check(program: Path) -> None:
    given = answer("check", cwd=program)
    found = {(f["rule"], f["severity"], f["path"]): f for f in given["findings"]}
    dead = found["dead-endpoint", "warning", "actions/likes.ts"]
    assert dead["range"] == {"start": {"line": 4, "column": 23}, "end": {"line": 4, "column": 32}}
    assert len(dead["fingerprint"]) == 16
    assert ("private-endpoint", "error", "actions/likes.ts") in found
    assert given["summary"] == {
        "modules": 4,
        "findings": len(given["findings"]),
        "fixed": 0,
        "endpoints": {"called": 1, "in-process": 1, "unused": 1},
        "suppressed": 0,
        "baselined": 0,
        "gone": 0,
    }
    _, out, _ = run("check", cwd=program)
    assert "actions/likes.ts:4:23: warning[dead-endpoint] `forgotten` " in out
    assert "1 error and 1 warning in 4 modules; 3 endpoints: 1 called, 1 in-process, 1 unused." in out


def test_endpoints(program: Path) -> None:
    endpoints = {e["name"]: e for e in answer("endpoints", cwd=program)["endpoints"]}
    like = endpoints["like"]
    assert like["id"] == "actions/likes.ts#like"
    assert like["liveness"] == "called"
    assert like["parameters"] == [{"name": "id", "type": "string", "optional": False, **ARRIVES}]
    assert (like["returns"], like["result"]) == ("Promise<void>", ARRIVES)
    assert like["applications"] == {"shop": "called"}
    calls = [r for r in like["references"] if r["kind"] == "call"]
    assert [(c["path"], c["range"]["start"]) for c in calls] == [("components/like.tsx", {"line": 5, "column": 49})]
    assert calls[0]["transfers"] == [{"layer": "client", "environment": "client", "transfer": "network"}]
    assert endpoints["countLikes"]["liveness"] == "in-process"
    only = answer("endpoints", "--only", "unused", cwd=program)["endpoints"]
    assert [e["name"] for e in only] == ["forgotten"]
    _, out, _ = run("endpoints", cwd=program)
    assert out.splitlines()[0] == "unused: 1 endpoint (nothing refers to it)"


def test_endpoints_of_a_path_are_judged_by_the_whole(program: Path) -> None:
    assert len(answer("endpoints", "actions", cwd=program)["endpoints"]) == 3
    assert answer("endpoints", "components", cwd=program)["endpoints"] == []
    assert len(answer("endpoints", "likes.ts", cwd=program / "actions")["endpoints"]) == 3
    assert run("check", "app", "components", cwd=program)[0] == 0


@pytest.mark.parametrize(
    ("target", "folder"),
    [
        ("actions/likes.ts#like", ""),
        ("likes.ts#like", "actions"),
        ("actions/likes.ts:2:23", ""),
        ("components/like.tsx:5:49", ""),
        ("components/like.tsx:2:10", ""),
        ("../components/like.tsx:5:53", "actions"),
    ],
)
def test_refs_by_name_and_by_place(program: Path, target: str, folder: str) -> None:
    given = answer("refs", target, cwd=program / folder)
    assert given["target"] == "actions/likes.ts#like"
    assert sorted(r["kind"] for r in given["references"]) == ["call", "import"]


def test_refs_of_a_component(program: Path) -> None:
    given = answer("refs", "components/like.tsx#LikeButton", cwd=program)
    kinds: dict[str, Any] = {r["kind"]: r for r in given["references"]}
    assert set(kinds) == {"import", "render"}
    _, out, _ = run("refs", "components/like.tsx#LikeButton", cwd=program)
    assert out.splitlines()[0] == "components/like.tsx#LikeButton: 2 references"


def test_why(program: Path) -> None:
    chain = answer("why", "components/icon.tsx", cwd=program)["chain"]
    assert [(link["path"], link["environment"], link["door"]) for link in chain] == [
        ("app/page.tsx", "server", None),
        ("components/like.tsx", "client", "client"),
        ("components/icon.tsx", "client", None),
    ]
    assert chain[1]["range"]["start"] == {"line": 1, "column": 28}
    assert answer("why", "components/icon.tsx", "--environment", "server", cwd=program)["chain"] == []


def test_why_of_what_is_not_loaded(program: Path) -> None:
    (program / "lib.ts").write_text("export const a = 1;")
    given = answer("why", "lib.ts", cwd=program)
    assert (given["environment"], given["chain"]) == (None, [])
    assert run("why", "lib.ts", cwd=program)[1] == "lib.ts is not loaded: no entry point reaches it.\n"
    asked = run("why", "lib.ts", "--environment", "server", cwd=program)[1]
    assert asked == "lib.ts is not loaded on the server.\n"


def test_why_where_the_environment_is_not_known(tmp_path: Path) -> None:
    write(tmp_path, {"package.json": "{}", "main.ts": "import './a'", "a.ts": "import './b'", "b.ts": "'use client'"})
    given = answer("why", "a.ts", cwd=tmp_path)
    assert (given["environment"], [link["path"] for link in given["chain"]]) == ("unknown", ["main.ts", "a.ts"])
    assert "a.ts is loaded in an environment that is not known (layer unknown):" in run("why", "a.ts", cwd=tmp_path)[1]


def test_doctor_names_applications_that_share_a_name_by_their_paths(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(tmp_path / folder, FILES)
    write(tmp_path, {"package.json": '{"workspaces": ["*"]}', "two/boundary.toml": ""})
    given = answer("doctor", cwd=tmp_path)
    assert {layer["application"] for layer in given["layers"]} == {"one", "two"}
    assert given["nested_configurations"] == ["two/boundary.toml"]
    out = run("doctor", cwd=tmp_path)[1]
    assert len([line for line in out.splitlines() if line.startswith("  rsc ")]) == 2


def test_graph(program: Path) -> None:
    given = answer("graph", cwd=program)
    assert given["client_modules"] == ["components/like.tsx"]
    assert given["server_functions"] == ["actions/likes.ts#like"]
    assert {(d["kind"], d["from"], d["to"], *d["names"]) for d in given["doors"]} == {
        ("client", "app/page.tsx", "components/like.tsx", "LikeButton"),
        ("server", "components/like.tsx", "actions/likes.ts", "like"),
    }
    modules = {m["path"]: m for m in given["modules"]}
    assert modules["app/page.tsx"]["layers"] == [{"name": "rsc", "environment": "server", "entry": True}]
    assert modules["components/like.tsx"]["directive"] == "use client"


def test_output_goes_where_it_is_asked_to(program: Path, tmp_path: Path) -> None:
    code, out, _ = run("check", "--format", "json", "--output", str(tmp_path / "report.json"), cwd=program)
    assert (code, out) == (1, "")
    assert json.loads((tmp_path / "report.json").read_text())["summary"]["modules"] == 4


def test_statistics_go_to_standard_error(program: Path) -> None:
    assert "4 modules, 4 of them parsed" in run("check", "--statistics", cwd=program)[2]
    age(program)
    run("check", cwd=program)
    assert "4 modules, 0 of them parsed" in run("check", "--statistics", cwd=program)[2]
