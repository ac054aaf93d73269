"""Input that nobody would write on purpose: an answer all the same, and nothing lost of the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shop import FILES, answer, run, start, write

BROKEN: dict[str, bytes] = {
    "broken.tsx": b"import { x } from './icon'\nexport function Broken( { return <div><",
    "empty.ts": b"",
    "only-a-bom.ts": b"\xef\xbb\xbf",
    "binary.js": bytes(range(256)) * 64,
    "latin-1.ts": "export const caf\xe9 = 1; // \xe9".encode("latin-1"),
    "utf-16.ts": "export const a = 1;".encode("utf-16"),
    "deep.ts": b"export const a = " + b"[" * 20_000 + b"]" * 20_000 + b";",
    "deep.jsx": b"export const A = () => " + b"<a>" * 5_000 + b"</a>" * 5_000,
    "deep-unclosed.ts": b"(" * 100_000,
    "one-line.js": b"var a=1;" * 20_000,
    "nul.ts": b"export const a = '\0';",
    "surrogate.ts": rb"import '\ud800'; export { a as '\udfff' }; const a = '\ud800';",
    "crlf.ts": b"'use client'\r\nexport const a = 1\r\n",
}


def _endpoints(root: Path, *arguments: str) -> dict[str, str]:
    return {e["id"]: e["liveness"] for e in answer("endpoints", *arguments, cwd=root)["endpoints"]}


HEALTHY = {
    "actions/likes.ts#like": "called",
    "actions/likes.ts#countLikes": "in-process",
    "actions/likes.ts#forgotten": "unused",
}


def test_broken_files_cost_nothing_but_themselves(program: Path) -> None:
    write(program, {f"components/{name}": content for name, content in BROKEN.items()})
    assert _endpoints(program) == HEALTHY
    assert _endpoints(program) == HEALTHY
    assert _endpoints(program, "--no-cache") == HEALTHY
    for command in ("check", "graph", "doctor"):
        code, out, err = run(command, cwd=program)
        assert code in (0, 1)
        assert out
        assert err == ""
    said = {p["path"]: p["kind"] for p in answer("doctor", cwd=program)["problems"]}
    assert "components/broken.tsx" in said
    assert "components/healthy.tsx" not in said


def test_broken_files_among_many(program: Path) -> None:
    """So many that workers parse them."""
    many = {f"lib/m{number}.ts": b"export const a = 1;" for number in range(60)}
    write(program, many | {f"components/{name}": content for name, content in BROKEN.items()})
    assert _endpoints(program, "--jobs", "2") == HEALTHY
    assert answer("endpoints", "--no-cache", cwd=program) == answer("endpoints", cwd=program)


def test_a_file_of_five_megabytes(program: Path) -> None:
    large = b"export function a(b) { return b.c(d => ({ e: [d, 'f', 1] })); }\n" * (5 * 1024 * 1024 // 64)
    write(program, {"lib/large.js": large})
    assert _endpoints(program) == HEALTHY


@pytest.mark.skipif(os.name == "nt", reason="symbolic links")
def test_loops_of_symbolic_links(program: Path) -> None:
    (program / "components" / "up").symlink_to("..")
    (program / "components" / "gone.ts").symlink_to("nowhere.ts")
    (program / "components" / "twice.ts").symlink_to("icon.tsx")
    assert _endpoints(program) == HEALTHY


@pytest.mark.skipif(os.name == "nt", reason="symbolic links")
def test_a_symbolic_link_to_itself(program: Path) -> None:
    (program / "components" / "self").symlink_to("self")
    assert _endpoints(program) == HEALTHY


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_a_file_that_cannot_be_read(program: Path) -> None:
    """Not by permissions, which do not bind everybody: reading this one fails for any user."""
    (program / "components" / "closed.ts").symlink_to("/proc/self/mem")
    given = answer("endpoints", cwd=program)
    assert {e["id"] for e in given["endpoints"]} == set(HEALTHY)
    assert any(sentence.startswith("components/closed.ts: ") for sentence in given["degraded"])


TSCONFIGS = {
    "missing": '{"extends": "./nothing.json", "compilerOptions": {"paths": {"@/*": ["./*"]}}}',
    "itself": '{"extends": "./tsconfig.json", "compilerOptions": {"paths": {"@/*": ["./*"]}}}',
    "no JSON": "{",
    "a list": "[]",
    "nonsense": '{"extends": 3, "compilerOptions": {"paths": {"@/*": "x"}, "baseUrl": []}, "references": "a"}',
}


@pytest.mark.parametrize("name", TSCONFIGS)
def test_a_tsconfig_of_no_use(program: Path, name: str) -> None:
    write(program, {"tsconfig.json": TSCONFIGS[name]})
    assert _endpoints(program) == HEALTHY


@pytest.mark.parametrize("content", ["{", "[]", '{"name": 3, "dependencies": [], "workspaces": 7, "exports": 1}'])
def test_a_manifest_of_no_use(program: Path, content: str) -> None:
    write(program, {"package.json": content})
    assert set(_endpoints(program, "--framework", "next")) == set(HEALTHY)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_file_name_that_is_no_text(program: Path) -> None:
    Path(os.fsdecode(os.fsencode(program) + b"/components/\xff\xfe.ts")).write_text("export const a = 1;")
    for arguments in (["check"], ["check", "--format", "json"], ["graph", "--format", "json"], ["doctor"]):
        code, _, err = run(*arguments, cwd=program)
        assert code in (0, 1), err
    assert _endpoints(program) == HEALTHY


@pytest.mark.parametrize("kind", ["facts", "results"])
@pytest.mark.parametrize("damage", ["half", "garbage", "empty"])
def test_a_damaged_cache_is_rebuilt_with_a_line(program: Path, kind: str, damage: str) -> None:
    cache = program.parent / "cache"
    healthy = run("check", "--format", "json", cwd=program)
    (path,) = cache.glob(f"*.{kind}")
    content = path.read_bytes()
    path.write_bytes({"half": content[: len(content) // 2], "garbage": os.urandom(5000), "empty": b""}[damage])
    code, out, err = run("check", "--format", "json", cwd=program)
    assert (code, out) == healthy[:2]
    assert err == f"boundary: the cache {path} was damaged; it is rebuilt\n"
    assert run("check", "--format", "json", cwd=program) == healthy


def test_a_cache_that_cannot_be_written(program: Path) -> None:
    cache = program.parent / "cache"
    cache.write_text("a file")
    code, _, err = run("check", cwd=program)
    assert code == 1
    assert err.startswith("boundary: the cache ")
    assert len(err.splitlines()) == 1


def test_two_runs_at_once(program: Path) -> None:
    write(program, {f"lib/m{number}.ts": b"export const a = 1;" for number in range(100)})
    expected = run("check", "--format", "json", "--no-cache", cwd=program)
    processes = [start("check", "--format", "json", cwd=program) for _ in range(4)]
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out.decode(), err.decode()) == expected
    assert run("check", "--format", "json", cwd=program) == expected


def _slow(program: Path) -> None:
    """Enough work for some seconds."""
    content = b"export function a(b) { return b.c(d => ({ e: [d, 'f', 1] })); }\n" * 3000
    write(program, {f"lib/slow{number}.ts": content for number in range(150)})


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupted_run(program: Path) -> None:
    _slow(program)
    process = start("check", cwd=program, start_new_session=True)
    workers = _children(process)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"boundary: interrupted\n")
    assert _are_gone_soon(workers)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_run_leaves_no_worker(program: Path, how: signal.Signals) -> None:
    _slow(program)
    process = start("check", cwd=program)
    workers = _children(process)
    os.kill(process.pid, how)
    process.communicate()
    assert _are_gone_soon(workers)
    (program / "lib").rename(program.parent / "lib")
    assert _endpoints(program) == HEALTHY


def _children(process: subprocess.Popen[Any]) -> list[int]:
    """Its workers, once it has some and they are at work."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        found = [int(pid) for pid in children.read_text().split()]
        if found:
            time.sleep(0.5)
            return found
        time.sleep(0.01)
    raise AssertionError("no worker was started")


def _are_gone_soon(pids: list[int]) -> bool:
    deadline = time.monotonic() + 10
    while any(map(_is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not any(map(_is_alive, pids))


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_shop_is_what_these_tests_think_it_is(program: Path) -> None:
    assert _endpoints(program) == HEALTHY
    assert len(answer("graph", cwd=program)["modules"]) == len([path for path in FILES if path.endswith(("ts", "tsx"))])
