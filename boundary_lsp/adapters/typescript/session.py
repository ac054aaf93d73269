"""One checker process with the projects that were asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.adapters.checking.failure import CheckerFailed
from boundary_lsp.adapters.checking.process import CheckerProcess
from boundary_lsp.adapters.checking.rpc import Connection
from boundary_lsp.adapters.typescript.explore import Explorer
from boundary_lsp.adapters.typescript.nodes import Tree
from boundary_lsp.adapters.typescript.pinned import VERSION, speaks_our_language
from boundary_lsp.adapters.typescript.program import Program, update_snapshot
from boundary_lsp.adapters.typescript.projects import Projects
from boundary_lsp.adapters.typescript.signatures import signatures_at
from boundary_lsp.adapters.typescript.translate import Translator
from boundary_lsp.adapters.typescript.version import version_of
from boundary_lsp.model.wire_types import Signature, WireType
from boundary_lsp.ports import FileSystem, TypeQuestion

START_SECONDS = 10.0
Opened = Callable[[], Mapping[str, bytes]]
"""The texts that stand for what is on disk now, by path below the root. What it gave is never changed."""


class Limits(NamedTuple):
    load: float = 180.0
    """Seconds that loading projects may take: 4,200 files take 3 to 5."""
    answer: float = 60.0
    """Seconds for one kind of question about a portion of files."""


class Loaded(NamedTuple):
    """A project of the present snapshot."""

    program: Program
    explorer: Explorer
    translator: Translator


class Session:
    def __init__(
        self, checker: str, files: FileSystem, projects: Projects, limits: Limits, opened: Opened | None = None
    ) -> None:
        """Starts the process. Raises CheckerFailed."""
        self._files = files
        self._projects = projects
        self._limits = limits
        self._opened = opened
        self._texts: Mapping[str, bytes] = opened() if opened else {}
        """As the checker has them."""
        _check_version(checker)
        command = [checker, "--api", "--async", "--cwd", files.root]
        self._process = CheckerProcess([*command, "--callbacks=readFile"] if opened else command)
        self._connection = Connection(self._process, limits.answer, self._reply)
        self._loaded: dict[str, Loaded | None] = {}
        """By config file; None for one that the checker does not take."""
        self._snapshot = 0

    def begin(self) -> None:
        """Raises CheckerFailed, as everything below."""
        self._connection.ask("initialize", [None], min(START_SECONDS, self._limits.load))

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def requests(self) -> int:
        """How many were sent."""
        return self._connection.requests

    def close(self) -> None:
        self._process.close()

    def types(self, questions: Sequence[TypeQuestion]) -> dict[TypeQuestion, WireType]:
        """Raises CheckerFailed."""
        found: dict[TypeQuestion, WireType] = {}
        for loaded, nodes in self._nodes(questions):
            answers = loaded.program.types_at(list(nodes.values()))
            known = {question: type for question, type in zip(nodes, answers, strict=True) if type}
            loaded.explorer.explore(known.values())
            found.update((question, loaded.translator.wire(type.id)) for question, type in known.items())
        return found

    def signatures(self, questions: Sequence[TypeQuestion]) -> dict[TypeQuestion, Signature]:
        """Raises CheckerFailed."""
        found: dict[TypeQuestion, Signature] = {}
        for loaded, nodes in self._nodes(questions):
            answers = signatures_at(loaded.program, loaded.explorer, loaded.translator, list(nodes.values()))
            found.update((question, one) for question, one in zip(nodes, answers, strict=True) if one)
        return found

    def _nodes(self, questions: Iterable[TypeQuestion]) -> list[tuple[Loaded, Mapping[TypeQuestion, str]]]:
        """The handles of the nodes that are asked about, project by project."""
        self._follow()
        of_file: dict[str, list[TypeQuestion]] = {}
        for question in questions:
            of_file.setdefault(question.path, []).append(question)
        of_project: dict[str, dict[TypeQuestion, str]] = {}
        for path, (config, tree) in self._trees(of_file).items():
            nodes = tree.nodes_of([(one.start, one.end) for one in of_file[path]], self._read(path))
            handles = {one: nodes[one.start, one.end] for one in of_file[path] if (one.start, one.end) in nodes}
            of_project.setdefault(config, {}).update(handles)
        return [(loaded, nodes) for config, nodes in of_project.items() if (loaded := self._loaded.get(config))]

    def _trees(self, paths: Iterable[str]) -> dict[str, tuple[str, Tree]]:
        """For each file the config of the first project that has it, and its tree."""
        left = {path: list(self._projects.candidates(path)) for path in paths}
        found: dict[str, tuple[str, Tree]] = {}
        while left := {path: configs for path, configs in left.items() if configs and path not in found}:
            asked: dict[str, list[str]] = {}
            for path, configs in left.items():
                asked.setdefault(configs.pop(0), []).append(path)
            self._load(asked)
            for config, members in asked.items():
                if loaded := self._loaded.get(config):
                    sources = loaded.program.sources(self._absolute(path) for path in members)
                    trees = ((path, Tree(source.data)) for path, source in zip(members, sources, strict=True) if source)
                    found.update((path, (config, tree)) for path, tree in trees)
        return found

    def _load(self, configs: Iterable[str]) -> None:
        """Ids of an older snapshot mean nothing in a newer one, so what was explored is forgotten."""
        missing = [config for config in configs if config not in self._loaded]
        if missing:
            self._update(missing, ())

    def _follow(self) -> None:
        """What is typed, since the checker was last asked."""
        before, self._texts = self._texts, self._opened() if self._opened else {}
        if before is not self._texts and self._snapshot:
            paths = before.keys() | self._texts.keys()
            changed = [path for path in paths if before.get(path) != self._texts.get(path)]
            if changed:
                self._update((), changed)

    def _update(self, missing: Sequence[str], changed: Sequence[str]) -> None:
        configs, files = map(self._absolute, missing), map(self._absolute, changed)
        answer = update_snapshot(self._connection, [*configs], [*files], self._limits.load)
        if self._snapshot:
            self._connection.ask("release", [{"snapshot": self._snapshot}])
        self._snapshot = answer.snapshot
        ids = {project.config_file_name: project.id for project in answer.projects}
        for config in (*self._loaded, *missing):
            id = ids.get(self._absolute(config))
            self._loaded[config] = _loaded(Program(self._connection, answer.snapshot, id)) if id else None

    def _absolute(self, path: str) -> str:
        return f"{self._files.root.rstrip('/')}/{path}"

    def _reply(self, method: str, parameters: object) -> object:
        """It asks for every text that it reads; None for what it is to read from disk."""
        text = self._text(parameters) if method == "readFile" and isinstance(parameters, str) else None
        return None if text is None else {"content": text}

    def _text(self, absolute: str) -> str | None:
        """Of an open document, as the checker wants it."""
        root = f"{self._files.root.rstrip('/')}/"
        text = self._texts.get(absolute.removeprefix(root)) if absolute.startswith(root) else None
        return None if text is None else text.decode("utf-8", "replace").removeprefix("\ufeff")

    def _read(self, path: str) -> bytes:
        try:
            return self._texts[path] if path in self._texts else self._files.read(path)
        except OSError:
            return b""


def _loaded(program: Program) -> Loaded:
    explorer = Explorer(program)
    return Loaded(program, explorer, Translator(explorer.shapes))


def _check_version(checker: str) -> None:
    version = version_of(checker)
    if not version:
        raise CheckerFailed("does not run, or is no TypeScript", hopeless=True)
    if not speaks_our_language(version):
        raise CheckerFailed(f"is of another version: TypeScript {version}, not {VERSION}", hopeless=True)
