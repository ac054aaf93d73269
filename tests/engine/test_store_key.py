"""Facts of an earlier run are taken only where the code that makes them is the same."""

from __future__ import annotations

import subprocess
import sys

from boundary_lsp.adapters.store_key import FACT_ROOMS

_LOADED = """
import sys, boundary_lsp.syntax.front_end, boundary_lsp.syntax.values, boundary_lsp.syntax.mdx
print("\\n".join(name for name in sys.modules if name.startswith("boundary_lsp.")))
"""


def test_all_code_that_makes_facts_is_in_the_key() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "boundary_lsp.model.forms" in loaded
    assert {name.split(".")[1] for name in loaded} <= set(FACT_ROOMS)
