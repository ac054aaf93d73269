"""Packages of the project whose build is their own: what it makes of their source, only running it would tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from boundary_lsp.model.project import Manifest
from boundary_lsp.resolve.output import is_output
from boundary_lsp.resolve.paths import join

_BUILDS = re.compile(r"build\b.*|prepare|prepack|prepublish.*")
_KNOWN = re.compile(
    r"\b(?:[\w-]*tsc|tsgo|tsup|tsdown|esbuild|swc|babel|vite|rollup|rolldown|rslib|bunchee|microbundle|unbuild|webpack|"
    r"parcel|ncc|bun build|preconstruct|pkgroll|tshy|zshy)\b"
)
"""Compilers and bundlers that leave imports of packages as they are written."""
_MAX_DEPTH = 12


def own_builds(manifests: Iterable[Manifest]) -> frozenset[str]:
    """Folders of packages that others get as output of a script that names no compiler we know (`acme-build`)."""
    return frozenset(one.directory for one in manifests if _has_own_build(one) and _is_built(one))


def _has_own_build(manifest: Manifest) -> bool:
    builds = [text for name, text in manifest.scripts.items() if _BUILDS.fullmatch(name)]
    return "build" in manifest.scripts and not any(_KNOWN.search(text) for text in builds)


def _is_built(manifest: Manifest) -> bool:
    """All that its manifest offers as code lies where builds write."""
    paths = [join(manifest.directory, target) for target in _offered(manifest)]
    return bool(paths) and all(path is not None and is_output(manifest, path, None) for path in paths)


def _offered(manifest: Manifest) -> Iterator[str]:
    named = [text for text in (manifest.main, manifest.module) if text]
    for target in (*named, *_leaves(manifest.exports, 0)):
        if re.search(r"\.[cm]?[jt]sx?$", target):
            yield target


def _leaves(table: Any, depth: int) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict) and depth < _MAX_DEPTH:
        for value in table.values():
            yield from _leaves(value, depth + 1)
