"""Packs for npm what `build_standalone.py` has built.

    python scripts/pack_npm.py --into dist/npm

Three tarballs: `boundary-check`, with the commands; `boundary-lsp`, the same server under its own name; and the program
for this machine, such as `@boundary-check/linux-x64`. All have the version that pyproject.toml says.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from released import ROOT, STANDALONE, require_same_version, this_machine, version

SOURCES = ROOT / "npm"
MAIN, ALIAS = "boundary-check", "boundary-lsp"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--standalone", type=Path, default=STANDALONE)
    parser.add_argument("--into", type=Path, default=ROOT / "dist" / "npm")
    options = parser.parse_args()
    for tarball in pack(options.standalone, options.into):
        print(tarball)


def pack(standalone: Path, into: Path) -> list[Path]:
    """The tarballs: of the commands, of the server's other name, of this machine's program."""
    packed = _npm_version()
    _require_packable(standalone)
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folders = [
            _main(Path(place), packed),
            _alias(Path(place), packed),
            _program(Path(place), packed, standalone),
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
    system, machine = this_machine()
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


def _npm_version() -> str:
    if re.fullmatch(r"\d+\.\d+\.\d+", version()) is None:
        sys.exit(f"{version()} is no version for npm")
    return version()


def _require_packable(standalone: Path) -> None:
    """npm leaves out links without a word."""
    if links := [path for path in standalone.rglob("*") if path.is_symlink()]:
        sys.exit(f"{links[0]} is a link: build with a Python that is not a framework (docs/releasing.md)")
    require_same_version(standalone)


if __name__ == "__main__":
    main()
