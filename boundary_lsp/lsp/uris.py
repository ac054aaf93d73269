"""The addresses of files as editors write them, to paths and back."""

from __future__ import annotations

from pygls import uris


def path_of(uri: str) -> str | None:
    """Absolute and `/`-separated; None for what is no file (`untitled:`, `git:`)."""
    path = uris.to_fs_path(uri)
    return path.replace("\\", "/") if path else None


def uri_of(path: str) -> str:
    """Of an absolute path."""
    uri: str = uris.from_fs_path(path)
    return uri


def below(root: str, path: str) -> str | None:
    """A path relative to a root, both absolute; None where it is outside of it. The root itself is the empty string."""
    if path == root:
        return ""
    prefix = root if root.endswith("/") else f"{root}/"
    return path[len(prefix) :] if path.startswith(prefix) else None


def joined(root: str, path: str) -> str:
    """The absolute path of one below a root."""
    return root if not path else f"{root.rstrip('/')}/{path}"
