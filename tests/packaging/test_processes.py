"""The program behind Node, and its workers: signals reach them, and none is left behind."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
from pathlib import Path

import pytest

from tests.packaging.conftest import Application
from tests.packaging.machine import Machine, children, is_alive, wait_for
from tests.packaging.release import Release

pytestmark = pytest.mark.realbuild
MANY = 800


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough for workers to be busy for a while."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "package.json").write_text('{"dependencies": {"next": "16.0.0"}}')
    body = b"export function grow(a: number) {\n" + b"  a = a * 2 + 1;\n" * 600 + b"}\n"
    for number in range(MANY):
        (folder / f"m{number}.ts").write_bytes(body)
    return folder


@pytest.fixture
def command(application: Application) -> list[str]:
    """As npm's scripts run it."""
    return [str(application("shop") / "node_modules/.bin/boundary"), "check", "--no-cache", "--jobs", "2"]


def _started(bare: Machine, command: list[str], large: Path) -> tuple[subprocess.Popen[bytes], int, list[int]]:
    """(Node, the program, its workers)."""
    node = bare.start(command, large)
    [program] = wait_for(lambda: children(node.pid))
    workers = wait_for(lambda: found if len(found := children(program)) == 2 else None)
    return node, program, workers


def _closed(process: subprocess.Popen[bytes]) -> tuple[int, bytes, bytes]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


@pytest.mark.parametrize("killed", ["node", "program"])
def test_nothing_survives_a_kill(bare: Machine, command: list[str], large: Path, killed: str) -> None:
    node, program, workers = _started(bare, command, large)
    os.kill(node.pid if killed == "node" else program, signal.SIGKILL)
    assert _closed(node)[0] == -signal.SIGKILL
    wait_for(lambda: not any(map(is_alive, (program, *workers))))


def test_the_end_that_was_asked_for(bare: Machine, command: list[str], large: Path) -> None:
    node, program, workers = _started(bare, command, large)
    node.terminate()
    assert _closed(node)[0] == -signal.SIGTERM
    wait_for(lambda: not any(map(is_alive, (program, *workers))))


def test_an_interrupt(bare: Machine, command: list[str], large: Path) -> None:
    node, program, workers = _started(bare, command, large)
    node.send_signal(signal.SIGINT)
    assert _closed(node) == (130, b"", b"boundary: interrupted\n")
    wait_for(lambda: not any(map(is_alive, (program, *workers))))


def test_an_interrupt_from_the_terminal(bare: Machine, command: list[str], large: Path) -> None:
    """All processes of the terminal get it; it is told once."""
    ours, theirs = pty.openpty()
    node = bare.start(command, large, stdin=theirs, start_new_session=True)
    os.close(theirs)
    [program] = wait_for(lambda: children(node.pid))
    wait_for(lambda: children(program))
    os.killpg(node.pid, signal.SIGINT)
    assert _closed(node) == (130, b"", b"boundary: interrupted\n")
    os.close(ours)


def test_workers_do_the_parsing(bare: Machine, release: Release, command: list[str], large: Path) -> None:
    by_pip = bare.run(release.wheel / "boundary", *command[1:], cwd=large)
    assert bare.run(*command, cwd=large) == by_pip
    node, program, workers = _started(bare, command, large)
    busy = wait_for(lambda: all(_processor_time(worker) > 0.2 for worker in workers))
    assert busy
    assert Path(f"/proc/{workers[0]}/exe").readlink() == Path(f"/proc/{program}/exe").readlink()
    node.terminate()
    _closed(node)


def test_git_gets_none_of_our_libraries(bare: Machine, application: Application, tmp_path: Path) -> None:
    """A git that is linked with another libz than ours must find its own."""
    app = application("shop")
    (tmp_path / "git").write_text(f'#!{bare.folder}/tools/sh\necho "$LD_LIBRARY_PATH" > {tmp_path}/said\nexit 1\n')
    (tmp_path / "git").chmod(0o755)
    path = f"{tmp_path}:{bare.folder}/tools"
    for own in ("", "/own/libraries"):
        more = {"LD_LIBRARY_PATH": own} if own else {}
        bare.run(app / "node_modules/.bin/boundary", "check", "--since", "HEAD", cwd=app, PATH=path, **more)
        assert (tmp_path / "said").read_text() == f"{own}\n"


def _processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
