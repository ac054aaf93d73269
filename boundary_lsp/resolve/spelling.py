"""What a bundler reads out of a specifier besides the path: loaders in front, a query behind."""

from __future__ import annotations

import re
from typing import NamedTuple

_AS_TEXT = re.compile(r"\?(?!(?:shared)?worker\b)(?:.*&)?(?:raw|url|inline|source)(?:[&=]|$)")
_TEXT_LOADERS = ("raw-loader", "file-loader", "url-loader")


class Plain(NamedTuple):
    path: str
    as_text: bool
    """The file's text or address is wanted, so that it is not loaded as a module."""


def read_specifier(specifier: str) -> Plain:
    """`./logo.svg?url` without its query; `!!raw-loader!./text.txt` without its loaders."""
    if "!" not in specifier and "?" not in specifier:
        return Plain(specifier, False)
    loaders, _, path = specifier.rpartition("!")
    question = path.find("?")
    query = path[question:] if question > 0 else ""
    as_text = bool(query and _AS_TEXT.match(query)) or any(loader in loaders for loader in _TEXT_LOADERS)
    return Plain(path[:question] if query else path, as_text)


def means_folder(path: str) -> bool:
    """`.`, `..`, `../..`, `./lib/`: never the file of that name."""
    return path.endswith("/") or path.rpartition("/")[2] in {".", ".."}
