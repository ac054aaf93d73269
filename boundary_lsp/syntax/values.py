"""Source text to values: what a module says of types and of what crosses. Never raises, like `front_end`."""

from __future__ import annotations

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.syntax.encoding import readable
from boundary_lsp.syntax.front_end import SIZE_LIMIT
from boundary_lsp.syntax.languages.front_ends import front_end_of


def values_of(path: str, source: bytes, facts: ModuleFacts) -> ModuleValues:
    """The values of one module of which `facts` are the facts; nothing of one that we read wrongly."""
    try:
        return read_values(path, source, facts)
    except Exception:  # noqa: BLE001 - what we read wrongly is unknown, and unknown is no finding
        return ModuleValues()


def read_values(path: str, source: bytes, facts: ModuleFacts) -> ModuleValues:
    """`values_of` without its safety net, for tests that look for what it catches."""
    if len(source) > SIZE_LIMIT:
        return ModuleValues()
    text, _ = readable(source)
    return front_end_of(path).build_values(path, text, facts)
