"""The parse pool: every file is answered for, whatever happens to the workers; and no worker is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from boundary_lsp.adapters import worker_process
from boundary_lsp.adapters.parsing import digest_of
from boundary_lsp.adapters.pool import SMALL_JOB, WorkerPool
from boundary_lsp.model.facts import facts_codec
from boundary_lsp.ports import Parsed

REPOSITORY = Path(__file__).parent.parent.parent
MANY = SMALL_JOB + 60

_SABOTAGE = """
import sys, os, time; sys.path[:] = sys.argv[2:]
from boundary_lsp.adapters import parsing, parse_worker
real = parsing.encode
def encode(path, source):
    if source == b"die": os._exit(9)
    if source == b"hang": time.sleep(600)
    if source == b"raise": raise RuntimeError
    return real(path, source)
parsing.encode = encode
parse_worker.main(int(sys.argv[1]))
"""


def _tree(root: Path, special: dict[str, bytes] | None = None) -> list[str]:
    for number in range(MANY):
        (root / f"m{number:03}.ts").write_bytes(b"export const a%d = 1;\n" % number)
    for name, content in (special or {}).items():
        (root / name).write_bytes(content)
    return sorted({f"m{number:03}.ts" for number in range(MANY)} | set(special or ()))


def _parse(pool: WorkerPool, paths: list[str]) -> dict[str, Parsed]:
    try:
        results = list(pool.parse(paths))
    finally:
        pool.close()
    assert sorted(one.path for one in results) == paths
    return {one.path: one for one in results}


def _problems(parsed: Parsed) -> list[str]:
    return [problem.kind for problem in facts_codec()[1].decode(parsed.encoded).problems]


def test_workers_answer_as_this_process_would(tmp_path: Path) -> None:
    paths = _tree(tmp_path)
    here = {path: next(iter(WorkerPool(str(tmp_path)).parse([path]))) for path in paths[:5]}
    there = _parse(WorkerPool(str(tmp_path), jobs=2), paths)
    for path, parsed in here.items():
        assert there[path].encoded == parsed.encoded
        assert there[path].digest == parsed.digest == digest_of((tmp_path / path).read_bytes())


def test_small_jobs_start_no_process(tmp_path: Path) -> None:
    paths = _tree(tmp_path)[: SMALL_JOB - 1]
    pool = WorkerPool(str(tmp_path))
    assert len(list(pool.parse(paths))) == len(paths)
    assert pool.pids == []


def test_a_large_file_is_never_parsed_here(tmp_path: Path) -> None:
    (tmp_path / "large.js").write_bytes(b"// a comment\n" * 100_000)
    pool = WorkerPool(str(tmp_path))
    results = pool.parse(["large.js"])
    assert next(results).path == "large.js"
    assert len(pool.pids) == 1
    pool.close()


def test_a_pool_can_be_used_again(tmp_path: Path) -> None:
    paths = _tree(tmp_path)
    pool = WorkerPool(str(tmp_path), jobs=2)
    pool.warm_up()
    pids = pool.pids
    assert len(list(pool.parse(paths))) == len(list(pool.parse(paths))) == len(paths)
    assert pool.pids == pids
    pool.close()


@pytest.mark.parametrize(("content", "problem", "seconds"), [(b"die", "crashed", 60.0), (b"hang", "timeout", 5.0)])
def test_a_lost_worker_loses_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, problem: str, seconds: float
) -> None:
    """The limit leaves a busy machine time to start a worker: only the bad file may use it up."""
    monkeypatch.setattr(worker_process, "_BOOT", _SABOTAGE)
    paths = _tree(tmp_path, {"bad.ts": content})
    results = _parse(WorkerPool(str(tmp_path), jobs=2, seconds_per_file=seconds), paths)
    assert _problems(results["bad.ts"]) == [problem]
    assert results["bad.ts"].digest == b""
    assert all(_problems(results[path]) == [] for path in paths if path != "bad.ts")


def test_workers_that_cannot_start_are_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_process, "_BOOT", "raise SystemExit(1)")
    paths = _tree(tmp_path)
    assert len(_parse(WorkerPool(str(tmp_path), jobs=2), paths)) == len(paths)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert len(_parse(WorkerPool(str(tmp_path), jobs=2), paths)) == len(paths)


def test_a_file_that_has_gone_is_a_problem_of_that_file(tmp_path: Path) -> None:
    paths = sorted([*_tree(tmp_path), "gone.ts"])
    results = _parse(WorkerPool(str(tmp_path), jobs=2), paths)
    assert _problems(results["gone.ts"]) == ["unreadable"]


def test_nothing_in_the_current_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = _tree(tmp_path)
    for name in ("msgspec", "boundary_lsp", "ctypes", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    _parse(WorkerPool(str(tmp_path), jobs=2), paths)
    assert not (tmp_path / "ran").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("busy", [False, True])
def test_no_worker_survives_a_killed_parent(tmp_path: Path, busy: bool) -> None:
    """Not even one that is in the middle of a file that takes long."""
    script = f"""
import sys; sys.path.insert(0, {str(REPOSITORY)!r})
from boundary_lsp.adapters import worker_process
from boundary_lsp.adapters.pool import WorkerPool
worker_process._BOOT = {_SABOTAGE!r}
pool = WorkerPool({str(tmp_path)!r}, jobs=2)
pool.warm_up()
print(*pool.pids, flush=True)
list(pool.parse(["slow.ts"] * 40)) if {busy} else sys.stdin.read()
"""
    (tmp_path / "slow.ts").write_bytes(b"hang")
    parent = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdin and parent.stdout
    workers = [int(pid) for pid in parent.stdout.readline().split()]
    assert len(workers) == 2
    time.sleep(0.5)
    assert all(map(_is_alive, workers))
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdin.close()
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while any(map(_is_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(_is_alive, workers))


def _is_alive(pid: int) -> bool:
    """A zombie, which only waits to be reaped, is not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
