"""The shape of a framework profile. Profiles are data; one function matches files to entry points."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from boundary_lsp.model.project import Environment


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """One module graph of a framework's build."""

    name: str
    environment: Environment
    doors: Mapping[str, str] = field(default_factory=dict)
    """Directive to the name of the layer behind the door."""
    directives_apply: bool = True


@dataclass(frozen=True, slots=True)
class EntryRule:
    """Files that the framework loads itself."""

    folder: str
    """Relative to the application; `src/` before it is tried as well."""
    name: re.Pattern[str]
    """Matched in full against the path below the folder, without the page extension."""
    layers: tuple[str, ...]
    dropped: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Layer to the exports that are stripped from it."""
    renders: bool = True
    """False for files that answer requests without rendering anything (route handlers)."""
    any_extension: bool = False
    """Also the plain source extensions, whatever `pageExtensions` says (middleware, instrumentation)."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How the module of a server function is reached in a build; modules that are themselves actions end a path."""

    pages: bool
    """From a page, layout or other rendered entry, along server imports."""
    routes: bool
    """From a route handler, likewise."""
    client_module: bool
    """Some client module imports it (or a barrel of it)."""
    client_name: bool
    """Some client module imports this very function and its import is used."""


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """Which of the ways make the framework register a function as an endpoint."""

    bundler: str
    since: tuple[int, ...]
    """The first version that behaves so."""
    pages: bool
    routes: bool
    client_module: bool
    client_name: bool


@dataclass(frozen=True, slots=True)
class Profile:
    name: str
    packages: tuple[str, ...]
    """A manifest that depends on one of these may be an application."""
    markers: tuple[str, ...]
    """Folders (ending in `/`) or files, one of which must be there."""
    layers: tuple[LayerSpec, ...]
    entries: tuple[EntryRule, ...]
    publication: tuple[PublicationRow, ...] = ()
    """Newest first."""
    inline_always_published: bool = True
    default_bundlers: tuple[tuple[tuple[int, ...], str], ...] = ()
    """(first version, bundler), newest first."""
    bundler_flags: Mapping[str, str] = field(default_factory=dict)
    """A flag in a package script's build command to the bundler it chooses."""
    build_command: str = ""
