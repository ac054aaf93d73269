"""The script that begins a rule, run on a copy of the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COPIED = ("boundary_lsp", "docs", "scripts", "tests/support", "tests/specs", "tests/cli")
FILES = ("boundary_lsp/rules/catalog/late_directive.py", "docs/rules/late-directive.md")
ARGUMENTS = ("late-directive", "--group", "directives", "--summary", "a directive that comes too late")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in COPIED:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    for file in ("pyproject.toml", "tests/__init__.py", "tests/conftest.py"):
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def _python(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "BOUNDARY_CACHE_DIR": str(copy / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_both_files_and_the_registry(copy: Path) -> None:
    done = _python(copy, "scripts/new_rule.py", *ARGUMENTS)
    assert done.returncode == 0, done.stderr
    for tool in (["ruff", "check"], ["ruff", "format", "--check"]):
        checked = _python(copy, "-m", *tool, *FILES[:1], "boundary_lsp/rules/registry.py")
        assert checked.returncode == 0, checked.stdout
    listed = _python(copy, "-m", "boundary_lsp", "explain")
    assert "late-directive" in listed.stdout.partition("directives\n")[2].partition("endpoints\n")[0]


def test_the_example_fails_until_the_rule_is_written(copy: Path) -> None:
    _python(copy, "scripts/new_rule.py", *ARGUMENTS)
    done = _python(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", FILES[1], "tests/specs/test_pages.py")
    assert "no such finding: error: [late-directive]" in done.stdout
    assert "1 failed" in done.stdout or done.stdout.count("\nFAILED ") == 1


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("dead-endpoint", "there is a rule `dead-endpoint` already"),
        ("LateDirective", "`LateDirective` is no name of a rule"),
        ("late", "`late` is no name of a rule"),
    ],
)
def test_a_name_that_will_not_do(copy: Path, rule: str, said: str) -> None:
    before = (copy / "boundary_lsp/rules/registry.py").read_text()
    done = _python(copy, "scripts/new_rule.py", rule, *ARGUMENTS[1:])
    assert done.returncode == 2
    assert said in done.stderr
    assert (copy / "boundary_lsp/rules/registry.py").read_text() == before


def test_nothing_is_overwritten(copy: Path) -> None:
    (copy / FILES[1]).write_text("my own")
    assert _python(copy, "scripts/new_rule.py", *ARGUMENTS).returncode != 0
    assert (copy / FILES[1]).read_text() == "my own"
