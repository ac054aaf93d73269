"""Editable installs: folders of the project that an environment looks into, told by `.pth` files, by the finders that
setuptools writes, and by `direct_url.json`. All three are read as data: a finder is a program, of which only the
literal table is looked at."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.paths import join

_MOST_FILES = 500
_SIZE_LIMIT = 256 * 1024
_MAPPING = re.compile(r"^MAPPING\b[^=\n]*=\s*(\{[^}]*\})", re.MULTILINE)
_DRIVE = re.compile(r"^[A-Za-z]:")


def editable_folders(files: FileSystem, site: str) -> Iterator[str]:
    """Relative to the root; those outside of it are left out. `site`: a `site-packages` folder."""
    try:
        names = [entry.name for entry in files.entries(site)]
    except OSError:
        return
    paths = (path for name in names if _MARK.search(name) for path in _told_by(files, f"{site}/{name}"))
    for path, _ in zip(paths, range(_MOST_FILES), strict=False):
        inside = _inside(files.root, site, path)
        if inside is not None:
            yield inside


_MARK = re.compile(r"\.pth$|^__editable__.*finder\.py$|\.dist-info$")


def _told_by(files: FileSystem, path: str) -> Iterator[str]:
    if path.endswith(".pth"):
        yield from (line.strip() for line in _text(files, path).splitlines() if _is_folder(line))
    elif path.endswith(".py"):
        for folder in _mapped(_text(files, path)):  # the package's own folder: imports begin in the one above
            yield folder.replace("\\", "/").rstrip("/").rpartition("/")[0]
    else:
        yield from _direct(_text(files, f"{path}/direct_url.json"))


def _is_folder(line: str) -> bool:
    """Lines that begin with `import` are programs, which nobody runs here."""
    return bool(line.strip()) and not line.startswith(("#", "import ", "import\t"))


def _mapped(text: str) -> list[str]:
    found = _MAPPING.search(text)
    try:
        table = ast.literal_eval(found[1]) if found else {}
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return []
    return [path for path in table.values() if isinstance(path, str)] if isinstance(table, dict) else []


def _direct(text: str) -> Iterator[str]:
    """The folder of an editable distribution, with the `src` that may be in it."""
    try:
        content: Any = msgspec.json.decode(text) if text else {}
    except msgspec.DecodeError:
        return
    url, info = (content.get("url"), content.get("dir_info")) if isinstance(content, dict) else (None, None)
    if isinstance(url, str) and url.startswith("file:") and isinstance(info, dict) and info.get("editable") is True:
        folder = unquote(urlsplit(url).path)
        folder = folder[1:] if _DRIVE.match(folder[1:]) else folder
        yield from (f"{folder}/src", folder)


def _inside(root: str, site: str, path: str) -> str | None:
    """A folder as seen from the root: an absolute one, or one that is written as seen from `site`."""
    path = path.replace("\\", "/").rstrip("/")
    if not path.startswith("/") and not _DRIVE.match(path):
        return join(site, path)
    ignores_case = _DRIVE.match(path) is not None
    head = path[: len(root)]
    if head != root and not (ignores_case and head.lower() == root.lower()):
        return None
    rest = path[len(root) :]
    return join("", rest) if not rest or rest.startswith("/") else None


def _text(files: FileSystem, path: str) -> str:
    try:
        return files.read_head(path, _SIZE_LIMIT).decode("utf-8", "replace")
    except OSError:
        return ""
