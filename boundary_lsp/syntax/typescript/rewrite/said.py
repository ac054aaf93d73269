"""Paths of modules that a text says and does not import: those that its tests mock, and those of types.

vi.mock('./clock')
type Row = import('./row').Row;
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from boundary_lsp.syntax.languages.texts import Said

_LITERAL = rb"""\(\s*(['"`])([^'"`\\\n$]+)\1"""
_MOCKS = rb"(?:mock|doMock|unmock|doUnmock|dontMock|setMock|deepUnmock|unstable_mockModule|unstable_unmockModule)"
_ORIGINALS = rb"(?:importActual|importMock|requireActual|requireMock|createMockFromModule)"
_SAID = (
    re.compile(rb"(?<![\w$.])import\s*" + _LITERAL),
    re.compile(rb"(?<![\w$.])(?:vi|vitest|jest)\s*\.\s*(?:%b|%b)\s*(?:<[^;]*?>\s*)?" % (_MOCKS, _ORIGINALS) + _LITERAL),
)


def said_specifiers(source: bytes) -> Iterator[Said]:
    """By their spelling alone, in comments as well, and `import('./row')` that loads the module among them."""
    for pattern in _SAID:
        for found in pattern.finditer(source):
            yield Said(found[2].decode("utf-8", "replace"), *found.span(2))
