"""A built application, served, and its forms sent as a browser without JavaScript does."""

from __future__ import annotations

import html
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_START_SECONDS = 30
_REQUEST_SECONDS = 20
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_FIELD = re.compile(r'name="([^"]+)"(?: value="([^"]*)")?')
_BOUNDARY = "----fields"


@contextmanager
def served(app: Path) -> Iterator[str]:
    """`next start` on a free port; yields the address."""
    port = _free_port()
    environment = {**os.environ, "NEXT_TELEMETRY_DISABLED": "1"}
    command = ["node", "node_modules/next/dist/bin/next", "start", "-p", str(port), "-H", "127.0.0.1"]
    with (app / "server.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, cwd=app, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(_START_SECONDS)


def send_form(page: str) -> str:
    """What becomes of a page's first form: `ran`, `fails`, `has no action`, or `is not shown`."""
    shown, text = _answer(urllib.request.Request(page))
    if shown != 200:
        return "is not shown"
    form = _FORM.search(text)
    fields = [(html.unescape(n), html.unescape(v)) for n, v in _FIELD.findall(form[0] if form else "")]
    if not any(name.startswith("$ACTION") for name, _ in fields):
        return "has no action"
    body = "".join(_part(name, value) for name, value in fields) + f"--{_BOUNDARY}--\r\n"
    headers = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}
    status, _ = _answer(urllib.request.Request(page, body.encode(), headers))
    return "ran" if status == 200 else "fails"


def _part(name: str, value: str) -> str:
    return f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'


def _answer(request: urllib.request.Request) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(request, timeout=_REQUEST_SECONDS) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("the application was not served in time")
