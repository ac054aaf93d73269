"""What the pages about configuration and about living with findings show is so."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from boundary_lsp.adapters.memory import MemoryFileSystem
from boundary_lsp.composition import memory_workspace
from boundary_lsp.engine.baseline import parse_baseline
from boundary_lsp.engine.selection import require_known_rules
from boundary_lsp.project import ConfigurationError, load_project
from boundary_lsp.rules.registry import RULES
from boundary_lsp.rules.rule import Group
from boundary_lsp.syntax.languages import LANGUAGES
from tests.cli.shop import REPOSITORY, environment

CONFIGURATION = (REPOSITORY / "docs" / "configuration.md").read_text("utf-8")
README = (REPOSITORY / "README.md").read_text("utf-8")
LIVING = (REPOSITORY / "docs" / "living-with-findings.md").read_text("utf-8")


def _fences(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_examples_are_configurations() -> None:
    [toml], [json_] = _fences(CONFIGURATION, "toml"), _fences(CONFIGURATION, "json")
    for name, text in (("boundary.toml", toml), ("package.json", json_)):
        require_known_rules(load_project(MemoryFileSystem({name: text}), LANGUAGES))


def test_every_key_has_its_row() -> None:
    with pytest.raises(ConfigurationError) as error:
        load_project(MemoryFileSystem({"boundary.toml": "zzz = 1"}), LANGUAGES)
    known = error.value.message.partition("(known: ")[2].rstrip(")").split(", ")
    assert sorted(re.findall(r"^\| `([\w-]+)` \|", CONFIGURATION, re.MULTILINE)) == sorted(known)


def test_the_example_of_a_baseline_is_one() -> None:
    [text] = _fences(LIVING, "json")
    assert len(parse_baseline(json.dumps(json.loads(text)).encode()).findings) == 1


def test_the_examples_of_suppressions_are_read() -> None:
    [ts], [tsx] = _fences(LIVING, "ts"), _fences(LIVING, "tsx")
    for path, text, count in (("a.ts", ts, 2), ("b.tsx", tsx, 1)):
        snapshot = memory_workspace(MemoryFileSystem({"package.json": "{}", path: text})).snapshot()
        assert len(snapshot.program.facts[0].suppressions) == count


def test_links_lead_somewhere() -> None:
    for text in (CONFIGURATION, LIVING):
        for link in re.findall(r"\]\(([^)#]+)\)", text):
            assert (REPOSITORY / "docs" / link).exists(), link


def test_no_rule_has_the_name_of_a_group() -> None:
    assert {rule.id for rule in RULES}.isdisjoint(group.value for group in Group)


def test_the_readme_shows_what_is_said(tmp_path: Path) -> None:
    """Its first command, behind the installation, and all that begin with `$`."""
    first, *others = _fences(README, "text")
    shown = [f"$ {_fences(README, 'sh')[0].rpartition('.venv/bin/')[2]}{first}", *others]
    for text in shown:
        command, _, output = text.partition("\n")
        folder, _, asked = command.removeprefix("$ ").rpartition(" && ")
        where = REPOSITORY / folder.removeprefix("cd ")
        assert _said_without_pyright(asked.split()[1:], where, tmp_path) == output, command


def _said_without_pyright(arguments: list[str], folder: Path, scratch: Path) -> str:
    """As whoever follows the README sees it, who has installed the tool and nothing else."""
    (scratch / "plain" / "pyright").mkdir(parents=True, exist_ok=True)
    (scratch / "plain" / "pyright" / "__init__.py").touch()
    variables = environment(scratch / "cache", PYTHONPATH=os.pathsep.join((str(scratch / "plain"), str(REPOSITORY))))
    command = [sys.executable, "-m", "boundary_lsp", *arguments]
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, timeout=120, check=False)
    return done.stdout
