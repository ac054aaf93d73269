"""How the server behaves: its beginning and its end, what it does not do, and what it survives."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from bench.synthetic import generate
from tests.cli import shop
from tests.lsp.client import MODERN, Client, Failed
from tests.lsp.test_diagnostics import rules

LARGE = "'use server';\nexport async function like(id: string) { return f1(1); }\n" + "".join(
    f"function f{number}(a: number) {{ return (() => a + {number})(); }}\n" for number in range(75_000)
)
"""More than four megabytes; of five and more hardly anything is read."""

EDITOR = """
import subprocess, sys, time, json
command = [sys.executable, "-m", "boundary_lsp", "serve"]
server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
def tell(**message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    server.stdin.write(b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body)
    server.stdin.flush()
folders = [{"uri": sys.argv[1], "name": "it"}]
tell(id=1, method="initialize", params={"processId": None, "capabilities": {}, "workspaceFolders": folders})
server.stdout.readline()
tell(method="initialized", params={})
print(server.pid, flush=True)
time.sleep(60)
"""


def many(root: Path, modules: int) -> Path:
    """The shop, with enough in it that indexing takes a while."""
    shop.write(root)
    body = "".join(f"export function f{number}(a: number) {{ return a + {number}; }}\n" for number in range(200))
    for number in range(modules):
        (root / f"m{number}.ts").write_text(f"import './m{(number + 1) % modules}';\n{body}")
    return root


def is_gone(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def children(process: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int((folder / "stat").read_text().rpartition(")")[2].split()[1]) == process:
                found.append(int(folder.name))
    return found


def soon(holds: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return holds()


def test_the_exit_code_tells_a_shutdown(tmp_path: Path, program: Path) -> None:
    client = Client(tmp_path / "cache")
    client.start(program)
    client.tell("exit", None)
    assert client.ended(2.0) == 1


def test_the_end_of_the_input_is_the_end(tmp_path: Path, program: Path) -> None:
    client = Client(tmp_path / "cache")
    client.start(program)
    client.pull(program / "app/page.tsx")
    assert client.process.stdin is not None
    client.process.stdin.close()
    assert client.ended(2.0) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
def test_a_killed_editor_leaves_nothing_behind(tmp_path: Path) -> None:
    """In the middle of the first index, with workers at work."""
    root = many(tmp_path / "many", 3000)
    command = [sys.executable, "-c", EDITOR, root.as_uri()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=shop.environment(tmp_path / "cache")) as editor:
        assert editor.stdout is not None
        server = int(editor.stdout.readline())
        assert soon(lambda: bool(children(server)), 10.0)
        workers = children(server)
        editor.kill()
        assert soon(lambda: all(map(is_gone, [server, *workers])), 2.0)


def test_an_editor_that_is_gone_while_its_pipe_is_not(tmp_path: Path, program: Path) -> None:
    client = Client(tmp_path / "cache")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as editor:
        client.start(program, process=editor.pid)
        client.pull(program / "app/page.tsx")
    assert client.ended(2.0) == 1


def test_a_mistake_in_a_request_costs_that_request(tmp_path: Path, program: Path) -> None:
    client = Client(tmp_path / "cache")
    client.start(program)
    for method, parameters in (
        ("textDocument/diagnostic", {"textDocument": 7}),
        ("textDocument/diagnostic", None),
        ("textDocument/nonsense", {}),
    ):
        with pytest.raises(Failed):
            client.ask(method, parameters, 5.0)
    client.tell(
        "textDocument/didChange", {"textDocument": {"uri": "file:///nowhere.ts", "version": 1}, "contentChanges": []}
    )
    client.tell("textDocument/didClose", {"textDocument": {"uri": "untitled:1"}})
    assert rules(client.pull(program / "actions/likes.ts"))
    client.tell("exit", None)
    client.ended(2.0)


def test_the_first_index_is_shown(tmp_path: Path) -> None:
    root = many(tmp_path / "many", 600)
    client = Client(tmp_path / "cache")
    client.start(root)
    client.pull(root / "app/page.tsx")
    (create,) = [m for m in client.told if m["method"] == "window/workDoneProgress/create"]
    token = create["params"]["token"]

    def shown() -> list[str]:
        return [
            m["params"]["value"]["kind"]
            for m in client.told
            if m["method"] == "$/progress" and m["params"]["token"] == token
        ]

    client.until(lambda: shown()[-1:] == ["end"])
    assert shown()[0] == "begin"
    assert "report" in shown()
    client.open(root / "m1.ts", "export {}")
    client.pull(root / "m1.ts")
    assert shown()[-1] == "end"
    assert client.stop() == 0


def test_cancelling_takes_no_time(tmp_path: Path) -> None:
    """While the whole project is being read."""
    root = many(tmp_path / "many", 1500)
    client = Client(tmp_path / "cache")
    client.start(root)
    asked = client.send("textDocument/diagnostic", {"textDocument": {"uri": (root / "app/page.tsx").as_uri()}})
    time.sleep(0.3)
    begun = time.monotonic()
    client.tell("$/cancelRequest", {"id": asked})
    with pytest.raises(Failed) as failed:
        client.wait(asked)
    assert failed.value.code == -32800
    assert time.monotonic() - begun < 0.1
    assert client.stop() == 0


def test_cancelling_while_a_large_program_is_analysed(tmp_path: Path) -> None:
    """At many moments: while it is read for the first time, and after edits that everything has to be looked at for."""
    root = tmp_path / "tree"
    generate(root, 5000)
    client = Client(tmp_path / "cache")
    client.start(root)
    page = root / "app/page.tsx"
    document = {"textDocument": {"uri": page.as_uri()}}
    waits = [_cancelled(client, "textDocument/diagnostic", document, 0.02 * moment) for moment in range(20)]
    client.open(page)
    client.ask("textDocument/diagnostic", document, 300.0)
    for number in range(20):
        client.change(page, {"text": f"export default function Page{number}() {{ return null; }}\n"})
        waits.append(_cancelled(client, "workspace/diagnostic", {"previousResultIds": []}, 0.005 * number))
    stopped = [wait for wait in waits if wait is not None]
    assert len(stopped) >= 20
    assert median(stopped) < 0.1
    assert client.stop() == 0


def _cancelled(client: Client, method: str, parameters: object, after: float) -> float | None:
    """Seconds until a request ended that was cancelled then; None where it was answered before."""
    asked = client.send(method, parameters)
    time.sleep(after)
    begun = time.monotonic()
    client.tell("$/cancelRequest", {"id": asked})
    try:
        client.wait(asked)
    except Failed as failed:
        return time.monotonic() - begun if failed.code == -32800 else None
    return None


def test_a_large_file_holds_nobody_up(client: Client, program: Path) -> None:
    """It is parsed elsewhere; meanwhile the server listens. What it returns is not read at all."""
    large = program / "actions/likes.ts"
    client.start(program)
    client.pull(program / "app/page.tsx")
    client.open(large, LARGE)
    asked = client.send("textDocument/diagnostic", {"textDocument": {"uri": large.as_uri()}})
    waits: list[float] = []
    while not client.is_answered(asked):
        begun = time.monotonic()
        with pytest.raises(Failed):
            client.ask("textDocument/nonsense", {})
        waits.append(time.monotonic() - begun)
    assert client.wait(asked)["items"] == []
    assert sorted(waits)[len(waits) * 9 // 10] < 0.1
    assert max(waits) < 0.8


def test_who_types_on_gets_no_outdated_answer(client: Client, program: Path) -> None:
    client.start(program)
    actions = program / "actions/likes.ts"
    client.open(actions)
    client.pull(actions)
    codes = []
    asked = []
    for number in range(50):
        client.change(actions, {"text": f"'use server';\nexport async function f{number}() {{}}\n"})
        asked.append(client.send("textDocument/diagnostic", {"textDocument": {"uri": actions.as_uri()}}))
    for one in asked[:-1]:
        try:
            client.wait(one)
        except Failed as failed:
            codes.append(failed.code)
    assert set(codes) <= {-32802}
    assert client.wait(asked[-1])["kind"] == "full"


def test_the_log_goes_where_it_should(tmp_path: Path, program: Path) -> None:
    log = tmp_path / "log"
    client = Client(tmp_path / "cache", "--log-file", str(log))
    client.start(program)
    client.pull(program / "app/page.tsx")
    assert client.stop() == 0
    assert client.log == []
    assert f"INFO {program}: 4 modules" in log.read_text()


def test_over_tcp(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = shop.start("serve", "--tcp", f"127.0.0.1:{port}", cwd=tmp_path)
    try:
        with _connected(port) as stream:
            said = _conversation(stream)
        assert b'"diagnosticProvider"' in said
        out, _ = process.communicate(timeout=5)
        assert (process.returncode, out) == (0, b"")
    finally:
        process.kill()


def _conversation(stream: socket.socket) -> bytes:
    """All that the server says in it."""
    for message in (
        {"id": 1, "method": "initialize", "params": {"processId": None, "capabilities": MODERN}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    return b"".join(iter(lambda: stream.recv(65536), b""))


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + 10
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.05)


def test_the_command_line_loads_nothing_of_it(program: Path) -> None:
    code = (
        "import sys; from boundary_lsp.cli.main import main; main(['check', '--no-cache', sys.argv[1]]); "
        "sys.exit('pygls' in sys.modules or 'lsprotocol' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(program)], env=dict(os.environ), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_signal_ends_it(tmp_path: Path, program: Path) -> None:
    client = Client(tmp_path / "cache")
    client.start(program)
    client.process.send_signal(signal.SIGTERM)
    assert client.ended(2.0) == -signal.SIGTERM
