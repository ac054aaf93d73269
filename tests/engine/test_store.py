"""Facts between runs: losing them costs time, never an answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from boundary_lsp.adapters.store import DiskBlobStore, DiskFactStore
from boundary_lsp.adapters.store_key import cache_directory, tool_key
from boundary_lsp.ports import Parsed, Stamp

ENTRIES = [
    Parsed("app/page.tsx", Stamp(10, 1_700_000_000_000_000_000, 7), b"d" * 16, b"facts one"),
    Parsed("lib/ü.ts", Stamp(0, -1, 0), b"e" * 16, b""),
]


class Warnings(list[str]):
    def __call__(self, message: str) -> None:
        self.append(message)


def _store(directory: Path, root: str = "/work", key: str = "1") -> tuple[DiskFactStore, Warnings]:
    warnings = Warnings()
    return DiskFactStore(str(directory), root, key, warnings), warnings


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    store, warnings = _store(tmp_path / "cache")
    assert store.load() == {}
    store.save(ENTRIES)
    loaded = store.load()
    assert sorted(loaded) == ["app/page.tsx", "lib/ü.ts"]
    assert [loaded[entry.path] for entry in ENTRIES] == ENTRIES
    assert "other.ts" not in loaded
    assert warnings == []


def test_the_directory_says_that_it_is_a_cache(tmp_path: Path) -> None:
    _store(tmp_path / "cache")[0].save(ENTRIES)
    names = sorted(path.name for path in (tmp_path / "cache").iterdir() if path.suffix != ".facts")
    assert names == [".gitignore", "CACHEDIR.TAG"]


def test_another_version_or_root_finds_nothing(tmp_path: Path) -> None:
    _store(tmp_path)[0].save(ENTRIES)
    for store, warnings in (_store(tmp_path, key="2"), _store(tmp_path, root="/elsewhere")):
        assert store.load() == {}
        assert warnings == []


def test_bytes_under_a_key(tmp_path: Path) -> None:
    warnings = Warnings()
    store = DiskBlobStore(str(tmp_path), "/work", "results", "1", warnings)
    assert store.load() is None
    store.save(b"content")
    assert store.load() == b"content"
    assert DiskBlobStore(str(tmp_path), "/work", "results", "2", warnings).load() is None
    assert warnings == []


@pytest.mark.parametrize("damage", ["half", "flipped", "empty", "text", "tail"])
def test_a_damaged_file_is_ignored_with_one_line(tmp_path: Path, damage: str) -> None:
    store, warnings = _store(tmp_path)
    store.save(ENTRIES)
    path = Path(store.path)
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(
        {
            "half": content[:middle],
            "flipped": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
            "empty": b"",
            "text": b"hello\n" * 100,
            "tail": content + b"x",
        }[damage]
    )
    assert store.load() == {}
    assert len(warnings) == 1
    assert "damaged" in warnings[0]
    store.save(ENTRIES)
    assert len(store.load()) == 2


def test_a_store_that_cannot_be_written_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    store, warnings = _store(tmp_path / "cache")
    store.save(ENTRIES)
    assert len(warnings) == 1
    assert list(tmp_path.iterdir()) == [tmp_path / "cache"]


def test_a_store_that_cannot_be_read_is_a_line(tmp_path: Path) -> None:
    store, warnings = _store(tmp_path)
    Path(store.path).mkdir(parents=True)
    assert store.load() == {}
    assert len(warnings) == 1


def test_writers_at_the_same_time_leave_a_whole_file(tmp_path: Path) -> None:
    script = """
import sys
from boundary_lsp.adapters.store import DiskFactStore
from boundary_lsp.ports import Parsed, Stamp
store = DiskFactStore(sys.argv[1], "/work", "1", lambda message: sys.exit(message))
for _ in range(60):
    store.save([Parsed(f"{n}.ts", Stamp(1, 2, 3), b"d" * 16, b"x" * 2000) for n in range(int(sys.argv[2]))])
    assert len(store.load()) in (200, 300)
"""
    command = [sys.executable, "-c", script, str(tmp_path)]
    writers = [subprocess.Popen([*command, number]) for number in ("200", "300")]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert len(_store(tmp_path)[0].load()) in (200, 300)
    assert not list(tmp_path.glob("*.new"))


def test_where_it_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BOUNDARY_CACHE_DIR", str(tmp_path))
    assert cache_directory() == str(tmp_path)
    monkeypatch.delenv("BOUNDARY_CACHE_DIR")
    assert cache_directory().endswith("boundary-lsp")


def test_the_key_names_what_facts_depend_on() -> None:
    key = tool_key()
    assert "tree_sitter_typescript-" in key
    assert key == tool_key()
