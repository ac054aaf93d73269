"""Packs for npm what `build_standalone.py` has built.

    python scripts/pack_npm.py --into dist/npm

Three tarballs: `boundary-check`, with the commands; `boundary-lsp`, the same server under its own name; and the program
for this machine, such as `@boundary-check/linux-x64`. All have the version that pyproject.toml says.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "npm"
MAIN, ALIAS = "boundary-check", "boundary-lsp"
_MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--standalone", type=Path, default=ROOT / "dist" / "standalone" / "boundary")
    parser.add_argument("--into", type=Path, default=ROOT / "dist" / "npm")
    options = parser.parse_args()
    for tarball in pack(options.standalone, options.into):
        print(tarball)


def pack(standalone: Path, into: Path) -> list[Path]:
    """The tarballs: of the commands, of the server's other name, of this machine's program."""
    version = _version()
    _require_packable(standalone, version)
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folders = [
            _main(Path(place), version),
            _alias(Path(place), version),
            _program(Path(place), version, standalone),
        ]
        return [_npm_pack(folder, into.absolute()) for folder in folders]


def _main(place: Path, version: str) -> Path:
    folder, manifest = _copy(MAIN, place, version)
    manifest["optionalDependencies"] = dict.fromkeys(manifest["optionalDependencies"], version)
    return _write(folder, manifest)


def _alias(place: Path, version: str) -> Path:
    folder, manifest = _copy(ALIAS, place, version)
    return _write(folder, {**manifest, "dependencies": {MAIN: version}})


def _program(place: Path, version: str, standalone: Path) -> Path:
    system, machine = _node_platform(), _MACHINES[platform.machine().lower()]
    name = f"@{MAIN}/{system}-{machine}"
    folder = place / "program"
    shutil.copytree(standalone, folder / "boundary")
    shutil.copy(ROOT / "LICENSE", folder)
    manifest = {
        "name": name,
        "version": version,
        "description": f"The program behind {MAIN}, for {system}-{machine}",
        "license": "MIT",
        "os": [system],
        "cpu": [machine],
        **({"libc": ["glibc"]} if system == "linux" else {}),
        "files": ["boundary"],
        "preferUnplugged": True,
    }
    return _write(folder, manifest)


def _copy(name: str, place: Path, version: str) -> tuple[Path, dict[str, Any]]:
    folder = Path(shutil.copytree(SOURCES / name, place / name))
    shutil.copy(ROOT / "LICENSE", folder)
    manifest = json.loads((folder / "package.json").read_text("utf-8"))
    return folder, {**manifest, "version": version}


def _write(folder: Path, manifest: dict[str, Any]) -> Path:
    (folder / "package.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    return folder


def _npm_pack(folder: Path, into: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not installed")
    command = [npm, "pack", "--json", "--pack-destination", str(into)]
    packed = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=True).stdout
    filename: str = json.loads(packed)[0]["filename"]
    return into / filename


def _version() -> str:
    version: str = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    if re.fullmatch(r"\d+\.\d+\.\d+", version) is None:
        sys.exit(f"{version} is no version for npm")
    return version


def _require_packable(standalone: Path, version: str) -> None:
    """npm leaves out links without a word."""
    if links := [path for path in standalone.rglob("*") if path.is_symlink()]:
        sys.exit(f"{links[0]} is a link: build with a Python that is not a framework (docs/releasing.md)")
    said = subprocess.run([standalone / "boundary", "--version"], capture_output=True, text=True, check=True).stdout
    if said.split()[-1] != version:
        sys.exit(f"{standalone} is {said.strip()}, and this is {version}: build it again")


def _node_platform() -> str:
    return {"linux": "linux", "darwin": "darwin", "win32": "win32"}[sys.platform]


if __name__ == "__main__":
    main()
