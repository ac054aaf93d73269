"""The two edits that are measured, and the module they are made to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE_SUFFIXES = (".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs")
SKIPPED_FOLDERS = frozenset({"node_modules", ".git", ".next", ".turbo", "dist", "build"})
STATEMENT_IN_BODY = re.compile(r"^  (?:const|let) \w+ = .*$", re.MULTILINE)
IMPORTED_STEM = re.compile(r"""(?:from|import\()\s*["'](?:[^"'\n]*/)?([^"'/\n]+)["']""")
BEFORE_DIRECTIVE = r"\A(?:\s|//[^\n]*\n|/\*.*?\*/)*"
CLIENT_DIRECTIVE = re.compile(BEFORE_DIRECTIVE + r"""["']use client["']""", re.DOTALL)
SERVER_DIRECTIVE = re.compile(BEFORE_DIRECTIVE + r"""["']use server["']""", re.DOTALL)


class NothingToEdit(Exception):
    """The tree has no module that the edits could be made to."""


@dataclass(frozen=True)
class EditedModule:
    """The module the edits are made to, and its text before."""

    path: Path
    original: str

    def edit_body(self) -> None:
        """Add a statement to a function's body: no import, export or use changes."""
        text = self.path.read_text(encoding="utf-8")
        self._write(STATEMENT_IN_BODY.sub(lambda found: f"  void 0;\n{found[0]}", text, count=1))

    def edit_exports(self) -> None:
        """Add an export that nothing imports."""
        self._write(self.path.read_text(encoding="utf-8").rstrip() + "\n\nexport const benchAddition = 1;\n")

    def restore(self) -> None:
        """Undo both edits."""
        self._write(self.original)

    def _write(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8", newline="")


def choose_module(tree: Path) -> EditedModule:
    """An imported client component of middling size; equal trees give the same choice."""
    texts = {path: path.read_text(encoding="utf-8", errors="replace") for path in source_files(tree)}
    imported = {stem for text in texts.values() for stem in IMPORTED_STEM.findall(text)}
    known = [path for path, text in texts.items() if editable(path, text, imported)]
    clients = [path for path in known if CLIENT_DIRECTIVE.match(texts[path])]
    candidates = sorted(clients or known, key=lambda path: (len(texts[path]), path.as_posix()))
    if not candidates:
        raise NothingToEdit(f"no imported module with a function body under {tree.name}")
    path = candidates[len(candidates) // 2]
    return EditedModule(path, texts[path])


def editable(path: Path, text: str, imported: set[str]) -> bool:
    """Whether some module imports a file of this name and it has a body to edit."""
    return path.stem != "index" and path.stem in imported and STATEMENT_IN_BODY.search(text) is not None


def source_files(tree: Path) -> Iterator[Path]:
    """The tree's modules, packages and build output apart, in a fixed order."""
    for folder, folders, files in os.walk(tree):
        folders[:] = sorted(set(folders) - SKIPPED_FOLDERS)
        yield from (Path(folder, name) for name in sorted(files) if name.endswith(SOURCE_SUFFIXES))
