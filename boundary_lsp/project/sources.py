"""Which files are modules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

_OTHERS = "package.json"


class Language(Protocol):
    @property
    def extensions(self) -> tuple[str, ...]: ...

    @property
    def manifests(self) -> tuple[str, ...]:
        """Files that say that a folder is a program, or a part of one, in it; empty where its files are modules
        wherever they are."""

    @property
    def committed(self) -> Mapping[str, tuple[str, ...]]:
        """By the name of such a file: what an editor commits beside it, as lines of a `.gitignore`, whatever git would
        ignore by its name (`client_code/build/`)."""


def sources_of(files: Iterable[str], languages: Sequence[Language]) -> Iterator[str]:
    """A script of a language with manifests is no module in a folder that is another language's program: `tools/tag.py`
    with nothing but a package.json above."""
    paths = set(files)
    everywhere = tuple(ending for language in languages if not language.manifests for ending in language.extensions)
    yield from (path for path in paths if path.endswith(everywhere))
    for language in languages:
        if language.manifests:
            known: dict[str, bool] = {}
            yield from (p for p in paths if p.endswith(language.extensions) and _is_module(p, paths, language, known))


def _is_module(path: str, paths: set[str], language: Language, known: dict[str, bool]) -> bool:
    """By the nearest manifest; `known` are the answers, by folder."""
    folder = path.rpartition("/")[0]
    if folder not in known:
        below = f"{folder}/" if folder else ""
        if any(below + manifest in paths for manifest in language.manifests):
            known[folder] = True
        elif below + _OTHERS in paths:
            known[folder] = False
        else:
            known[folder] = not folder or _is_module(folder, paths, language, known)
    return known[folder]
