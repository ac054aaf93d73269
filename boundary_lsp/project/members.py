"""Packages of the project by their names, and the patterns that count them in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from boundary_lsp.model.project import Manifest

_WILD = re.compile(r"(/\*\*$|\*\*/?|\*|\?|\{[^{}]*\})")
_TRANSLATED = {"/**": "(?:/.*)?", "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


class Members(Mapping[str, Manifest]):
    """By name. Several workspaces in one root may have namesakes: see `named`."""

    def __init__(self, namesakes: Mapping[str, Sequence[Manifest]]) -> None:
        self._namesakes = namesakes

    def __getitem__(self, name: str) -> Manifest:
        return self._namesakes[name][0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._namesakes)

    def __len__(self) -> int:
        return len(self._namesakes)

    def named(self, name: str, directory: str) -> Manifest | None:
        """Of namesakes the one that shares the most folders with the importing `directory`."""
        found = self._namesakes.get(name, ())
        if len(found) < 2:
            return found[0] if found else None
        return max(found, key=lambda member: _shared(member.directory, directory))


def _shared(one: str, other: str) -> int:
    """How many folders from the root on are the same."""
    pairs = zip(one.split("/"), other.split("/"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def member_matcher(root: str, patterns: Sequence[str]) -> Callable[[str], bool]:
    """Whether a folder is a member of the workspace at `root` with these patterns."""
    prefix = f"{root}/" if root else ""
    wanted = [_glob(prefix + p.removeprefix("./").rstrip("/")) for p in patterns if not p.startswith("!")]
    unwanted = [_glob(prefix + p[1:].removeprefix("./").rstrip("/")) for p in patterns if p.startswith("!")]

    def matches(directory: str) -> bool:
        return any(w.fullmatch(directory) for w in wanted) and not any(u.fullmatch(directory) for u in unwanted)

    return matches


def _glob(pattern: str) -> re.Pattern[str]:
    """A workspace pattern: `*` within a name, `**` across folders, `{apps,packages}`."""
    return re.compile(_expression(pattern))


def _expression(pattern: str) -> str:
    return "".join(_part(part) for part in _WILD.split(pattern))


def _part(part: str) -> str:
    if part.startswith("{") and part.endswith("}"):
        return f"(?:{'|'.join(_expression(choice) for choice in part[1:-1].split(','))})"
    return _TRANSLATED.get(part, re.escape(part))
