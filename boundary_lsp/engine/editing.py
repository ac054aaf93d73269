"""A root in an editor: open buffers stand for what is on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from boundary_lsp.engine.inference import Inference
from boundary_lsp.engine.memory import Outside
from boundary_lsp.engine.news import News
from boundary_lsp.engine.snapshot import Snapshot
from boundary_lsp.engine.workspace import Workspace
from boundary_lsp.model.project import Project
from boundary_lsp.ports import FileSystem
from boundary_lsp.project import CONFIGURATION_NAMES, ConfigurationError, configurations

Texts = Mapping[str, bytes]
"""Open buffers by path."""
LayOver = Callable[[Texts], FileSystem]
"""From now on these buffers are parsed, and read through the file system that comes back."""


class Mistake(NamedTuple):
    message: str
    instead: bytes
    """What the file counts as meanwhile: the last text of which something could be made."""


class Editing:
    """Keeps a workspace up to date with buffers and disk. For one thread at a time; the snapshots are for any, and read
    the buffers as they were."""

    def __init__(
        self,
        workspace: Workspace,
        outside: Outside,
        inference: Inference,
        news: News,
        lay_over: LayOver,
        end_workers: Callable[[], None],
    ) -> None:
        """`outside` looks at the disk alone."""
        self._news = news
        self._workspace = workspace
        self._outside = outside
        self._inference = inference
        self._lay_over = lay_over
        self._end_workers = end_workers
        self._mistakes: dict[str, Mistake] = {}
        self._project: Project | None = None
        self._good: Mapping[str, bytes] = {}
        """The texts of its configurations, by path."""

    @property
    def mistakes(self) -> Mapping[str, str]:
        """By path: why that configuration cannot be used. Until it can, it counts as it was before."""
        of_baseline = {self._news.path: self._news.mistake} if self._news.mistake else {}
        return {path: mistake.message for path, mistake in self._mistakes.items()} | of_baseline

    def update(self, texts: Texts, edited: Iterable[str], touched: Set[str], reconsider: bool = False) -> Snapshot:
        """`edited`: buffers that were opened, changed or closed; `touched`: files written, created or removed on disk;
        `reconsider`: the checker has answered.

        Raises ConfigurationError where there is no configuration from before, and Cancelled where the progress does;
        what was not done then is done next time.
        """
        before = self._outside.files
        self._look_at(texts)
        changed = {path for path in edited if _text(before, path) != _text(self._outside.files, path)}.union(touched)
        for path in changed & self._mistakes.keys():
            del self._mistakes[path]
        self._inference.forget(changed)
        if touched:
            self._inference.expire()
        snapshot = self._updated(texts, changed)
        if reconsider:
            snapshot = self._workspace.reconsider()
        if snapshot.project is not self._project:
            self._project, self._good = snapshot.project, _configurations(snapshot)
        return self._news.of(snapshot)

    def ask(self) -> bool:
        """Ask the checker what it has not been asked. Whether it is time to reconsider. On a thread of its own: this
        may take minutes."""
        return self._inference.ask()

    @property
    def trouble(self) -> str:
        """Why the checker answers less than it is asked; empty where it does not."""
        return self._inference.trouble

    def rest(self) -> Iterator[None]:
        """Store for the next run what is not stored yet, end what is only of use when there is much to do, and prepare
        for the first edit: in pieces, between which there may be updates."""
        self._put_away()
        yield
        yield from self._workspace.prepare()

    def close(self) -> None:
        """End what was started for it, also while the checker is being asked; store what is not stored yet."""
        self._inference.end()
        self._put_away()

    def _put_away(self) -> None:
        self._end_workers()
        self._workspace.remember()

    def _updated(self, texts: Texts, changed: Set[str]) -> Snapshot:
        while True:
            self._look_at({**texts, **{path: mistake.instead for path, mistake in self._mistakes.items()}})
            try:
                return self._workspace.update(changed)
            except ConfigurationError as error:
                if self._project is None or error.path in self._mistakes:
                    raise
                self._mistakes[error.path] = Mistake(error.message, self._good.get(error.path, b""))

    def _look_at(self, texts: Texts) -> None:
        self._outside.files = self._lay_over(texts)


def _configurations(snapshot: Snapshot) -> dict[str, bytes]:
    paths = {*CONFIGURATION_NAMES, *(configuration.path for configuration in configurations(snapshot.project))}
    texts = {path: _text(snapshot.files, path) for path in paths}
    return {path: text for path, text in texts.items() if text is not None}


def _text(files: FileSystem, path: str) -> bytes | None:
    try:
        return files.read(path)
    except OSError:
        return None
