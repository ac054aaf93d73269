"""`boundary check --fix`: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from boundary_lsp.composition import CannotWrite, write_texts
from tests.cli.shop import FILES, answer, run, write

PAGE = (
    "import { likes } from '../actions/likes';\n"
    "export default function Page() {\n"
    "  function save(form: FormData) {\n"
    "    'use server';\n"
    "  }\n"
    "  return <form action={save} />;\n"
    "}\n"
)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The shop with one finding that has a safe fix, and two with unsafe ones."""
    return write(tmp_path / "shop", {**FILES, "app/save/page.tsx": PAGE})


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_what_can_be_fixed_is_said(broken: Path) -> None:
    code, out, _ = run("check", cwd=broken)
    assert code == 1
    assert "--fix can fix 1 of these.\n--unsafe-fixes can fix 2 more; read the changes before you deploy.\n" in out


def test_fix_makes_only_the_safe_ones(broken: Path) -> None:
    before = texts(broken)
    code, out, err = run("check", "--fix", cwd=broken)
    after = texts(broken)
    assert (code, err) == (1, "")
    assert "Fixed 1 finding.\n" in out
    assert {path for path in after if after[path] != before.get(path)} == {"app/save/page.tsx"}
    assert after["app/save/page.tsx"] == PAGE.replace("  function save", "  async function save")


def test_unsafe_fixes_makes_all(broken: Path) -> None:
    code, out, _ = run("check", "--unsafe-fixes", cwd=broken)
    after = texts(broken)
    assert code == 0
    assert "Fixed 3 findings.\n" in out
    assert "forgotten" not in after["actions/likes.ts"]
    assert "countLikes" in after["actions/likes-server.ts"]
    assert answer("check", cwd=broken)["findings"] == []


def test_json_says_what_was_fixed_and_what_could_be(broken: Path) -> None:
    offered = {f["rule"]: f["fix"] for f in answer("check", cwd=broken)["findings"]}
    assert offered["sync-server-function"] == {"title": "Make it async", "safe": True}
    assert offered["dead-endpoint"] == {"title": "Remove it and what only it uses", "safe": False}
    fixed = answer("check", "--fix", cwd=broken)
    assert fixed["summary"]["fixed"] == 1
    assert {f["rule"] for f in fixed["findings"]} == set(offered) - {"sync-server-function"}


def test_only_what_is_reported_is_fixed(broken: Path) -> None:
    before = texts(broken)
    assert run("check", "components", "--unsafe-fixes", cwd=broken)[0] == 0
    assert run("check", "--select", "lossy-value", "--fix", cwd=broken)[0] == 0
    assert texts(broken) == before


def test_permissions_and_links_stay(broken: Path) -> None:
    page = broken / "app" / "save" / "page.tsx"
    page.chmod(0o754)
    real = broken / "elsewhere.txt"
    page.rename(real)
    page.symlink_to(real)
    run("check", "--fix", cwd=broken)
    assert page.is_symlink()
    assert "async function save" in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o754


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ({"a.ts": (b"old", b"new")}, "`a.ts` was changed by someone else in the meantime"),
        ({"b.ts": (b"old", b"new")}, "`b.ts` cannot be read: No such file or directory"),
        ({"a.ts": (None, b"new")}, "`a.ts` is there already"),
        ({"lib/c.ts": (None, b"new")}, "`lib/c.ts` cannot be written: No such file or directory"),
    ],
)
def test_nothing_is_written_over(tmp_path: Path, texts: dict[str, tuple[bytes | None, bytes]], why: str) -> None:
    (tmp_path / "a.ts").write_text("somebody's")
    with pytest.raises(CannotWrite, match=f"^{re.escape(why)}$"):
        write_texts(tmp_path.as_posix(), texts)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.ts": "somebody's"}
