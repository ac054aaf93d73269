"""What a front end does for the files of its language. Each is loaded when the first of them is met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.fixes import Splice
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.syntax.languages.table import language_of
from boundary_lsp.syntax.languages.texts import Said


class FrontEnd(Protocol):
    """Sources are valid UTF-8. It may raise: who calls it has a net."""

    def build(self, path: str, source: bytes) -> ModuleFacts: ...

    def build_values(self, path: str, source: bytes, facts: ModuleFacts) -> ModuleValues: ...

    def said_specifiers(self, source: bytes, /) -> Iterator[Said]:
        """Paths of modules that a text says and does not import."""

    def respelled(self, source: bytes, facts: ModuleFacts, specifiers: Mapping[int, str], /) -> Iterator[Splice]:
        """The imports of these numbers with other specifiers, that lead to what they mean now. Names in the text keep
        their meaning; what cannot be written without a guess is left as it is."""


def front_end_of(path: str) -> FrontEnd:
    return _FRONT_ENDS[language_of(path).front_end]()


def _typescript() -> FrontEnd:
    from boundary_lsp.syntax.typescript import front_end

    return front_end


def _mdx() -> FrontEnd:
    from boundary_lsp.syntax.mdx import front_end

    return front_end


def _python() -> FrontEnd:
    from boundary_lsp.syntax.python import front_end

    return front_end


_FRONT_ENDS: Mapping[str, Callable[[], FrontEnd]] = {"typescript": _typescript, "mdx": _mdx, "python": _python}
