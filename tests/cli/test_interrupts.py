"""An interrupt at any time: one line, exit code 130, no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.shop import environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")

# As a console script starts, without what lies in the current folder.
_START = "import re, sys; sys.path.pop(0); "
_RUN = "from boundary_lsp.cli.main import main; {before}main()"
_AT_IMPORT = (
    "import os, signal\n"
    "class Finder:\n"
    "    def find_spec(self, name, *_):\n"
    "        if name == {module!r}: os.kill(os.getpid(), signal.SIGINT)\n"
    "sys.meta_path.insert(0, Finder())\n"
)
_IN_FINALIZER = (
    "import os, signal\n"
    "class Last:\n"
    "    def __del__(self):\n"
    "        os.kill(os.getpid(), signal.SIGINT)\n"
    "        for _ in range(1000): pass\n"
    "import boundary_lsp.cli.arguments as a\n"
    "before = a.run_command\n"
    "def run_command(arguments):\n"
    "    Last()\n"
    "    return before(arguments)\n"
    "a.run_command = run_command\n"
)
MODULES = ("boundary_lsp.cli.arguments", "argparse", "boundary_lsp.cli.commands.check", "boundary_lsp.graph.build")


def _started(program: Path, code: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _START + code, "check", "--no-cache"],
        cwd=program,
        env=environment(program.parent / "cache"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("module", MODULES)
def test_while_a_module_is_loaded(program: Path, module: str) -> None:
    process = _started(program, _AT_IMPORT.format(module=module) + _RUN.format(before=""))
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"boundary: interrupted\n")


def test_what_clears_up_after_itself(program: Path) -> None:
    code = (
        "import os, signal, time\n"
        "import boundary_lsp.cli.commands.types as types\n"
        "def install_checker():\n"
        "    try:\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "        time.sleep(10)\n"
        "    finally:\n"
        "        print('clear', flush=True)\n"
        "types.install_checker = install_checker\n"
        "sys.argv[1:] = ['types', 'install']\n"
    )
    process = _started(program, code + _RUN.format(before=""))
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"clear\n", b"boundary: interrupted\n")


def test_inside_of_a_finalizer(program: Path) -> None:
    process = _started(program, _IN_FINALIZER + _RUN.format(before=""))
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"boundary: interrupted\n")


_NOT_YET_OURS = b'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nKeyboardInterrupt\n'
"""None of our frames: the process was not given any time between what it wrote and the call of us."""


@pytest.mark.parametrize("milliseconds", [2, 5, 10, 20, 40, 80])
def test_shortly_after_the_start(program: Path, milliseconds: int) -> None:
    """Counted from when the interpreter is up and has found us; before that, and until it is in our code, it is
    Python's own affair."""
    code = "import time; " + _RUN.format(before="sys.stderr.write('up\\n'); sys.stderr.flush(); ")
    process = _started(program, code + "\n")
    assert process.stderr is not None
    assert process.stderr.readline() == b"up\n"
    time.sleep(milliseconds / 1000)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) in [(130, b"boundary: interrupted\n"), (1, b""), (-signal.SIGINT, _NOT_YET_OURS)]
    assert process.returncode != 1 or b"3 endpoints" in out
