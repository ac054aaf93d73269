"""Bundles what pages do from its sources in `pages/`, with the licenses of what is in it.

    python scripts/build_pages.py

The bundle is kept beside the templates, so that only this needs Node 20 and a registry; a test builds it again, and
finds it equal.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "pages"
TEMPLATES = ROOT / "boundary_lsp" / "adapters" / "templates"
BUNDLES = ("map.js",)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, default=TEMPLATES, help="where the bundles are put")
    build(parser.parse_args().into.absolute())


def build(into: Path) -> None:
    """Raises CalledProcessError."""
    install()
    _run("node", "scripts/build.mjs", str(into))


def install() -> None:
    """As the lock says: npm leaves its own copy behind when it is done."""
    done, lock = PAGES / "node_modules" / ".package-lock.json", PAGES / "package-lock.json"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")


def _run(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        sys.exit(f"{program} is not there: Node 20 with npm is needed")
    subprocess.run([found, *arguments], cwd=PAGES, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
