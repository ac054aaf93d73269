"""Packs the VS Code extension into `dist/vsix/`, with the standalone server inside where one was built.

    python scripts/build_standalone.py    # first, for a package that needs nothing else on the machine
    python scripts/build_vsix.py

Without `dist/standalone/boundary` the package is the one for all systems: its server is the project's, or the PATH's.
Needs Node 20, and a registry for what the extension is bundled with.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from node_tools import npm_packages, run_node_tool
from released import ROOT, STANDALONE, require_same_version, this_machine, version

EXTENSION = ROOT / "vscode-extension"
PARTS = ("package.json", "README.md", "CHANGELOG.md", "LICENSE", ".vscodeignore", "media", "walkthrough")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--standalone", type=Path, default=STANDALONE)
    parser.add_argument("--into", type=Path, default=ROOT / "dist" / "vsix", help="where the package is put")
    options = parser.parse_args()
    print(build(options.standalone if options.standalone.is_dir() else None, options.into))


def build(standalone: Path | None, into: Path) -> Path:
    """The package. `standalone` is the folder of the server that goes into it. Raises CalledProcessError."""
    if standalone:
        require_same_version(standalone)
    bundle()
    target = _target() if standalone else None
    into.mkdir(parents=True, exist_ok=True)
    package = into.absolute() / f"boundary-lsp-{target or 'universal'}-{version()}.vsix"
    with tempfile.TemporaryDirectory() as place:
        folder = _staged(Path(place), standalone)
        name = ["--target", target] if target else []
        links = ["--no-rewrite-relative-links", "--allow-missing-repository"]
        run_node_tool(_tool("vsce"), "package", "--no-dependencies", *links, *name, "--out", str(package), cwd=folder)
    return package


def bundle() -> None:
    """The extension as one file, `vscode-extension/dist/extension.js`, with what it needs from npm."""
    npm_packages(EXTENSION)
    run_node_tool("node", "scripts/build.mjs", cwd=EXTENSION)


def _staged(place: Path, standalone: Path | None) -> Path:
    """A folder with what is packed, and nothing else."""
    for part in PARTS:
        source = EXTENSION / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, place / part)
    shutil.copytree(EXTENSION / "dist", place / "dist", ignore=shutil.ignore_patterns("test", "*.map"))
    if standalone:
        shutil.copytree(standalone, place / "server")
    manifest = json.loads((place / "package.json").read_text("utf-8"))
    (place / "package.json").write_text(json.dumps({**manifest, "version": version()}, indent=2), "utf-8")
    return place


def _target() -> str:
    """This machine, as VS Code calls it: `linux-x64`."""
    return "-".join(this_machine())


def _tool(name: str) -> Path:
    return EXTENSION / "node_modules" / ".bin" / (f"{name}.cmd" if sys.platform == "win32" else name)


if __name__ == "__main__":
    main()
