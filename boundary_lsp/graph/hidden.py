"""Uses that a text with syntax errors may hide: `anvil.server.call("save"` in code that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from boundary_lsp.graph.functions import FunctionSeed
from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.model.program import Role

_WORD = re.compile(r"[\w$]+")
_DEFAULT = "default"
"""No name that anybody has to say."""
_KEPT_FROM_PRODUCTION = (Role.TEST, Role.STORY)


class Hidden:
    """The words of the modules of a program that run and could not be read."""

    def __init__(
        self, broken: Iterable[int], facts: Sequence[ModuleFacts], instances: Sequence[int], roles: Sequence[Role]
    ) -> None:
        """`broken`: the modules whose texts have problems."""
        self.broken = frozenset(broken)
        self.words = {
            module: frozenset(facts[module].uses.mentioned)
            for module in self.broken
            if instances[module] and roles[module] not in _KEPT_FROM_PRODUCTION
        }

    def may_use(self, seed: FunctionSeed) -> bool:
        """Another module than its own has its name; whoever imports a default export may call it anything."""
        if seed.inline >= 0 or not self.words:
            return False
        needed = [_words(name) - {_DEFAULT} for name in _names(seed)]
        return any(
            module != seed.module and any(words >= one for one in needed) for module, words in self.words.items()
        )

    def may_use_otherwise(self, before: Hidden) -> Callable[[FunctionSeed], bool]:
        """Tells of functions that `before` may say something else of: somebody types in a text that is broken, and one
        word of it differs with every key."""
        modules = self.words.keys() | before.words.keys()
        none = frozenset[str]()
        differing = [before.words.get(module, none) ^ self.words.get(module, none) for module in modules]
        other = none.union(*differing, {_DEFAULT} if self.words.keys() != before.words.keys() else none)
        if not other:
            return lambda _: False
        return lambda seed: any(not other.isdisjoint(_words(name)) for name in _names(seed))


@lru_cache(maxsize=65536)
def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name))


def _names(seed: FunctionSeed) -> tuple[str, ...]:
    return seed.names or (seed.name.rpartition(".")[2],)
