"""One code-server with our extension in it, and visits to it in Chromium."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from tests.support.chromium_page import Browser

HERE = Path(__file__).parent
SETTINGS = {
    "workbench.startupEditor": "none",
    "window.commandCenter": False,
    "security.workspace.trust.startupPrompt": "never",
    "security.workspace.trust.banner": "never",
    "telemetry.telemetryLevel": "off",
    # The corpus is not installed: what TypeScript says of that would hide what is looked at.
    "typescript.validate.enable": False,
    "typescript.disableAutomaticTypeAcquisition": True,
    "typescript.tsserver.useSyntaxServer": "never",
    "git.enabled": False,
}
_SWITCHES = ("--auth", "none", "--disable-telemetry", "--disable-update-check")
_SECONDS = 600


class Editor:
    def __init__(
        self, program: Path, package: Path, browser: Browser, folder: Path, home: Path, options: Sequence[str]
    ) -> None:
        self._program, self._browser, self._folder, self._home = program, browser, folder, home
        settings = home / "user" / "User" / "settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps(SETTINGS))
        self._run("--install-extension", str(package)).wait(_SECONDS)
        self._port = _free_port()
        self._process = self._run(*_SWITCHES, *options, "--bind-addr", f"127.0.0.1:{self._port}", str(folder))
        self._wait_until_it_answers()

    def visit(self, scenario: str, pictures: Path) -> dict[str, Any]:
        """What `visits/<scenario>.cjs` saw, by the names of its steps. A step that waited in vain says so."""
        address = f"http://127.0.0.1:{self._port}/?folder={self._folder}"
        given = {"address": address, "folder": str(self._folder), "pictures": str(pictures)}
        command = ["node", str(HERE / "visits" / "run.cjs"), str(self._browser.packages), self._browser.executable]
        done = subprocess.run(
            [*command, scenario, json.dumps(given)], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
        assert done.returncode == 0, done.stderr
        seen: dict[str, Any] = json.loads(done.stdout)
        return seen

    def log(self) -> str:
        """What the extension wrote to its own."""
        found = sorted(self._home.glob("user/logs/*/exthost*/boundary-lsp.boundary-lsp/Boundary.log"))
        return "".join(path.read_text() for path in found)

    def close(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(30)

    def _run(self, *arguments: str) -> subprocess.Popen[bytes]:
        places = ["--user-data-dir", str(self._home / "user"), "--extensions-dir", str(self._home / "extensions")]
        variables = {
            "BOUNDARY_CACHE_DIR": str(self._home / "cache"),
            "XDG_CONFIG_HOME": str(self._home / "configuration"),
            "XDG_DATA_HOME": str(self._home / "data"),
        }
        return subprocess.Popen(
            [str(self._program), *places, *arguments],
            env={**os.environ, **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + _SECONDS
        while True:
            try:
                urlopen(f"http://127.0.0.1:{self._port}/healthz").close()
                return
            except URLError:
                assert self._process.poll() is None and time.monotonic() < end, "code-server does not answer"
                time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
