"""`boundary graph` as a page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.cli.repository import commit
from tests.cli.shop import run


def _data(page: str) -> Any:
    """What the page's script is given."""
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    return json.loads(data[1])


def test_a_map(program: Path) -> None:
    code, out, err = run("graph", "--format", "html", cwd=program)
    assert (code, err) == (0, "")
    assert out.startswith("<!doctype html>\n")
    data = _data(out)
    assert data["headline"] == (
        "The server loads 2 files and the browser 2. 1 door leads to the browser, and 1 to the server."
    )
    assert (data["base"], data["changes"]) == ("", [])


def test_a_map_in_a_file_and_of_a_part(program: Path, tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    assert run("graph", "components", "--format", "html", "--output", str(page), cwd=program) == (0, "", "")
    data = _data(page.read_text("utf-8"))
    assert sorted(data["paths"]) == ["actions/likes.ts", "app/page.tsx", "components/icon.tsx", "components/like.tsx"]
    assert data["endpoints"] == []


def test_a_map_of_a_branch(program: Path) -> None:
    commit(program, "first")
    icon = program / "components" / "icon.tsx"
    icon.write_text(f"import {{ word }} from './word';\n{icon.read_text().replace('<i />', '<i>{word}</i>')}")
    (program / "components" / "word.ts").write_text("export const word = 'a';\n")
    data = _data(run("graph", "--format", "html", "--base", "HEAD", cwd=program)[1])
    assert data["base"].startswith("HEAD (")
    assert [change["title"] for change in data["changes"]] == ["Files that the browser newly loads"]
    assert [data["paths"][path] for path, _, _, new in data["nodes"] if new] == ["components/word.ts"]


def test_a_base_is_for_the_map(program: Path) -> None:
    commit(program, "first")
    code, out, err = run("graph", "--base", "HEAD", cwd=program)
    assert (code, out, err) == (2, "", "boundary: --base is for the map: add `--format html`\n")


def test_no_such_base(program: Path) -> None:
    commit(program, "first")
    code, out, err = run("graph", "--format", "html", "--base", "nowhere", cwd=program)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("boundary: --base: ")
