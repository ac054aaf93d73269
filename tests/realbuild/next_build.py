"""What a real `next build` publishes, read from the manifests it writes.

    python tests/realbuild/next_build.py corpus/next-shop                       # print, both bundlers
    python tests/realbuild/next_build.py corpus/next-shop --record tests/realbuild/recorded

The application is copied to a temporary folder, installed there once from its lock file, and built
once per bundler. Needs Node, npm and a registry; the build itself needs no network.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

Bundler = Literal["turbopack", "webpack"]
BUNDLERS: tuple[Bundler, ...] = get_args(Bundler)

COMMAND_SECONDS = 300
LEFT_OUT_OF_THE_COPY = ("node_modules", ".next", "next-env.d.ts", "*.tsbuildinfo")

_MANIFEST_START = re.compile(r'__RSC_MANIFEST\["(?P<entry>(?:[^"\\]|\\.)*)"\]\s*=\s*(?=\{)')
_TURBOPACK_PROJECT = "[project]/"
_TURBOPACK_SUFFIX = re.compile(r"(?: (?:<[^>]*>|\[[^\]]*\]|\([^)]*\)))+$")
_INLINE_ACTION = re.compile(r"^\$\$RSC_SERVER_ACTION_(\d+)$")
_CACHE_BIT = 0x80
"""The highest bit of an id's first byte: set for `'use cache'` functions."""


class BuildFailed(Exception):
    """A command of the build did not end well; says which, and how its output ended."""


@dataclass(frozen=True)
class BuildTruth:
    """What one build published. Paths are relative to the application, `/`-separated."""

    bundler: Bundler
    next_version: str
    loaded_by: Mapping[str, frozenset[str]]
    """For each listed `'use client'` module of the project: the entries that have chunks of it, as `/checkout/page`.

    Exact with Turbopack. webpack repeats every module in the manifest of every entry, without chunks
    where the entry does not load it; but a module that shares a chunk with the layout looks loaded by all.
    """
    client_packages: frozenset[str]
    """Packages with a listed client module; `next` itself is always one of them."""
    workers: Mapping[str, frozenset[str]]
    """For each registered server function, `path#name`: the entries (`app/checkout/page`) that hold it.

    An entry that is a route handler (`…/route`) holds functions, but hands no request to them.
    An inline action's name is `$$RSC_SERVER_ACTION_n`: the n-th function of its file to be hoisted,
    where `'use cache'` functions count too.
    """
    cache_functions: frozenset[str]
    """The `'use cache'` functions, `path#$$RSC_SERVER_CACHE_n`, which share the manifest."""

    @property
    def client_modules(self) -> frozenset[str]:
        return frozenset(self.loaded_by)

    @property
    def registered(self) -> frozenset[str]:
        return frozenset(self.workers)

    @property
    def registered_exports(self) -> frozenset[str]:
        return frozenset(name for name in self.workers if _inline_ordinal(name) is None)

    @property
    def registered_inline(self) -> dict[str, tuple[int, ...]]:
        """The ordinals of the registered inline actions of each file."""
        ordinals: dict[str, list[int]] = defaultdict(list)
        for name in self.workers:
            if (ordinal := _inline_ordinal(name)) is not None:
                ordinals[name.partition("#")[0]].append(ordinal)
        return {path: tuple(sorted(found)) for path, found in sorted(ordinals.items())}

    def to_json(self) -> dict[str, Any]:
        return {
            "bundler": self.bundler,
            "next_version": self.next_version,
            "client_modules": _sorted_lists(self.loaded_by),
            "client_packages": sorted(self.client_packages),
            "registered": _sorted_lists(self.workers),
            "cache_functions": sorted(self.cache_functions),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> BuildTruth:
        return cls(
            bundler=data["bundler"],
            next_version=data["next_version"],
            loaded_by={path: frozenset(entries) for path, entries in data["client_modules"].items()},
            client_packages=frozenset(data["client_packages"]),
            workers={name: frozenset(entries) for name, entries in data["registered"].items()},
            cache_functions=frozenset(data["cache_functions"]),
        )


def install(app: Path, into: Path) -> Path:
    """Copy the application to `into` and install what its lock file says."""
    shutil.copytree(app, into, ignore=shutil.ignore_patterns(*LEFT_OUT_OF_THE_COPY))
    _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], into)
    return into.resolve()


def build(installed: Path, bundler: Bundler) -> BuildTruth:
    """Build an installed application from nothing, and read what came of it."""
    build_only(installed, bundler)
    return read_truth(installed, bundler)


def build_only(installed: Path, bundler: Bundler) -> None:
    shutil.rmtree(installed / ".next", ignore_errors=True)
    bundler_flags = ["--webpack"] if bundler == "webpack" else []
    _run(["npx", "--no-install", "next", "build", *bundler_flags], installed)


def read_truth(app: Path, bundler: Bundler) -> BuildTruth:
    """Read the manifests that a build has left in `app/.next`."""
    server = app / ".next" / "server"
    loaded_by, client_packages = _read_client_references(server / "app", app)
    workers, cache_functions = _read_server_references(server / "server-reference-manifest.json")
    next_manifest = json.loads((app / "node_modules" / "next" / "package.json").read_text("utf-8"))
    return BuildTruth(bundler, next_manifest["version"], loaded_by, client_packages, workers, cache_functions)


def recorded_path(folder: Path, app_name: str, bundler: Bundler) -> Path:
    return folder / f"{app_name}.{bundler}.json"


def load_recorded(folder: Path, app_name: str, bundler: Bundler) -> BuildTruth:
    return BuildTruth.from_json(json.loads(recorded_path(folder, app_name, bundler).read_text("utf-8")))


def _read_client_references(folder: Path, app: Path) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    loaded_by: dict[str, set[str]] = defaultdict(set)
    packages: set[str] = set()
    for manifest in sorted(folder.rglob("*_client-reference-manifest.js")):
        for entry, references in _client_manifests(manifest.read_text("utf-8")):
            for key, reference in references["clientModules"].items():
                path = _module_path(key, app)
                if (package := _package_name(path)) is not None:
                    packages.add(package)
                else:
                    loaded_by[path].update([entry] if reference["chunks"] else [])
    return {path: frozenset(entries) for path, entries in loaded_by.items()}, frozenset(packages)


def _client_manifests(source: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The `__RSC_MANIFEST["entry"] = {...}` statements of a manifest, which is a script."""
    decoder = json.JSONDecoder()
    for start in _MANIFEST_START.finditer(source):
        references, _ = decoder.raw_decode(source, start.end())
        yield json.loads(f'"{start["entry"]}"'), references


def _module_path(key: str, app: Path) -> str:
    """`[project]/a.tsx <module evaluation>`, `/where/it/was/built/a.tsx`: both are `a.tsx`."""
    key = key.rpartition("!")[2]
    if key.startswith(_TURBOPACK_PROJECT):
        return _TURBOPACK_SUFFIX.sub("", key).removeprefix(_TURBOPACK_PROJECT)
    return Path(key).relative_to(app).as_posix()


def _package_name(path: str) -> str | None:
    _, in_packages, rest = path.rpartition("node_modules/")
    if not in_packages:
        return None
    scope, name, *_ = [*rest.split("/"), ""]
    return f"{scope}/{name}" if scope.startswith("@") else scope


def _read_server_references(manifest: Path) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    workers: dict[str, set[str]] = defaultdict(set)
    cache_functions: set[str] = set()
    runtimes = json.loads(manifest.read_text("utf-8"))
    for function_id, reference in [*runtimes["node"].items(), *runtimes["edge"].items()]:
        name = f"{reference['filename']}#{reference['exportedName']}"
        if int(function_id[:2], 16) & _CACHE_BIT:
            cache_functions.add(name)
        else:
            workers[name].update(reference["workers"])
    return {name: frozenset(entries) for name, entries in workers.items()}, frozenset(cache_functions)


def _inline_ordinal(name: str) -> int | None:
    found = _INLINE_ACTION.match(name.partition("#")[2])
    return int(found[1]) if found else None


def _sorted_lists(sets: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    return {key: sorted(values) for key, values in sorted(sets.items())}


def _run(command: list[str], folder: Path) -> None:
    environment = {**os.environ, "NEXT_TELEMETRY_DISABLED": "1", "CI": "1"}
    environment.pop("NODE_ENV", None)
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=COMMAND_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise BuildFailed(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-4000:]}")


def _truths(app: Path, bundlers: Iterable[Bundler]) -> Iterator[BuildTruth]:
    with tempfile.TemporaryDirectory(prefix="next-build-") as folder:
        installed = install(app, Path(folder) / "app")
        for bundler in bundlers:
            yield build(installed, bundler)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="What a real `next build` publishes.")
    parser.add_argument("app", type=Path)
    parser.add_argument("--bundler", choices=BUNDLERS, action="append", help="both by default")
    parser.add_argument("--record", type=Path, metavar="FOLDER", help="write one file per bundler instead")
    options = parser.parse_args(arguments)
    for truth in _truths(options.app, options.bundler or BUNDLERS):
        text = json.dumps(truth.to_json(), indent=2) + "\n"
        if options.record:
            recorded_path(options.record, options.app.resolve().name, truth.bundler).write_text(text, "utf-8")
        else:
            print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
