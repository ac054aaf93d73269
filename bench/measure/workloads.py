"""The trees that are measured: copies of a checkout, or synthetic ones."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.measure.edits import SKIPPED_FOLDERS, source_files
from bench.synthetic import generate

SETTINGS = (
    "user.name=bench",
    "user.email=bench@localhost",
    "gc.auto=0",
    "commit.gpgsign=false",
    "core.fsmonitor=false",
)


@dataclass(frozen=True)
class Workload:
    """A tree to measure: where its pristine copy is, and its size."""

    name: str
    tree: Path
    modules: int
    size: int

    def copy_for(self, tool: str) -> Path:
        """A copy of the tree for one tool alone, so that no tool's cache is another's input."""
        target = self.tree.parent / f"{self.tree.name}-{tool}"
        shutil.copytree(self.tree, target, symlinks=True)
        return target


def workloads(checkout: Path | None, asked: Iterable[int], seed: int) -> Iterator[Workload]:
    """The checkout's, if there is one, then synthetic trees of so many modules: each in turn, in a folder that is
    removed afterwards."""
    for size in (None, *asked) if checkout else asked:
        with tempfile.TemporaryDirectory(prefix="boundary-bench-") as folder:
            workspace = Path(folder).resolve()
            if size is not None:
                yield from_generator(size, seed, workspace)
            elif checkout is not None:
                yield from_checkout(checkout.resolve(), workspace)


def sizes(text: str) -> tuple[int, ...]:
    """Numbers of modules between commas."""
    return tuple(int(part) for part in text.split(","))


def from_checkout(source: Path, workspace: Path) -> Workload:
    """A copy of a real checkout, packages and build output left behind."""
    target = workspace / source.name
    ignored = shutil.ignore_patterns(*SKIPPED_FOLDERS - {"dist", "build"}, ".fallow")
    shutil.copytree(source, target, symlinks=True, ignore=ignored)
    return prepared(source.name, target)


def from_generator(modules: int, seed: int, workspace: Path) -> Workload:
    """A synthetic tree."""
    name = f"synthetic-{modules}"
    generate(workspace / name, modules, seed)
    return prepared(name, workspace / name)


def prepared(name: str, tree: Path) -> Workload:
    """The tree as an installed checkout of its own: workspace packages linked, committed to git."""
    link_workspace_packages(tree)
    commit_everything(tree)
    sizes = [path.stat().st_size for path in source_files(tree)]
    return Workload(name, tree, len(sizes), sum(sizes))


def link_workspace_packages(tree: Path) -> None:
    """What an install would link: without it a tsconfig that extends a workspace package's cannot be read."""
    for pattern in workspace_patterns(tree):
        for manifest in sorted(tree.glob(f"{pattern}/package.json")):
            name = json.loads(manifest.read_text(encoding="utf-8")).get("name")
            if isinstance(name, str) and re.fullmatch(r"(@[\w.-]+/)?[\w.-]+", name):
                make_link(tree / "node_modules" / name, manifest.parent)


def make_link(link: Path, target: Path) -> None:
    """A relative link, so that a copy of the tree stays whole; an existing one is kept."""
    link.parent.mkdir(parents=True, exist_ok=True)
    if not link.is_symlink():
        link.symlink_to(os.path.relpath(target, link.parent))


def workspace_patterns(tree: Path) -> Iterator[str]:
    """Folder patterns of the workspace's packages, from pnpm's file or the package manifest; exclusions apart."""
    pnpm, manifest = tree / "pnpm-workspace.yaml", tree / "package.json"
    declared: object = []
    if pnpm.exists():
        declared = (yaml.safe_load(pnpm.read_text(encoding="utf-8")) or {}).get("packages")
    elif manifest.exists():
        declared = json.loads(manifest.read_text(encoding="utf-8")).get("workspaces")
    patterns = declared.get("packages") if isinstance(declared, dict) else declared
    if isinstance(patterns, list):
        yield from (str(pattern).rstrip("/") for pattern in patterns if not str(pattern).startswith("!"))


def commit_everything(tree: Path) -> None:
    """A repository with one commit, as a checkout has."""
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "--no-verify", "-m", "measured")):
        subprocess.run(["git", *settings, *arguments], cwd=tree, check=True, stdin=subprocess.DEVNULL)
