"""What is analysed, and as what: ignore files above the root, the configured framework, versions from catalogs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shop import FILES, answer, write


def _modules(root: Path) -> list[str]:
    return [module["path"] for module in answer("graph", cwd=root)["modules"]]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """`repository/web/shop`, whose root has a workspace manifest."""
    manifest = FILES["package.json"].replace("{", '{"workspaces": [], "private": true, ', 1)
    root = write(tmp_path / "repository/web/shop", {**FILES, "package.json": manifest, "pnpm-workspace.yaml": ""})
    write(root, {"gen/a.ts": "", "lib/b.gen.ts": "", "lib/c.ts": "", "private.ts": ""})
    return root


def test_ignore_files_above_the_root(workspace: Path) -> None:
    above = workspace.parent.parent
    write(above, {".gitignore": "*.gen.ts\n/web/shop/gen/\n/lib\n", "web/.gitignore": "/shop/lib/c.ts\nnowhere.ts\n"})
    assert "gen/a.ts" in _modules(workspace)  # no repository
    write(above, {".git/HEAD": "", ".git/info/exclude": "/web/shop/private.ts\n"})
    assert _modules(workspace) == [path for path in sorted(FILES) if path.endswith((".ts", ".tsx"))]
    unresolved = "import './lib/gone.gen'; import './nowhere'; import './missing'"
    write(workspace, {"app/page.tsx": unresolved.replace("./", "../")})
    given = {item["specifier"]: item["kind"] for item in answer("doctor", cwd=workspace)["unresolved"]}
    assert given == {"../lib/gone.gen": "generated", "../nowhere": "generated", "../missing": "missing"}


@pytest.mark.parametrize("pattern", ["shop", "web/", "/web/*", "!other\n/web/shop/"])
def test_a_root_that_is_ignored_is_analysed_all_the_same(workspace: Path, pattern: str) -> None:
    write(workspace.parent.parent, {".git/HEAD": "", ".gitignore": pattern})
    assert "gen/a.ts" in _modules(workspace)


def test_the_repository_of_a_submodule_ends_there(workspace: Path) -> None:
    write(workspace.parent.parent, {".git/HEAD": "", ".gitignore": "gen/"})
    write(workspace, {".git": "gitdir: ../../.git/modules/shop"})
    assert "gen/a.ts" in _modules(workspace)


def test_the_configured_framework(program: Path) -> None:
    write(program, {"boundary.toml": 'framework = "plain"'})
    assert [a["framework"] for a in answer("check", cwd=program)["applications"]] == ["plain"]
    given = answer("check", "--framework", "next", cwd=program)
    assert [a["framework"] for a in given["applications"]] == ["next"]
    write(program, {"boundary.toml": ""})
    assert [a["framework"] for a in answer("check", cwd=program)["applications"]] == ["next"]


CATALOGS: dict[str, tuple[str, dict[str, Any]]] = {
    "pnpm": (
        "catalog:",
        {"pnpm-workspace.yaml": "packages: ['*']\ncatalog:\n  next: ^15.3.0\noverrides:\n  next: 1\n"},
    ),
    "pnpm, named": ("catalog:old", {"pnpm-workspace.yaml": "catalogs:\n  old:\n    next: ^15.3.0\n"}),
    "pnpm, default": ("catalog:", {"pnpm-workspace.yaml": "catalogs:\n  default:\n    next: 15.3.0\n"}),
    "bun": ("catalog:", {"package.json": {"workspaces": {"packages": ["*"], "catalog": {"next": "15.3.0"}}}}),
    "bun, named": ("catalog:a", {"package.json": {"workspaces": {"catalogs": {"a": {"next": "15.3.0"}}}}}),
    "bun, at the top": ("catalog:", {"package.json": {"workspaces": ["*"], "catalog": {"next": "~15.3.0"}}}),
    "yarn": ("catalog:", {"package.json": {"workspaces": ["*"]}, ".yarnrc.yml": "catalog:\n  next: 15.3.0\n"}),
}


@pytest.mark.parametrize("name", CATALOGS)
def test_versions_from_catalogs(tmp_path: Path, name: str) -> None:
    wanted, above = CATALOGS[name]
    write(tmp_path, {path: json.dumps(text) if isinstance(text, dict) else text for path, text in above.items()})
    write(tmp_path / "shop", {**FILES, "package.json": json.dumps({"name": "shop", "dependencies": {"next": wanted}})})
    (application,) = answer("check", cwd=tmp_path)["applications"]
    assert (application["framework_version"], application["bundler"]) == ("15.3.0", "webpack")


def test_a_catalog_that_is_not_there(program: Path) -> None:
    write(program, {"package.json": '{"dependencies": {"next": "catalog:gone"}}', "pnpm-workspace.yaml": "catalogs: 3"})
    (application,) = answer("check", cwd=program)["applications"]
    assert (application["framework_version"], application["bundler"]) == ("", "")
