"""Files and folders that are about to move: every specifier that has to follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.ide.moved_files import MovedFiles, moved
from boundary_lsp.model.fixes import Splice, TextChange
from boundary_lsp.model.project import Distribution, Manifest, Project, TsConfig
from boundary_lsp.model.resolution import LeafKind
from boundary_lsp.ports import FileSystem
from boundary_lsp.resolve.paths import join
from boundary_lsp.resolve.respellers import Respeller, respeller_of
from boundary_lsp.resolve.respelling import Move
from boundary_lsp.resolve.spelling import read_specifier
from boundary_lsp.syntax.languages.front_ends import front_end_of


def moved_imports(snapshot: Snapshot, moves: Mapping[str, str]) -> tuple[TextChange, ...]:
    """The changes of the texts, under their old paths. `moves`: old path to new, of files and of folders. Aliases and
    extensions are written as they were. What leads there without a change is left alone, and so is what only another
    configuration or manifest would lead there."""
    files = {path: new for path in snapshot.project.files if (new := moved(path, moves)) != path}
    if not files:
        return ()
    after = _afterwards(snapshot.project, moves)
    respellers = respeller_of(snapshot.project, after, snapshot.files, MovedFiles(snapshot.files, moves))
    return _Moves(snapshot, files, respellers).changes()


class _Moves:
    def __init__(self, snapshot: Snapshot, files: Mapping[str, str], respeller_of: Callable[[str], Respeller]) -> None:
        self._snapshot = snapshot
        self._files = files
        self._respeller_of = respeller_of

    def changes(self) -> tuple[TextChange, ...]:
        found = ((path, self._splices(module)) for module, path in enumerate(self._snapshot.program.modules))
        return tuple(TextChange(path, splices) for path, splices in found if splices)

    def _splices(self, module: int) -> tuple[Splice, ...]:
        """In the order of the text."""
        said = {splice.start: splice for splice in self._said(self._snapshot.program.modules[module])}
        found = said | {splice.start: splice for splice in self._imported(module)}
        return tuple(found[start] for start in sorted(found))

    def _imported(self, module: int) -> Iterator[Splice]:
        program = self._snapshot.program
        path = program.modules[module]
        facts = program.facts[module]
        specifiers = {}
        for number, imported in enumerate(facts.interface.imports):
            target = self._target(module, number)
            if target is not None and (path in self._files or target in self._files):
                new = self._respelled(path, imported.specifier, target)
                if new is not None:
                    specifiers[number] = new
        if specifiers:
            yield from front_end_of(path).respelled(self._snapshot.files.read(path), facts, specifiers)

    def _said(self, path: str) -> Iterator[Splice]:
        """Specifiers that link to nothing, because nothing is loaded by them."""
        directory = path.rpartition("/")[0]
        for said in front_end_of(path).said_specifiers(_text(self._snapshot.files, path)):
            target = self._respeller_of(path).led(directory, said.specifier)
            if isinstance(target, str) and (path in self._files or target in self._files):
                new = self._respelled(path, said.specifier, target)
                if new is not None:
                    yield Splice(said.start, said.end, new.encode())

    def _target(self, module: int, number: int) -> str | None:
        """The file that an import leads to on the server, else on the client: a module, or another file by its path."""
        program = self._snapshot.program
        rows = (program.links.server[module][number], program.links.client[module][number])
        found = next((row for row in rows if row >= 0), rows[0])
        if found >= 0:
            return program.modules[found]
        specifier = read_specifier(program.facts[module].interface.imports[number].specifier).path
        if program.links.leaves[~found].kind is not LeafKind.ASSET or not specifier.startswith("."):
            return None
        file = join(program.modules[module].rpartition("/")[0], specifier)
        return file if file in self._snapshot.project.files else None

    def _respelled(self, path: str, specifier: str, target: str) -> str | None:
        """None where nothing has to be written, or nothing that we could write leads there."""
        directory = path.rpartition("/")[0]
        new_directory = self._files.get(path, path).rpartition("/")[0]
        move = Move(directory, new_directory, target, self._files.get(target, target))
        spelled = self._respeller_of(path).respelled(specifier, move)
        return spelled if spelled != specifier else None


def _text(files: FileSystem, path: str) -> bytes:
    """Empty where there is none any more."""
    try:
        return files.read(path)
    except OSError:
        return b""


def _afterwards(project: Project, moves: Mapping[str, str]) -> Project:
    """The project as it will be. What moves along with a manifest or compiler options is still meant by them."""
    there = frozenset(moved(path, moves) for path in project.files)
    return replace(
        project,
        files=there,
        directories=project.directories | _folders(there),
        sources=tuple(sorted(moved(path, moves) for path in project.sources)),
        manifests={m.directory: m for m in (_moved_manifest(one, moves) for one in project.manifests.values())},
        distributions={
            d.directory: d for d in (_moved_distribution(one, moves) for one in project.distributions.values())
        },
        tsconfigs={moved(d, moves): _moved_options(config, moves) for d, config in project.tsconfigs.items()},
    )


def _moved_manifest(manifest: Manifest, moves: Mapping[str, str]) -> Manifest:
    return replace(manifest, directory=moved(manifest.directory, moves))


def _moved_distribution(distribution: Distribution, moves: Mapping[str, str]) -> Distribution:
    """The folders that it speaks of are its own, so that they move along or not at all."""
    directory = moved(distribution.directory, moves)
    if directory == distribution.directory:
        return distribution
    roots = tuple(moved(root, moves) for root in distribution.roots)
    packages = tuple((name, moved(folder, moves)) for name, folder in distribution.packages)
    return replace(distribution, directory=directory, roots=roots, packages=packages)


def _moved_options(config: TsConfig, moves: Mapping[str, str]) -> TsConfig:
    path = moved(config.path, moves)
    if path == config.path:
        return config
    paths = tuple((pattern, tuple(moved(target, moves) for target in targets)) for pattern, targets in config.paths)
    base = None if config.base_url is None else moved(config.base_url, moves)
    return replace(config, path=path, paths=paths, base_url=base)


def _folders(paths: frozenset[str]) -> set[str]:
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
