"""Which file is written in which language, and what others than front ends have to know of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Language(NamedTuple):
    title: str
    """As messages call it."""
    extensions: tuple[str, ...]
    fence: str
    """What marks its code, and its types, in Markdown."""
    comment: str
    """What begins a comment that ends with its line."""
    front_end: str
    """Its folder beside this one."""
    grammar: str
    """The package of the grammar that it is parsed with."""
    checker: str
    """What infers its types."""
    rewriting: str = ""
    """The front end that changes its texts; empty where nobody does."""
    guard: str = ""
    """The package that an import of keeps a module from the client; empty where there is none."""
    is_document: bool = False
    """Its code is only a part of the text."""
    manifests: tuple[str, ...] = ()
    """As in `project.sources.Language`."""
    committed: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Likewise."""
    is_unsettled: bool = False
    """Whether an import means a name or a module is only known with the whole project."""


LANGUAGES = (
    Language(
        "TypeScript",
        (".ts", ".tsx", ".mts", ".cts"),
        "ts",
        "//",
        "typescript",
        "tree_sitter_typescript",
        "tsc",
        "typescript",
        "server-only",
    ),
    Language(
        "JavaScript",
        (".js", ".jsx", ".mjs", ".cjs"),
        "ts",
        "//",
        "typescript",
        "tree_sitter_typescript",
        "tsc",
        "typescript",
        "server-only",
    ),
    Language("MDX", (".mdx",), "ts", "//", "mdx", "tree_sitter_typescript", "tsc", is_document=True),
    Language(
        "Python",
        (".py",),
        "python",
        "#",
        "python",
        "tree_sitter_python",
        "pyright",
        "python",
        is_unsettled=True,
        manifests=("pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "Pipfile", "anvil.yaml"),
        committed={"anvil.yaml": ("!client_code/**", "!server_code/**")},
    ),
)

SOURCE_EXTENSIONS = tuple(extension for language in LANGUAGES for extension in language.extensions)

_BY_EXTENSION = {extension[1:]: language for language in LANGUAGES for extension in language.extensions}


def language_of(path: str) -> Language:
    """Of one of the modules. A path that none of the extensions fits is read as the first language."""
    return _BY_EXTENSION.get(path.rpartition(".")[2], LANGUAGES[0])


def is_unsettled(paths: Iterable[str]) -> bool:
    """Some of these modules have to be settled before they are linked."""
    extensions = tuple(
        extension for language in LANGUAGES if language.is_unsettled for extension in language.extensions
    )
    return bool(extensions) and any(path.endswith(extensions) for path in paths)


def titles() -> str:
    """All of them, for a message: `TypeScript, JavaScript or MDX`."""
    *others, last = [language.title for language in LANGUAGES]
    return f"{', '.join(others)} or {last}"
