"""The one place that picks adapters: what the engine is given to work with, for each face."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import IO

from boundary_lsp.engine.editing import Editing, Texts
from boundary_lsp.engine.inference import Inference
from boundary_lsp.engine.memory import Outside
from boundary_lsp.engine.news import News
from boundary_lsp.engine.options import Options
from boundary_lsp.engine.workspace import Stores, Workspace
from boundary_lsp.model.fixes import FixRequest
from boundary_lsp.model.program import Program
from boundary_lsp.ports import FileSystem, Progress, VersionControl

_DEFAULTS = Options()


class SeveralRoots(Exception):
    """The paths share no workspace and no repository."""

    def __init__(self, roots: Sequence[str]) -> None:
        super().__init__(", ".join(roots))
        self.roots = roots
        """Absolute, each once."""


def root_of(paths: Sequence[str], current: str = "") -> str:
    """The workspace that these absolute paths belong to: absolute, `/`-separated. Folders without any mark belong
    together where `current` holds them. Raises SeveralRoots."""
    from boundary_lsp.adapters.disk import DiskFileSystem
    from boundary_lsp.project import find_root, separate_roots

    drives = sorted({os.path.splitdrive(path)[0] for path in paths})
    drive = drives[0]
    if len(drives) > 1:
        raise SeveralRoots(drives)
    files = DiskFileSystem(f"{drive}/")
    below = [_in_drive(path, drive) for path in paths]
    root = find_root(files, below)
    if len(paths) > 1 and (several := separate_roots(files, below, root, _in_drive(current, drive))):
        raise SeveralRoots([f"{drive}/{folder}" for folder in several])
    return f"{drive}/{root}"


def _in_drive(path: str, drive: str) -> str:
    return path.replace(os.sep, "/")[len(drive) :].strip("/")


@contextmanager
def open_workspace(
    root: str,
    *,
    options: Options = _DEFAULTS,
    jobs: int | None = None,
    cache: bool = True,
    progress: Progress | None = None,
    warn: Callable[[str], None] = lambda _: None,
) -> Iterator[Workspace]:
    """A folder on disk: parsed by worker processes, facts kept between runs. Nothing outlives the `with`."""
    from boundary_lsp.adapters.checkers import DiskCheckers
    from boundary_lsp.adapters.disk import DiskFileSystem
    from boundary_lsp.adapters.parsing import digest_of
    from boundary_lsp.adapters.pool import WorkerPool
    from boundary_lsp.adapters.progress import NoProgress

    pool = WorkerPool(root, jobs)
    outside = Outside(DiskFileSystem(root), pool, progress or NoProgress(), digest_of)
    try:
        checkers = DiskCheckers(outside.files, digest_of) if options.types == "auto" else None
        yield Workspace(outside, _stores(root, cache, warn), options, checkers, _is_possible)
    finally:
        outside.progress.finish()
        pool.close()


@contextmanager
def open_revision(
    root: str,
    revision: str,
    *,
    options: Options = _DEFAULTS,
    jobs: int | None = None,
    cache: bool = True,
    progress: Progress | None = None,
) -> Iterator[tuple[str, Workspace]]:
    """The folder as it was when what is in it last had something in common with a revision, and that commit. Facts of
    files that are the same are taken from the last run on the folder. Raises NotInHistory."""
    from boundary_lsp.adapters.parsing import digest_of
    from boundary_lsp.adapters.pool import WorkerPool
    from boundary_lsp.adapters.progress import NoProgress
    from boundary_lsp.adapters.revision_pool import RevisionPool
    from boundary_lsp.adapters.store import ReadOnly

    history = history_of(root)
    commit = history.common(revision)
    with history.files(commit) as files:
        pool = RevisionPool(files, WorkerPool(root, jobs))
        outside = Outside(files, pool, progress or NoProgress(), digest_of)
        stores = _no_stores()
        if cache:
            stores = replace(stores, facts=ReadOnly(_stores(root, True, lambda _: None).facts))
        try:
            yield commit, Workspace(outside, stores, options)
        finally:
            outside.progress.finish()
            pool.close()


def _is_possible(program: Program, files: FileSystem, request: FixRequest) -> bool:
    from boundary_lsp.fixes.plan import plan

    return plan(program, files, request) is not None


def open_editing(root: str, baseline: str, progress: Progress, warn: Callable[[str], None]) -> Editing:
    """The same for an editor; whoever opens it closes it. `baseline`: a file below the root, or empty.

    All fixes that rules ask for are offered: whether one is possible is found out at the place where it is wanted.
    """
    from boundary_lsp.adapters.checkers import DiskCheckers
    from boundary_lsp.adapters.disk import DiskFileSystem
    from boundary_lsp.adapters.overlay import OverlayFileSystem
    from boundary_lsp.adapters.parsing import digest_of
    from boundary_lsp.adapters.pool import LARGE_BUFFER, WorkerPool
    from boundary_lsp.adapters.store import NoBlobStore

    disk, pool = DiskFileSystem(root), WorkerPool(root, large_file=LARGE_BUFFER)
    outside = Outside(disk, pool, progress, digest_of)

    checkers = DiskCheckers(disk, digest_of)

    def lay_over(texts: Texts) -> FileSystem:
        pool.texts = checkers.texts = texts
        return OverlayFileSystem(disk, texts)

    inference = Inference(checkers)
    options = Options(types="auto")
    stores = replace(_stores(root, True, warn), wire=NoBlobStore(), findings=NoBlobStore())
    workspace = Workspace(outside, stores, options, inference)
    return Editing(workspace, outside, inference, News(baseline), lay_over, pool.close)


def history_of(root: str) -> VersionControl:
    """The repository that a root is in, if any: that is found out when it is first asked."""
    from boundary_lsp.adapters.git import GitVersionControl

    return GitVersionControl(root)


class CannotWrite(Exception):
    """Which file, and why, in one line."""


def write_texts(root: str, texts: Mapping[str, tuple[bytes | None, bytes]]) -> None:
    """Files below a root that have to be as the first text says (None: not there) get the second. Raises
    CannotWrite."""
    from boundary_lsp.adapters import writer

    try:
        writer.write_texts(root, texts)
    except writer.CannotWrite as error:
        raise CannotWrite(str(error)) from None


class CannotInstall(Exception):
    """Why not, in one sentence."""


def install_checker() -> str:
    """The line that says what was installed, and where. Raises CannotInstall."""
    from boundary_lsp.adapters.typescript import install

    try:
        return f"{install.NAME} is installed: {install.install_checker()}"
    except install.CannotInstall as error:
        raise CannotInstall(str(error)) from None


def checker_statuses(root: str) -> list[tuple[str, str]]:
    """For each checker that a root's languages need: (which one is used, why none can be), one of them empty. Raises
    ConfigurationError."""
    from boundary_lsp.adapters.checkers import status_of
    from boundary_lsp.adapters.disk import DiskFileSystem
    from boundary_lsp.project import load_project
    from boundary_lsp.syntax.languages import LANGUAGES, language_of

    project = load_project(DiskFileSystem(root), LANGUAGES)
    wanted = dict.fromkeys(language_of(path).checker for path in project.sources) or (LANGUAGES[0].checker,)
    return [status_of(checker, root, project.configuration.types) for checker in wanted]


def terminal_progress(stream: IO[str]) -> Progress:
    from boundary_lsp.adapters.progress import TerminalProgress

    return TerminalProgress(stream)


def memory_workspace(files: FileSystem, options: Options = _DEFAULTS) -> Workspace:
    """Texts from anywhere, parsed here, forgotten afterwards."""
    from boundary_lsp.adapters.in_process_pool import InProcessPool
    from boundary_lsp.adapters.parsing import digest_of
    from boundary_lsp.adapters.progress import NoProgress

    outside = Outside(files, InProcessPool(files), NoProgress(), digest_of)
    return Workspace(outside, _no_stores(), options)


def _stores(root: str, cache: bool, warn: Callable[[str], None]) -> Stores:
    if not cache:
        return _no_stores()
    from boundary_lsp.adapters.store import DiskBlobStore, DiskFactStore
    from boundary_lsp.adapters.store_key import cache_directory, program_key, tool_key

    directory, key, once = cache_directory(), program_key(), _once(warn)
    kinds = ("results", "wire", "values", "findings")
    blobs = (DiskBlobStore(directory, root, kind, key, once) for kind in kinds)
    return Stores(DiskFactStore(directory, root, tool_key(), once), *blobs)


def _no_stores() -> Stores:
    from boundary_lsp.adapters.store import NoBlobStore, NoStore

    return Stores(NoStore(), *(NoBlobStore() for _ in range(4)))


def _once(warn: Callable[[str], None]) -> Callable[[str], None]:
    """The stores share a folder: what ails one ails the other, and reading as well as writing."""
    said: list[str] = []

    def first(message: str) -> None:
        if not said:
            said.append(message)
            warn(message)

    return first
