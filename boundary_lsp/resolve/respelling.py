"""How a specifier is to be written where its module, or the one that it leads to, has moved: in the style it has."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from boundary_lsp.resolve.aliases import Aliases
from boundary_lsp.resolve.paths import EXTENSIONS, WRITTEN_FOR, join
from boundary_lsp.resolve.spelling import read_specifier

_OUTPUT = {".ts": ".js", ".tsx": ".js", ".mts": ".mjs", ".cts": ".cjs"}


class _Ending(Enum):
    """How much of a file's path a specifier says."""

    WHOLE = "./row.tsx"
    BARE = "./row"
    FOLDER = "./row, a folder with an index"
    OUTPUT = "./row.js, written for ./row.ts"


class Move(NamedTuple):
    """Paths of folders (of the importing module) and files (that it imports), before and after."""

    directory: str
    new_directory: str
    target: str
    new_target: str


def respellings(before: Aliases, after: Aliases, specifier: str, move: Move) -> Iterator[str]:
    """What may lead there afterwards, the likest first: a relative path stays one, an alias as well where there is one.
    Loaders and queries stay. Whether it does lead there is for a resolver to say."""
    path = read_specifier(specifier).path
    head, tail = specifier.split(path, 1) if path else ("", "")
    yield from (head + one + tail for one in _plain_respellings(before, after, path, move))


def _plain_respellings(before: Aliases, after: Aliases, path: str, move: Move) -> Iterator[str]:
    ending = _ending(before, path, move)
    if ending is None:
        yield from _by_tail(path, move)
        return
    written = _written(move.new_target, ending, path)
    if not path.startswith("."):
        found = list(after.spellings(move.new_directory, written))
        yield from sorted(found, key=lambda one: -_shared(one, path))
    yield _relative(move.new_directory, written)


def _by_tail(path: str, move: Move) -> Iterator[str]:
    """`@acme/ui/card` and `#lib/card` end as the file's path does, and may go on doing so."""
    old, new = _split(move.target)[0], _split(move.new_target)[0]
    parts = path.split("/")
    for taken in range(1, len(parts)):
        tail = "/".join(parts[taken:])
        base = old.removesuffix(tail)
        if base != old and new.startswith(base):
            yield "/".join((*parts[:taken], new[len(base) :]))


def _ending(aliases: Aliases, path: str, move: Move) -> _Ending | None:
    """None where the target is not found by its path alone."""
    if path.startswith("."):
        bases = [join(move.directory, path)]
    else:
        bases = [join("", candidate) for candidate in aliases.candidates(move.directory, path)]
    endings = (_ending_of(base, move.target) for base in bases if base is not None)
    return next((ending for ending in endings if ending is not None), None)


def _ending_of(base: str, target: str) -> _Ending | None:
    if base == target:
        return _Ending.WHOLE
    stem, extension = _split(target)
    if base == stem:
        return _Ending.BARE
    if (f"{base}/index" if base else "index") == stem:
        return _Ending.FOLDER
    written = posixpath.splitext(base)[1]
    is_output = extension in WRITTEN_FOR.get(written, ()) and base.removesuffix(written) == stem
    return _Ending.OUTPUT if is_output else None


def _written(target: str, ending: _Ending, path: str) -> str:
    stem, extension = _split(target)
    if ending is _Ending.WHOLE:
        return target
    if ending is _Ending.OUTPUT:
        keeps_jsx = extension == ".tsx" and path.endswith(".jsx")
        return stem + (".jsx" if keeps_jsx else _OUTPUT.get(extension, extension))
    folder, _, name = stem.rpartition("/")
    return folder if name == "index" else stem


def _split(path: str) -> tuple[str, str]:
    """Stem and extension; of `x.d.ts` that is `.d.ts`."""
    extension = max((one for one in EXTENSIONS if path.endswith(one)), key=len, default="")
    return path[: len(path) - len(extension)], extension


def _relative(directory: str, path: str) -> str:
    relative = posixpath.relpath(f"/{path}", f"/{directory}")
    return relative if relative.startswith(".") else f"./{relative}"


def _shared(one: str, other: str) -> int:
    """How many characters they have in common at their heads."""
    return len(posixpath.commonprefix([one, other]))
