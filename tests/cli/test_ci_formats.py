"""What the services that CI reports to are given."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from boundary_lsp.rules.registry import RULES
from tests.cli.shop import FILES, REPOSITORY, answer, run, write

VALIDATOR = Path(__file__).parent / "sarif"

ROUTE = {
    "app/(shop)/[id]/page.tsx": (
        "import { countLikes } from '../../../actions/likes';\n"
        "export default async function Page() {\n"
        "  /* 😀 */ return <p>{await countLikes()}</p>;\n"
        "}\n"
        "export const first = async () => {\n"
        "  function save() { 'use server'; }\n"
        "  return <form action={save} />;\n"
        "};\n"
    )
}


@pytest.fixture
def routes(tmp_path: Path) -> Path:
    """The shop with a page whose path no URI takes as it is."""
    return write(tmp_path / "shop", {**FILES, **ROUTE})


def sarif(folder: Path, *arguments: str) -> dict[str, Any]:
    code, out, _ = run("check", "--format", "sarif", *arguments, cwd=folder)
    assert code == 1
    [found] = json.loads(out)["runs"]
    return dict(found)


def test_sarif_says_what_json_says(routes: Path) -> None:
    results = sarif(routes)["results"]
    findings = answer("check", cwd=routes)["findings"]
    assert [(r["ruleId"], r["message"]["text"], r["level"]) for r in results] == [
        (f["rule"], f["message"], f["severity"]) for f in findings
    ]
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in results]
    assert [(r["startLine"], r["startColumn"], r["endLine"], r["endColumn"]) for r in regions] == [
        tuple(f["range"][side][unit] for side in ("start", "end") for unit in ("line", "column")) for f in findings
    ]


def test_sarif_has_the_witness_as_a_flow(routes: Path) -> None:
    [result] = [r for r in sarif(routes)["results"] if r["ruleId"] == "private-endpoint"]
    [finding] = [f for f in answer("check", cwd=routes)["findings"] if f["rule"] == "private-endpoint"]
    [flow] = result["codeFlows"]
    [thread] = flow["threadFlows"]
    assert [step["location"]["message"]["text"] for step in thread["locations"]] == [
        step["message"] for step in finding["witness"]
    ]


def test_sarif_names_files_by_uri_from_where_one_stands(routes: Path) -> None:
    found = sarif(routes, "--select", "sync-server-function")
    [location] = found["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {
        "uri": "app/%28shop%29/%5Bid%5D/page.tsx",
        "uriBaseId": "SRCROOT",
    }
    assert found["originalUriBaseIds"]["SRCROOT"]["uri"] == f"{routes.as_uri()}/"
    below = sarif(routes / "app", "--select", "sync-server-function")
    [location] = below["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "%28shop%29/%5Bid%5D/page.tsx"


def test_sarif_brings_every_rule_with_its_page(routes: Path) -> None:
    rules = sarif(routes)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    assert all(rule["help"]["markdown"].startswith(f"# {rule['id']}\n") for rule in rules)
    [described] = [rule for rule in rules if rule["id"] == "sync-server-function"]
    assert described["name"] == "SyncServerFunction"
    assert described["fullDescription"]["text"].startswith("Reports a function with `'use server'`")
    assert "\n\n" not in described["fullDescription"]["text"]
    assert {rule["properties"]["tags"][0] for rule in rules} == {rule.group.value for rule in RULES}


def test_fingerprints_survive_moved_lines_and_are_unique(routes: Path) -> None:
    before = prints(routes)
    for path in routes.rglob("*.ts*"):
        if path.name != "tsconfig.json":
            path.write_text("// moved\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert prints(routes) == before
    assert len(set(before)) == len(before) > 2


def prints(folder: Path) -> list[str]:
    return [result["partialFingerprints"]["boundary/v1"] for result in sarif(folder)["results"]]


def test_github_annotates_lines(routes: Path) -> None:
    code, out, _ = run("check", "--format", "github", "--select", "sync-server-function", cwd=routes)
    assert code == 1
    assert out == (
        "::error file=app/(shop)/[id]/page.tsx,title=boundary (sync-server-function),line=6,endLine=6,col=12,"
        "endColumn=16::`first.save` is called over the network, so it has to be async: write `async` before it.\n"
    )


def test_github_keeps_the_witness_on_one_line(program: Path) -> None:
    _, out, _ = run("check", "--format", "github", cwd=program)
    [line] = [line for line in out.splitlines() if "(private-endpoint)" in line]
    assert "%0Aapp/page.tsx:4:" in line
    assert len(out.splitlines()) == len(answer("check", cwd=program)["findings"])


def test_gitlab_has_what_its_merge_requests_show(routes: Path) -> None:
    code, out, _ = run("check", "--format", "gitlab", cwd=routes)
    assert code == 1
    violations = json.loads(out)
    findings = answer("check", cwd=routes)["findings"]
    assert [(v["check_name"], v["description"], v["location"]["path"]) for v in violations] == [
        (f["rule"], f["message"], f["path"]) for f in findings
    ]
    assert {v["severity"] for v in violations} <= {"info", "minor", "major", "critical", "blocker"}
    assert len({v["fingerprint"] for v in violations}) == len(violations)


@pytest.mark.parametrize("format_", ["sarif", "gitlab", "github"])
def test_a_clean_program_is_an_empty_report(tmp_path: Path, format_: str) -> None:
    clean = write(tmp_path / "clean", {"package.json": FILES["package.json"], "app/page.tsx": "export default 1;\n"})
    code, out, _ = run("check", "--format", format_, cwd=clean)
    assert code == 0
    assert {"sarif": lambda: json.loads(out)["runs"][0]["results"] == [], "gitlab": lambda: out == "[]\n"}.get(
        format_, lambda: out == ""
    )()


@pytest.mark.realbuild
def test_a_validator_takes_our_sarif(routes: Path, tmp_path: Path) -> None:
    """Microsoft's, and the standard's schema, which comes with it."""
    tool = installed_validator(tmp_path / "validator")
    schema = json.loads((tool.parent / "sarif-2.1.0.json").read_text())
    assert run("check", "--format", "sarif", "--output", "found.sarif", cwd=routes)[0] == 1
    found = json.loads((routes / "found.sarif").read_text())
    jsonschema.validators.validator_for(schema)(schema).validate(found)
    assert told(tool, routes / "found.sarif") == []
    found["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["endLine"] = 1
    found["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 2
    (routes / "damaged.sarif").write_text(json.dumps(found))
    assert told(tool, routes / "damaged.sarif") != []


def installed_validator(folder: Path) -> Path:
    shutil.copytree(VALIDATOR, folder)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)
    [binary] = folder.glob("node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool")
    binary.chmod(binary.stat().st_mode | stat.S_IXUSR)  # what its install script does
    return binary


def told(tool: Path, log: Path) -> list[str]:
    """What it finds wrong; that the tool has no home page yet is known."""
    done = subprocess.run(
        [tool, "validate", log, "--rule-kind", "Sarif;Gh", "--level", "Error;Warning"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert "Analysis completed successfully" in done.stdout
    found = [line for line in done.stdout.splitlines() if re.search(r": (error|warning) ", line)]
    return [line for line in found if "informationUri" not in line]


def test_the_page_shows_every_format() -> None:
    page = (REPOSITORY / "docs" / "ci.md").read_text(encoding="utf-8")
    assert all(f"--format {name}" in page for name in ("sarif", "github", "gitlab"))
