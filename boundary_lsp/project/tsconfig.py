"""`tsconfig.json` and `jsconfig.json`, with everything they extend folded in.

Source: TypeScript's "What is a tsconfig.json": `paths` and `baseUrl` are relative to the file that defines them, a
child's `paths` replaces its parent's, `extends` may be a list (later ones win) and may name a package's file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from boundary_lsp.model.project import Manifest, ProjectProblem, TsConfig
from boundary_lsp.ports import FileSystem

_MAX_DEPTH = 16


class TsConfigReader:
    """Reads the compiler options of one project; each file once. Trouble goes to `problems`."""

    def __init__(self, files: FileSystem, members: Mapping[str, Manifest], problems: list[ProjectProblem]) -> None:
        self._files = files
        self._members = members
        self._problems = problems
        self._options: dict[str, dict[str, Any]] = {}

    def read_all(self, paths: Iterable[str]) -> dict[str, TsConfig]:
        """By directory: its tsconfig.json, else its jsconfig.json."""
        found: dict[str, TsConfig] = {}
        for path in sorted(paths, reverse=True):
            directory, _, name = path.rpartition("/")
            if name in ("tsconfig.json", "jsconfig.json"):
                found[directory] = self._governing(path)
        return found

    def _governing(self, path: str) -> TsConfig:
        """A config without files of its own only points at others (Vite's way): the first with aliases governs."""
        own = self._config(path)
        if not own.paths and own.base_url is None:
            for reference in own.references:
                other = self._config(self._reference_path(reference))
                if other.paths or other.base_url is not None:
                    return other
        return own

    def _reference_path(self, reference: str) -> str:
        return reference if reference.endswith(".json") else posixpath.join(reference, "tsconfig.json")

    def _config(self, path: str) -> TsConfig:
        options = self._folded(path, ())
        return TsConfig(
            path=path,
            base_url=options.get("baseUrl"),
            paths=tuple(options.get("paths", ())),
            root_dir=options.get("rootDir"),
            out_dir=options.get("outDir"),
            verbatim_module_syntax=options.get("verbatimModuleSyntax") is True,
            references=tuple(options.get("references", ())),
        )

    def _folded(self, path: str, above: tuple[str, ...]) -> dict[str, Any]:
        """Options with paths made relative to the root; what is extended lies beneath the file's own."""
        if path in above or len(above) > _MAX_DEPTH:
            self._problems.append(ProjectProblem(above[0], f"extends itself through {' and '.join(above[1:]) or path}"))
            return {}
        if path not in self._options:
            content = self._content(path, above)
            folded: dict[str, Any] = {}
            for base in _as_list(content.get("extends")):
                target = self._extended(path, base)
                if target is not None:
                    inherited = self._folded(target, (*above, path))
                    folded.update({k: v for k, v in inherited.items() if k != "references"})
            folded.update(_own_options(path, content))
            self._options[path] = folded
        return self._options[path]

    def _content(self, path: str, above: tuple[str, ...]) -> dict[str, Any]:
        try:
            content = _json(self._files.read(path))
        except FileNotFoundError:
            self._problems.append(ProjectProblem(above[-1] if above else path, f"extends {path}, which is not there"))
            return {}
        except (ValueError, OSError, RecursionError) as error:
            self._problems.append(ProjectProblem(path, f"cannot be read and was taken as empty ({error})"))
            return {}
        return content if isinstance(content, dict) else {}

    def _extended(self, path: str, base: str) -> str | None:
        """The file that `extends` means; None for a package that is not installed."""
        directory = posixpath.dirname(path)
        if base.startswith("."):
            return self._with_json(posixpath.normpath(posixpath.join(directory, base)))
        name, _, rest = _package_parts(base)
        if name in self._members:
            return self._with_json(posixpath.join(self._members[name].directory, rest or "tsconfig.json"))
        while True:
            candidate = self._with_json(posixpath.join(directory, "node_modules", name, rest or "tsconfig.json"))
            if self._files.is_file(candidate):
                return candidate
            if not directory:
                return None
            directory = posixpath.dirname(directory)

    def _with_json(self, path: str) -> str:
        return path if path.endswith(".json") or self._files.is_file(path) else f"{path}.json"


def _json(source: bytes) -> Any:
    """JSON, with comments and trailing commas where there are some. Raises ValueError."""
    try:
        return msgspec.json.decode(source)
    except msgspec.DecodeError:
        import pyjson5  # 15 ms, so only where plain JSON does not do

        try:
            return pyjson5.decode(source.decode("utf-8-sig", "replace"))
        except pyjson5.Json5Exception as error:
            raise ValueError(str(error)) from error


def _own_options(path: str, content: dict[str, Any]) -> dict[str, Any]:
    directory = posixpath.dirname(path)
    options = content.get("compilerOptions")
    options = options if isinstance(options, dict) else {}
    found = {
        k: _below(directory, v)
        for k, v in options.items()
        if k in ("baseUrl", "rootDir", "outDir") and isinstance(v, str)
    }
    if isinstance(options.get("verbatimModuleSyntax"), bool):
        found["verbatimModuleSyntax"] = options["verbatimModuleSyntax"]
    own: dict[str, Any] = dict(found)
    if isinstance(options.get("paths"), dict):
        base = own.get("baseUrl", directory)
        own["paths"] = [(pattern, _targets(base, targets)) for pattern, targets in options["paths"].items()]
    own["references"] = [
        _below(directory, item["path"])
        for item in _as_items(content.get("references"))
        if isinstance(item, dict) and isinstance(item.get("path"), str)
    ]
    return own


def _targets(base: str, targets: Any) -> tuple[str, ...]:
    return tuple(_below(base, target) for target in _as_items(targets) if isinstance(target, str))


def _below(directory: str, path: str) -> str:
    path = path.replace("${configDir}", ".")
    joined = posixpath.normpath(posixpath.join(directory, path))
    return "" if joined == "." else joined


def _package_parts(specifier: str) -> tuple[str, str, str]:
    """`@scope/name/rest` as (`@scope/name`, `/`, `rest`)."""
    parts = specifier.split("/")
    count = 2 if specifier.startswith("@") else 1
    return "/".join(parts[:count]), "/", "/".join(parts[count:])


def _as_list(value: Any) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _as_items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
