"""The programs that are measured: how each is started, and what its cache is."""

from __future__ import annotations

import json
import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from bench.measure.process import Command

BINARIES = Path(__file__).parent.parent / "node_modules" / ".bin"
UNLOADABLE_WITHOUT_PACKAGES = ("playwright", "vitest")


@dataclass(frozen=True)
class Tool(ABC):
    """A program at work on its own copy of a tree; `scratch` holds what it writes elsewhere."""

    tree: Path
    scratch: Path
    name: ClassVar[str]

    @property
    def output(self) -> Path:
        """Where a run's report is."""
        return self.scratch / f"{self.name}.out"

    @abstractmethod
    def command(self) -> Command:
        """The command of one run, which uses the cache and leaves one."""

    def cold_command(self) -> Command:
        """The command of the run after the cache was removed."""
        return self.command()

    @abstractmethod
    def forget(self) -> None:
        """Remove the program's cache."""

    def fills_cache_when_cold(self) -> bool:
        """Whether a cold run leaves the cache that the next run uses."""
        return True

    def environment(self) -> dict[str, str]:
        """Ours, without colour."""
        return {**os.environ, "NO_COLOR": "1"}


@dataclass(frozen=True)
class Boundary(Tool):
    """Our own `check`; `program` is the command's words, `options` are added to `check`."""

    program: Sequence[str] = ("boundary",)
    options: Sequence[str] = ()
    name: ClassVar[str] = "boundary"

    def command(self) -> Command:
        return self.check(self.output)

    def uncached(self) -> Command:
        """A run that neither reads nor writes the cache; its report is at `uncached_output`."""
        return self.check(self.uncached_output, "--no-cache")

    @property
    def uncached_output(self) -> Path:
        """Where the report of an uncached run is."""
        return self.scratch / "boundary-uncached.out"

    def check(self, report: Path, *more: str) -> Command:
        """A run of `check` that writes its report to `report`."""
        report.unlink(missing_ok=True)
        fixed = ("check", "--format", "json", "--fail-on", "never", "--output", str(report))
        argv = [*self.program, *fixed, *self.options, *more]
        return Command(argv, self.tree, self.scratch / "boundary.stdout", self.environment())

    def serve(self) -> Command:
        """The language server on its standard streams."""
        return Command([*self.program, "serve"], self.tree, self.scratch / "serve.stdout", self.environment())

    def environment(self) -> dict[str, str]:
        return {**super().environment(), "XDG_CACHE_HOME": str(self.cache)}

    @property
    def cache(self) -> Path:
        """A user's cache folder that only this run uses."""
        return self.scratch / "boundary-cache"

    def forget(self) -> None:
        shutil.rmtree(self.cache, ignore_errors=True)


@dataclass(frozen=True)
class Fallow(Tool):
    """`fallow dead-code`; it keeps parsed files and the graph under `.fallow` in the tree."""

    name: ClassVar[str] = "fallow"

    def command(self) -> Command:
        argv = [str(BINARIES / "fallow"), "dead-code", "--format", "json"]
        return Command(argv, self.tree, self.output, self.environment(), frozenset({0, 1}))

    def forget(self) -> None:
        shutil.rmtree(self.tree / ".fallow", ignore_errors=True)


@dataclass(frozen=True)
class Knip(Tool):
    """`knip --include exports,files`; as it is by default it keeps no cache, so only warm runs have `--cache`."""

    name: ClassVar[str] = "knip"

    def command(self) -> Command:
        return self.analysis("--cache")

    def cold_command(self) -> Command:
        return self.analysis()

    def analysis(self, *more: str) -> Command:
        """A run with more options than the usual ones."""
        argv = [str(BINARIES / "knip"), "--include", "exports,files", "--no-progress", "--reporter", "json"]
        argv += [*self.configuration(), *more]
        return Command(argv, self.tree, self.output, self.environment(), frozenset({0, 1}))

    def configuration(self) -> list[str]:
        """Keeps knip from loading configurations that import packages, unless the tree has its own configuration."""
        if any(self.tree.glob("knip.*")) or any(self.tree.glob(".knip.*")):
            return []
        path = self.scratch / "knip.json"
        path.write_text(json.dumps({plugin: {"config": []} for plugin in self.unloadable_plugins()}))
        return ["--config", str(path)]

    def unloadable_plugins(self) -> list[str]:
        """The plugins whose configuration exists here and would be run, which fails without its packages."""
        return [name for name in UNLOADABLE_WITHOUT_PACKAGES if any(self.tree.glob(f"**/{name}.config.*"))]

    def forget(self) -> None:
        shutil.rmtree(self.tree / "node_modules" / ".cache", ignore_errors=True)

    def fills_cache_when_cold(self) -> bool:
        return False
