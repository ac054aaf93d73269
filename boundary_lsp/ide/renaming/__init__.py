"""Calling something otherwise, wherever it goes by its name: on both sides of the gap."""

from boundary_lsp.ide.renaming.refusal import CannotRename
from boundary_lsp.ide.renaming.rename import rename, rename_range

__all__ = ["CannotRename", "rename", "rename_range"]
