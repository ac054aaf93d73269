"""What there is to analyse: files, manifests, compiler options, configuration.

Paths are relative to the root, `/`-separated; the root itself is the empty string."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

import msgspec

from boundary_lsp.model.findings import Level


class Environment(StrEnum):
    SERVER = "server"
    CLIENT = "client"
    UNKNOWN = "unknown"


class Manifest(msgspec.Struct, frozen=True):
    """A `package.json` of the project itself (never one below node_modules)."""

    directory: str
    name: str
    """Empty where the manifest has none."""
    version: str
    is_esm: bool
    """`"type": "module"`."""
    main: str
    module: str
    types: str
    exports: Any
    """The JSON value, unread: `resolve` knows what it means. None where absent."""
    imports: Any
    dependencies: Mapping[str, str]
    """dependencies, devDependencies, peerDependencies, optionalDependencies together: name to range."""
    scripts: Mapping[str, str]
    side_effect_free: bool = False
    """`"sideEffects": false`."""
    is_for_others: bool = False
    """Made to be installed elsewhere: it says how (`"files"`, `"publishConfig"`), and is not `"private"`."""
    workspaces: tuple[str, ...] = ()
    """Glob patterns of npm, yarn and bun workspaces, or of pnpm-workspace.yaml beside it."""
    source: str = ""
    """`"source"`: what the built entry is made of."""
    browser: Any = None
    """`"browser"`, unread: a file, or a table of what browsers load instead."""


class TsConfig(msgspec.Struct, frozen=True):
    """A `tsconfig.json` or `jsconfig.json` with its `extends` folded in; its paths are relative to the root."""

    path: str
    base_url: str | None
    paths: tuple[tuple[str, tuple[str, ...]], ...]
    """(pattern, targets): `("@/*", ("apps/web/*",))`."""
    root_dir: str | None
    out_dir: str | None
    verbatim_module_syntax: bool
    references: tuple[str, ...] = ()


class Distribution(msgspec.Struct, frozen=True):
    """What a folder says of itself in `pyproject.toml` and `setup.cfg`."""

    directory: str
    name: str
    """Empty where it says none."""
    roots: tuple[str, ...] = ()
    """Folders in which imports begin, relative to the project's root, the likelier first."""
    packages: tuple[tuple[str, str], ...] = ()
    """(package, folder) where the two do not have the same name: `("acme", "lib/src")`."""


class TypesConfiguration(msgspec.Struct, frozen=True):
    """`[types]`: which checkers infer types."""

    checker: str = ""
    """Path of a TypeScript to use instead of our own, relative to the root."""
    project_checker: bool = False
    """Use those that the project brings, in its node_modules and its virtual environment, if they are versions that we
    can speak to."""


class Override(msgspec.Struct, frozen=True):
    """One of `[[overrides]]`: other levels for some paths."""

    paths: tuple[str, ...]
    """gitignore patterns."""
    rules: Mapping[str, Level]


class IgnoreFile(NamedTuple):
    """A `.gitignore`, or another file of that kind."""

    directory: str
    """Its folder; empty for the root and for folders above it."""
    lines: tuple[str, ...]
    inside: str = ""
    """For a file above the root: the root as seen from its folder, `apps/web/`."""


class Configuration(msgspec.Struct, frozen=True):
    """`boundary.toml`, `[tool.boundary]` in `pyproject.toml`, or `"boundary"` in `package.json`. Patterns are relative
    to its folder."""

    path: str = ""
    exclude: tuple[str, ...] = ()
    """gitignore patterns: not analysed at all."""
    generated: tuple[str, ...] = ()
    """gitignore patterns of import targets that a generator will write: their absence is not reported."""
    used_outside: tuple[str, ...] = ()
    """`path#name` patterns (shell wildcards) of server functions that something outside of the repository calls."""
    entry_points: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Environment (`client`, `server`) to gitignore patterns."""
    framework: str | None = None
    types: TypesConfiguration = TypesConfiguration()
    rules: Mapping[str, Level] = msgspec.field(default_factory=dict)
    """By rule or group of rules."""
    overrides: tuple[Override, ...] = ()
    """The last one that matches a path and names a rule decides."""

    @property
    def directory(self) -> str:
        return self.path.rpartition("/")[0]


class ProjectProblem(msgspec.Struct, frozen=True):
    """Something about the project's own files that we could not use: one clear sentence, and the file."""

    path: str
    message: str


class Project(msgspec.Struct, frozen=True):
    root: str
    """Absolute, `/`-separated. Everything else is relative to it."""
    files: frozenset[str]
    """Every file that is neither ignored nor excluded: sources, assets, configuration."""
    directories: frozenset[str]
    sources: tuple[str, ...]
    """The modules: files of a language that we read, sorted."""
    manifests: Mapping[str, Manifest]
    """By directory."""
    tsconfigs: Mapping[str, TsConfig]
    """By directory: the tsconfig.json (else jsconfig.json) that governs the files below it."""
    ignored: tuple[IgnoreFile, ...]
    """Every `.gitignore` met, outermost first: what is ignored may be generated."""
    configuration: Configuration = msgspec.field(default_factory=Configuration)
    """The root's."""
    nested: Mapping[str, Configuration] = msgspec.field(default_factory=dict)
    """By directory: configurations below the root. The nearest one above a file holds for it, and no other."""
    problems: tuple[ProjectProblem, ...] = ()
    distributions: Mapping[str, Distribution] = msgspec.field(default_factory=dict)
    """By directory."""
