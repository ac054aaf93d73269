"""Getting the pinned checker through npm, into our own cache. Nothing that npm fetches is run."""

# ruff: noqa: PTH105, PTH120

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile

from boundary_lsp.adapters.checked_file import prepare_cache
from boundary_lsp.adapters.typescript.locate import cached_checker, install_directory
from boundary_lsp.adapters.typescript.pinned import VERSION, package_name
from boundary_lsp.adapters.typescript.version import version_of

NAME = f"TypeScript {VERSION}"
"""Of what is installed."""

SECONDS = 300.0
_HASTE = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=2000")
"""Left to itself npm takes 70 seconds to say that it is offline."""
_OFFLINE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "ENOTCACHED")
_NO_SUCH = ("E404", "ETARGET", "EBADPLATFORM", "notarget")


class CannotInstall(Exception):
    """Why not, in one sentence."""


def install_checker() -> str:
    """The path of the installed checker. It is complete or not there. Raises CannotInstall."""
    if version_of(cached_checker()) == VERSION:
        return cached_checker()
    npm = shutil.which("npm")
    if npm is None:
        raise CannotInstall("npm is not installed, and the checker comes through npm (https://nodejs.org)")
    try:
        _fetch(npm, install_directory())
    except OSError as error:
        raise CannotInstall(f"{os.path.dirname(install_directory())} cannot be written ({error.strerror})") from None
    found = version_of(cached_checker())
    if found != VERSION:
        raise CannotInstall(f"what npm installed does not run here ({cached_checker()} says `{found}`)")
    return cached_checker()


def _fetch(npm: str, target: str) -> None:
    """Into a folder beside the target, which then takes its place."""
    prepare_cache(os.path.dirname(target))
    folder = tempfile.mkdtemp(prefix="typescript-", dir=os.path.dirname(target))
    try:
        _run(npm, folder)
        shutil.rmtree(target, ignore_errors=True)
        os.replace(folder, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(npm: str, folder: str) -> None:
    """The folder is also the current one, so that no configuration of the analysed project is read."""
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--no-package-lock", *_HASTE]
    try:
        done = subprocess.run(
            [*command, "--prefix", folder, f"{package_name()}@{VERSION}"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotInstall(f"npm did not finish within {SECONDS:.0f} seconds") from None
    if done.returncode:
        raise CannotInstall(_reason(done.stdout.decode("utf-8", "replace")))


def _reason(output: str) -> str:
    if any(code in output for code in _OFFLINE):
        return "npm cannot reach its registry; are you offline?"
    if any(code in output for code in _NO_SUCH):
        return f"npm has no {package_name()}@{VERSION}: TypeScript does not come for this machine"
    said = [line.strip() for line in output.splitlines() if line.strip()]
    return f"npm failed: {said[0]}" if said else "npm failed, and did not say why"
