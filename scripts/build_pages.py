"""Bundles what pages do from its sources in `pages/`, with the licenses of what is in it.

    python scripts/build_pages.py

The bundle is kept beside the templates, so that only this needs Node 20 and a registry; a test builds it again, and
finds it equal.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from node_tools import npm_packages, run_node_tool
from released import ROOT

PAGES = ROOT / "pages"
TEMPLATES = ROOT / "boundary_lsp" / "adapters" / "templates"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, default=TEMPLATES, help="where the bundles are put")
    build(parser.parse_args().into.absolute())


def build(into: Path) -> None:
    """Raises CalledProcessError."""
    npm_packages(PAGES)
    run_node_tool("node", "scripts/build.mjs", str(into), cwd=PAGES)


if __name__ == "__main__":
    main()
