"""Checkers that are none: small programs that are started in the checker's place."""

from __future__ import annotations

import sys
from pathlib import Path

from boundary_lsp.adapters.typescript.pinned import VERSION

_HEAD = """#!{python} -I
import json, os, sys, time
BESIDE = os.path.dirname(os.path.abspath(__file__))
if "--version" in sys.argv:
    print("Version {version}")
    sys.exit()
with open(os.path.join(BESIDE, "starts"), "a") as file:
    file.write("x")
INPUT, OUTPUT = sys.stdin.buffer, sys.stdout.buffer
def read():
    size = 0
    while line := INPUT.readline().strip():
        size = int(line.split(b":")[1])
    return json.loads(INPUT.read(size)) if size else sys.exit()
def send(message):
    body = json.dumps(message).encode()
    OUTPUT.write(b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body)
    OUTPUT.flush()
def answer(request, result):
    send({{"jsonrpc": "2.0", "id": request["id"], "result": result}})
"""

_RELAY = """
import subprocess
CHECKER, METHOD, TIMES = {checker!r}, {method!r}, {times!r}
real = subprocess.Popen([CHECKER, *sys.argv[1:]], stdin=subprocess.PIPE, stdout=OUTPUT)
while True:
    request = read()
    if request["method"] == METHOD and os.path.getsize(os.path.join(BESIDE, "starts")) <= TIMES:
        real.kill()
        os._exit(9)
    body = json.dumps(request).encode()
    real.stdin.write(b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body)
    real.stdin.flush()
"""


class Fake:
    def __init__(self, directory: Path, behaviour: str, version: str = VERSION) -> None:
        directory.mkdir(parents=True)
        self._starts = directory / "starts"
        self.path = directory / "tsc"
        self.path.write_text(_HEAD.format(python=sys.executable, version=version) + behaviour)
        self.path.chmod(0o755)

    @property
    def starts(self) -> int:
        return len(self._starts.read_text()) if self._starts.exists() else 0


def dying(directory: Path, checker: str, method: str, times: int) -> Fake:
    """The real one, which is ended by a method in its first `times` lives."""
    return Fake(directory, _RELAY.format(checker=checker, method=method, times=times))
