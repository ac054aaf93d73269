"""The front end, as the table of languages asks for it. What only some runs need is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.fixes import Splice
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.syntax.languages.texts import Said
from boundary_lsp.syntax.python.build import build

__all__ = ["build", "build_values", "respelled", "said_specifiers"]


def build_values(path: str, source: bytes, facts: ModuleFacts) -> ModuleValues:
    from boundary_lsp.syntax.python.values import build as values

    return values.build_values(path, source, facts)


def said_specifiers(_source: bytes) -> Iterator[Said]:
    """None: tests name what they mock by an attribute (`patch("app.mail.send")`), which no file's name tells."""
    return iter(())


def respelled(source: bytes, facts: ModuleFacts, specifiers: Mapping[int, str]) -> Iterator[Splice]:
    from boundary_lsp.syntax.python.rewrite import specifiers as rewrite

    return rewrite.respelled(source, facts, specifiers)
