"""Packages in node_modules: leaves, of which only the directive of the file that is loaded counts."""

from __future__ import annotations

from typing import Any

import msgspec

from boundary_lsp.model.project import Environment
from boundary_lsp.model.resolution import Leaf, LeafKind
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.exports import CONDITIONS, targets
from boundary_lsp.resolve.paths import join
from boundary_lsp.resolve.prologue import handed_on, head_directive

_HEAD = 4096
_MAX_DEPTH = 4
_EXTENSIONS = ("", ".js", ".mjs", ".cjs", ".json", "/index.js", "/index.mjs", "/index.cjs")


class InstalledPackages:
    def __init__(self, files: FileSystem) -> None:
        self._files = files
        self._homes: dict[tuple[str, str], str | None] = {}
        self._manifests: dict[str, dict[str, Any]] = {}
        self._leaves: dict[tuple[str, str, Environment], Leaf] = {}

    def leaf(self, importer: str, specifier: str, environment: Environment) -> Leaf | None:
        """The package as the importing folder sees it; None where it is not installed."""
        name, subpath = split_package(specifier)
        home = self._home(importer, name)
        if home is None:
            return None
        key = (home, subpath, environment)
        if key not in self._leaves:
            path = self._file(home, subpath, environment)
            if path and environment is Environment.CLIENT:
                path = self._for_browsers(home, path)
            directive = self._directive(path, 0) if path else None
            self._leaves[key] = Leaf(LeafKind.PACKAGE, specifier, name, directive, installed=True)
        return self._leaves[key]

    def has_any(self, directory: str) -> bool:
        """Packages were installed for that folder or one above."""
        return self._home(directory, "") is not None

    def has(self, directory: str, name: str) -> bool:
        """That package was."""
        return self._home(directory, name) is not None

    def _home(self, directory: str, name: str) -> str | None:
        key = (directory, name)
        if key not in self._homes:
            candidate = f"{directory}/node_modules/{name}" if directory else f"node_modules/{name}"
            found: str | None = candidate if self._files.is_directory(candidate.rstrip("/")) else None
            if found is None and directory:
                found = self._home(directory.rpartition("/")[0], name)
            self._homes[key] = found
        return self._homes[key]

    def _file(self, home: str, subpath: str, environment: Environment) -> str | None:
        manifest = self._manifest(home)
        if manifest.get("exports") is not None:
            candidates = targets(manifest["exports"], subpath, CONDITIONS[environment])
        elif subpath == ".":
            fields = ("browser", "module", "main") if environment is Environment.CLIENT else ("module", "main")
            candidates = [manifest[f] for f in fields if isinstance(manifest.get(f), str)] + ["./index.js"]
        else:
            candidates = [subpath]
        paths = (join(home, candidate) for candidate in candidates)
        return next((found for path in paths if path and (found := self._loaded(path, environment))), None)

    def _for_browsers(self, home: str, path: str) -> str | None:
        """What the table `browser` of the manifest has for the file; None for an empty module."""
        table = self._manifest(home).get("browser")
        if not isinstance(table, dict):
            return path
        stem = next((path[: -len(e)] for e in _EXTENSIONS[1:4] if path.endswith(e)), path)
        own = (path, stem, stem.removesuffix("/index"))
        key = next((key for key in table if key.startswith("./") and join(home, key) in own), None)
        if key is None:
            return path
        target = join(home, table[key]) if isinstance(table[key], str) else None
        return self._loaded(target, Environment.CLIENT) if target else None

    def _loaded(self, path: str, environment: Environment) -> str | None:
        """The file that a path without certainty loads; a folder may have a manifest of its own."""
        for extension in _EXTENSIONS[:5]:
            if self._files.is_file(path + extension):
                return path + extension
        fields = ("browser", "module", "main") if environment is Environment.CLIENT else ("module", "main")
        manifest = self._manifest(path)
        for target in [manifest[f] for f in fields if isinstance(manifest.get(f), str)]:
            below = join(path, target)
            if below and below != path and self._files.is_file(below):
                return below
        return next((path + e for e in _EXTENSIONS[5:] if self._files.is_file(path + e)), None)

    def _directive(self, path: str, depth: int) -> str | None:
        """That of the file; of the one that it does nothing but hand on, as `next/link.js` does."""
        head = self._head(path)
        directive = head_directive(head)
        target = handed_on(head) if directive is None and depth < _MAX_DEPTH else None
        if target is None:
            return directive
        below = join(path.rpartition("/")[0], target)
        loaded = self._loaded(below, Environment.SERVER) if below else None
        return self._directive(loaded, depth + 1) if loaded else None

    def _manifest(self, home: str) -> dict[str, Any]:
        if home not in self._manifests:
            try:
                content = msgspec.json.decode(self._files.read(f"{home}/package.json"))
            except (OSError, msgspec.DecodeError, RecursionError):
                content = {}
            self._manifests[home] = content if isinstance(content, dict) else {}
        return self._manifests[home]

    def _head(self, path: str) -> bytes:
        try:
            return self._files.read_head(path, _HEAD)
        except OSError:
            return b""


def split_package(specifier: str) -> tuple[str, str]:
    """`@scope/name/button` as (`@scope/name`, `./button`); `name` as (`name`, `.`)."""
    parts = specifier.split("/")
    count = 2 if specifier.startswith("@") else 1
    rest = "/".join(parts[count:])
    return "/".join(parts[:count]), f"./{rest}" if rest else "."
