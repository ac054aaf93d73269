"""Texts that can be changed, by the language that they are written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boundary_lsp.syntax.languages.table import SOURCE_EXTENSIONS, language_of
from boundary_lsp.syntax.languages.texts import Text


def can_rewrite(path: str) -> bool:
    return path.endswith(SOURCE_EXTENSIONS) and bool(language_of(path).rewriting)


def text_of(path: str, source: bytes) -> Text:
    """Of a path that `can_rewrite`."""
    return _TEXTS[language_of(path).rewriting](path, source)


def _typescript(path: str, source: bytes) -> Text:
    from boundary_lsp.syntax.typescript.rewrite.rewritable import Rewritable

    return Rewritable(path, source)


def _python(_path: str, source: bytes) -> Text:
    from boundary_lsp.syntax.python.rewrite.rewritable import Rewritable

    return Rewritable(source)


_TEXTS: Mapping[str, Callable[[str, bytes], Text]] = {"typescript": _typescript, "python": _python}
