"""A whole module."""

from __future__ import annotations

from random import Random

from tests.conformance.modules import LAYERS, Module, Switches

from .directives import directive, server
from .exports import export
from .functions import function
from .imports import imports
from .routes import ENTRIES, lazy, route_export
from .words import Words

EXTENSIONS = ("js", "js", "jsx", "ts", "tsx")
SWITCHES = (
    Switches(),
    Switches(use_cache=True),
    Switches(cache_components=True, use_cache=True),
    Switches(cache_components=True, use_cache=True, taint=True, cache_kinds=("default", "remote", "private", "redis")),
)
STRAY = (
    "let {} = 1;",
    "export * from './x2';",
    "import './style.css';",
    "const {} = async () => 1;",
    "console.log(1);",
    ";",
)


def random_module(number: int) -> Module:
    """The same for the same number. `app/m7/x.ts`, `app/m7/page.js`."""
    random = Random(number)
    extension = random.choice(EXTENSIONS)
    words = Words(random, extension)
    is_entry = words.chance(20)
    name = words.pick(ENTRIES) if is_entry else "x"
    statements = [*_head(words), *(_statement(words, is_entry) for _ in words.several(1, 5))]
    text = "\n".join(statements) + "\n"
    return Module(f"app/m{number}/{name}.{extension}", text, random.choice(LAYERS), random.choice(SWITCHES))


def _head(words: Words) -> list[str]:
    if words.is_typescript and words.chance(10):
        return [f"import type {{ {words.fresh('T')} }} from './t';", *_directives(words)]
    if words.chance(5):
        return ["/* a comment */", *_directives(words)]
    return _directives(words)


def _directives(words: Words) -> list[str]:
    if words.chance(40):
        return [server(words)]
    return [directive(words) for _ in words.several(0, 2)]


def _statement(words: Words, is_entry: bool) -> str:
    if is_entry and words.chance(60):
        return route_export(words)
    if words.chance(7):
        return directive(words)
    kind = words.pick(["import"] * 4 + ["export"] * 6 + ["function"] * 6 + ["stray", "lazy"])
    if kind == "stray":
        return words.pick(STRAY).format(words.fresh())
    return {"import": imports, "export": export, "function": function, "lazy": lazy}[kind](words)
