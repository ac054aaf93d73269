"""The root of the workspace that a path belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from boundary_lsp.ports import FileSystem


def find_root(files: FileSystem, starts: Iterable[str]) -> str:
    """The nearest folder above all of `starts` with a workspace manifest, else with `.git`, else with a package
    manifest; else the folder itself. `files` is rooted at `/`; paths are relative to it, and so is the answer."""
    above = list(_above(_common(files, starts)))
    for is_root in (_is_workspace, _has_git, _has_manifest):
        for directory in above:
            if is_root(files, directory):
                return directory
    return above[0]


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
