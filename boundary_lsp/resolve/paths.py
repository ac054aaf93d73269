"""From a path without certainty (no extension, a folder, `.js` written for `.ts`) to a file of the project."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.model.project import Manifest, Project

EXTENSIONS = (
    ".ts",
    ".tsx",
    ".mts",
    ".cts",
    ".jsx",
    ".js",
    ".mjs",
    ".cjs",
    ".mdx",
    ".json",
    ".d.ts",
    ".d.mts",
    ".d.cts",
)
WRITTEN_FOR = {
    ".js": (".ts", ".tsx", ".d.ts"),
    ".jsx": (".tsx", ".d.ts"),
    ".mjs": (".mts", ".d.mts"),
    ".cjs": (".cts", ".d.cts"),
}
_INDEX = tuple(f"index{extension}" for extension in EXTENSIONS)


def join(directory: str, relative: str) -> str | None:
    """`directory` and a relative specifier, normalised; None where it leaves the root."""
    parts = directory.split("/") if directory else []
    for part in relative.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {".", ""}:
            parts.append(part)
    return "/".join(parts)


class PathFinder:
    """Looks paths up among the project's files, as bundlers do: the file itself, with an extension, as a folder."""

    def __init__(self, project: Project) -> None:
        self._files = project.files
        self._directories = project.directories
        self._manifests: Mapping[str, Manifest] = project.manifests

    def find(self, path: str) -> str | None:
        """The file that an import of `path` loads, source or asset; None where there is none."""
        return self._file(path) or self.find_directory(path)

    def find_directory(self, path: str) -> str | None:
        """What an import of the folder loads: by its manifest, else its index."""
        if path not in self._directories:
            return None
        manifest = self._manifests.get(path)
        for main in (manifest.module, manifest.main) if manifest is not None else ():
            target = join(path, main) if main else None
            found = (self._file(target) or self._index(target)) if target is not None else None
            if found:
                return found
        return self._index(path)

    def _file(self, path: str) -> str | None:
        files = self._files
        if path in files:
            return path
        dot = path.rfind(".")
        if dot > path.rfind("/"):
            for extension in WRITTEN_FOR.get(path[dot:], ()):
                if path[:dot] + extension in files:
                    return path[:dot] + extension
        for extension in EXTENSIONS:
            if path + extension in files:
                return path + extension
        return None

    def _index(self, directory: str) -> str | None:
        prefix = f"{directory}/" if directory else ""
        return next((prefix + name for name in _INDEX if prefix + name in self._files), None)
