"""Installs the packages from `dist/npm` in a new folder, and looks whether they work on this system.

    python scripts/smoke_npm.py

The small program of the README is checked by them and by the wheel that they were built from; both must say the same.
`tests/packaging` asks far more, on Linux.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARBALLS = ROOT / "dist" / "npm"
WHEEL = ROOT / "build" / "standalone" / "venv" / ("Scripts" if os.name == "nt" else "bin") / "boundary"
PROGRAM = ROOT / "corpus" / "like-button"


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        app = Path(place, "app")
        _install(app)
        for arguments in ("--version", "check", "check --format json", "explain dead-endpoint", "check nowhere"):
            _require_same(app, arguments.split())
        _require_server(app)
    print("the packages work here")


def _install(app: Path) -> None:
    app.mkdir()
    (app / "package.json").write_text('{"private": true}', "utf-8")
    tarballs = [str(path) for path in sorted(TARBALLS.glob("*.tgz"))]
    subprocess.run([_npm("npm"), "install", "--offline", "--no-audit", "--no-fund", *tarballs], cwd=app, check=True)
    shutil.copytree(PROGRAM, app, dirs_exist_ok=True)


def _require_same(app: Path, arguments: list[str]) -> None:
    by_npm, by_pip = _said([_npm("npx"), "boundary", *arguments], app), _said([str(WHEEL), *arguments], app)
    if by_npm != by_pip:
        sys.exit(f"boundary {' '.join(arguments)}\n  by npm: {by_npm}\n  by pip: {by_pip}")


def _said(command: list[str], app: Path) -> tuple[int, bytes, bytes]:
    done = subprocess.run(command, cwd=app, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def _require_server(app: Path) -> None:
    """It answers, and ends when it is told to."""
    hello: dict[str, object] = {"processId": None, "rootUri": app.as_uri(), "capabilities": {}}
    messages = [_message("initialize", hello, 1), _message("shutdown", None, 2), _message("exit", None)]
    command = [_npm("npx"), "boundary-lsp"]
    done = subprocess.run(command, cwd=app, input=b"".join(messages), capture_output=True, timeout=60, check=False)
    if done.returncode != 0 or b'"serverInfo"' not in done.stdout:
        sys.exit(f"boundary-lsp: {done}")


def _message(method: str, parameters: object, number: int | None = None) -> bytes:
    named = {"jsonrpc": "2.0", "method": method, "params": parameters}
    body = json.dumps(named if number is None else {**named, "id": number}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def _npm(name: str) -> str:
    """With its extension, on Windows."""
    return shutil.which(name) or sys.exit(f"{name} is not installed")


if __name__ == "__main__":
    main()
