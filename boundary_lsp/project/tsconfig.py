"""`tsconfig.json` and `jsconfig.json`, with everything they extend folded in.

Source: TypeScript's "What is a tsconfig.json": options are relative to the file that defines them, `${configDir}` is
the folder of the file that is asked about, `paths` are relative to `baseUrl` whoever set it, a child's `paths` replaces
its parent's, `extends` may be a list (later ones win) and may name a package's file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Any

import msgspec

from boundary_lsp.model.project import ProjectProblem, TsConfig
from boundary_lsp.ports import FileSystem
from boundary_lsp.project.extending import ExtendedFiles
from boundary_lsp.project.members import Members
from boundary_lsp.project.options import Option, below, items, path_of, paths_of, texts
from boundary_lsp.project.problems import unread

_MAX_DEPTH = 16
_KEPT = ("baseUrl", "rootDir", "outDir", "paths", "verbatimModuleSyntax")


_Options = dict[str, Option]


class TsConfigReader:
    """Reads the compiler options of one project; each file once. Trouble goes to `problems`."""

    def __init__(self, files: FileSystem, members: Members, problems: list[ProjectProblem]) -> None:
        self._files = files
        self._problems = problems
        self._extended = ExtendedFiles(files, members)
        self._contents: dict[str, dict[str, Any]] = {}

    def read_all(self, paths: Iterable[str]) -> dict[str, TsConfig]:
        """By directory: its tsconfig.json, else its jsconfig.json."""
        found: dict[str, TsConfig] = {}
        for path in sorted(paths):  # j comes before t
            directory, _, name = path.rpartition("/")
            if name in ("tsconfig.json", "jsconfig.json"):
                found[directory] = self._governing(path)
        return found

    def _governing(self, path: str) -> TsConfig:
        """A config without aliases may only point at others beside it (Vite's way): the first that has some governs."""
        own = self._config(path)
        if not own.paths and own.base_url is None:
            for reference in own.references:
                target = reference if reference.endswith(".json") else posixpath.join(reference, "tsconfig.json")
                if not self._files.is_file(target):
                    self._report(path, f"refers to {target}, which is not there")
                    continue
                other = self._config(target)
                beside = posixpath.dirname(target) == posixpath.dirname(path)
                if beside and (other.paths or other.base_url is not None):
                    return other
        return own

    def _config(self, path: str) -> TsConfig:
        directory = posixpath.dirname(path)
        options = self._folded(path, ())
        base_url = path_of(options.get("baseUrl"), directory)
        return TsConfig(
            path=path,
            base_url=base_url,
            paths=paths_of(options.get("paths"), base_url, directory),
            root_dir=path_of(options.get("rootDir"), directory),
            out_dir=path_of(options.get("outDir"), directory),
            verbatim_module_syntax="verbatimModuleSyntax" in options and options["verbatimModuleSyntax"].value is True,
            references=tuple(
                below(directory, item["path"])
                for item in items(self._content(path).get("references"))
                if isinstance(item, dict) and isinstance(item.get("path"), str)
            ),
        )

    def _folded(self, path: str, above: tuple[str, ...]) -> _Options:
        """What is extended lies beneath the file's own."""
        if path in above or len(above) > _MAX_DEPTH:
            through = " and ".join(name for name in above if name != path)
            self._report(path, "extends itself" + (f" through {through}" if through else ""))
            return {}
        content = self._content(path)
        folded: _Options = {}
        for base in texts(content.get("extends")):
            target = self._extended.find(path, base)
            if target is None:
                self._report(path, f"extends {base}, which is not there")
            else:
                folded.update(self._folded(target, (*above, path)))
        own = content.get("compilerOptions")
        if isinstance(own, dict):
            folded.update({key: Option(own[key], posixpath.dirname(path)) for key in _KEPT if key in own})
        return folded

    def _content(self, path: str) -> dict[str, Any]:
        if path not in self._contents:
            try:
                content = _decoded(self._files.read(path).decode("utf-8-sig", "replace"))
            except OSError as error:
                self._report(path, unread(path, error).message)
                content = {}
            except (ValueError, RecursionError) as error:
                self._report(path, f"cannot be read and was taken as empty ({error})")
                content = {}
            self._contents[path] = content if isinstance(content, dict) else {}
        return self._contents[path]

    def _report(self, path: str, message: str) -> None:
        problem = ProjectProblem(path, message)
        if problem not in self._problems:
            self._problems.append(problem)


def _decoded(text: str) -> Any:
    """Most files are plain JSON, and that is read ten times faster. An empty one is an empty object."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        if not text.strip():
            return {}
    import pyjson5

    try:
        return pyjson5.decode(text)
    except pyjson5.Json5Exception as error:
        raise ValueError(str(error.args[0]).replace("b'", "'")) from error
