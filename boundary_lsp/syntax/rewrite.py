"""Texts that can be changed, by language. So far there is one."""

from __future__ import annotations

from boundary_lsp.syntax.typescript.grammar import SOURCE_EXTENSIONS
from boundary_lsp.syntax.typescript.rewrite.text import Text


def text_of(path: str, source: bytes) -> Text:
    return Text(path, source)


def can_rewrite(path: str) -> bool:
    """Not a document (`.mdx`), whose code is only a part of its text."""
    return path.endswith(SOURCE_EXTENSIONS)
