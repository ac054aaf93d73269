"""The root of the workspace that a path belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from boundary_lsp.ports import FileSystem

_NO_MARK = 2


def find_root(files: FileSystem, starts: Iterable[str]) -> str:
    """The nearest folder above all of `starts` with a workspace manifest, else with `.git`, else with a package
    manifest; else the folder itself. `files` is rooted at `/`; paths are relative to it, and so is the answer."""
    above = list(_above(_common(files, starts)))
    for is_root in (_is_workspace, _has_git, _has_manifest):
        for directory in above:
            if is_root(files, directory):
                return directory
    return above[0]


def separate_roots(files: FileSystem, starts: Iterable[str], root: str, current: str) -> list[str]:
    """The roots that the paths would have each alone, where `root`, found for all of them, only lies above by chance:
    it has a lesser mark than theirs, or none at all and is not in the `current` folder. Empty where it is good for all.
    """
    mark = _mark(files, root)
    own = sorted({find_root(files, [start]) for start in starts} - {root})
    if any(_mark(files, other) < mark for other in own):
        return own
    is_near = root == current or root.startswith(f"{current}/") if current else False
    return own if len(own) > 1 and mark == _NO_MARK and not is_near else []


def _mark(files: FileSystem, directory: str) -> int:
    """A workspace or a repository, a manifest, nothing: the less, the surer."""
    if _is_workspace(files, directory) or _has_git(files, directory):
        return 0
    return 1 if _has_manifest(files, directory) else _NO_MARK


def _common(files: FileSystem, starts: Iterable[str]) -> str:
    folders = [(s if files.is_directory(s) else s.rpartition("/")[0]).split("/") for s in starts]
    common: list[str] = []
    for parts in zip(*folders, strict=False):
        if len(set(parts)) > 1:
            break
        common.append(parts[0])
    return "/".join(common)


def _above(directory: str) -> Iterator[str]:
    while directory:
        yield directory
        directory = directory.rpartition("/")[0]
    yield ""


def _is_workspace(files: FileSystem, directory: str) -> bool:
    if files.is_file(_join(directory, "pnpm-workspace.yaml")):
        return True
    try:
        content = msgspec.json.decode(files.read(_join(directory, "package.json")).removeprefix(b"\xef\xbb\xbf"))
    except (OSError, msgspec.DecodeError, RecursionError):
        return False
    return isinstance(content, dict) and bool(content.get("workspaces"))


def _has_git(files: FileSystem, directory: str) -> bool:
    git = _join(directory, ".git")
    return files.is_directory(git) or files.is_file(git)


def _has_manifest(files: FileSystem, directory: str) -> bool:
    names = ("package.json", "boundary.toml", "pyproject.toml")
    return any(files.is_file(_join(directory, name)) for name in names)


def _join(directory: str, name: str) -> str:
    return f"{directory}/{name}" if directory else name
