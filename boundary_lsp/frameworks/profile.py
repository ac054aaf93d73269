"""The shape of a framework profile. Profiles are data; one function matches files to entry points."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from boundary_lsp.frameworks.runtimes import BUNDLE, Runtime
from boundary_lsp.model.program import FileKind, Liveness, Publication
from boundary_lsp.model.project import Environment

PAGE_EXTENSIONS = ("tsx", "ts", "jsx", "js")


class LayerSpec(msgspec.Struct, frozen=True):
    """One module graph of a framework's build."""

    name: str
    environment: Environment
    doors: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Directive to the name of the layer behind the door."""
    directives_apply: bool = True


class EntryRule(msgspec.Struct, frozen=True):
    """Files that the framework loads itself."""

    folder: str
    """Relative to the application; `src/` before it is tried as well."""
    name: re.Pattern[str]
    """Matched in full against the path below the folder, without the page extension."""
    layers: tuple[str, ...]
    dropped: Mapping[str, frozenset[str]] = msgspec.field(default_factory=dict)
    """Layer to the exports that are stripped from it."""
    renders: bool = True
    """False for files that answer requests without rendering anything (route handlers)."""
    kinds: Mapping[str, FileKind] = msgspec.field(default_factory=dict)
    """File name, without the page extension, to what the framework takes such a file for."""
    any_extension: bool = False
    """Also the plain source extensions, whatever `pageExtensions` says (middleware, instrumentation)."""
    use: Liveness = Liveness.IN_PROCESS
    """What being loaded by the framework makes of the server functions that such a file exports."""


class Registration(msgspec.Struct, frozen=True):
    """Functions that the framework registers without a directive of theirs: those with a decorator, or the public ones
    of a module."""

    decorators: tuple[str, ...] = ()
    """Dotted names, `anvil.server.callable`, as what they are imported from says them."""
    modules: re.Pattern[str] | None = None
    """Matched in full against paths below the application. Importers meet such a module as one of server functions."""
    published: Publication = Publication.YES
    reason: str = ""
    """Why, in words that follow the name of the function."""
    use: Liveness = Liveness.UNUSED
    """What is known of its use by the registration alone: a route is `used-outside`."""
    replaces: bool = False
    """It takes the place of what was registered under the same name before."""


class Detection(msgspec.Struct, frozen=True):
    """What shows that a folder is an application, where no manifest says so."""

    files: tuple[str, ...]
    """All of them are there, relative to the folder."""
    mentions: re.Pattern[bytes] | None = None
    """Found in one of these files."""
    starts: re.Pattern[bytes] | None = None
    """Finds in the first of them the names of functions that the framework itself starts."""
    opens: re.Pattern[bytes] | None = None
    """Found in the first of them where what is not here may register functions: other applications that are part of
    this one, programs that connect to it."""


class BuildRow(msgspec.Struct, frozen=True):
    """What one bundler registers, by how the module of a server function is reached."""

    bundler: str
    since: tuple[int, ...]
    """The first version that behaves so."""
    whole_modules: bool
    """Client code that imports a module registers all of it; else only the functions that reached client code uses."""
    dead_uses: bool
    """Where only used functions are registered: a use in client code that nothing reaches counts, too."""
    clients_of_routes: bool
    """Client modules that only route handlers import are listed as client references."""
    prunes_reexports: bool
    """In a package with `"sideEffects": false`, a client module behind a re-export that nothing uses is left out."""


class WireRow(msgspec.Struct, frozen=True):
    """What carries values through the doors."""

    since: tuple[int, ...]
    """The first version of the framework that does so."""
    serializer: str
    version: tuple[int, ...]
    """Of the serializer; `()` is the newest."""
    temporary_references: bool | None
    """Arguments that cannot be sent stay behind a reference that throws when it is touched. None where that is not
    known: nothing is said of arguments."""
    omits_arguments: bool = False
    """Arguments that a function does not declare are not sent."""
    refuses_arguments: bool = False
    """A call whose arguments are not those that the function takes fails when it runs, and no compiler tells before."""


class RequestLook(msgspec.Struct, frozen=True):
    """What a call of a server function looks like from outside."""

    header: str
    """The request's header that holds the function's id."""
    field: str
    """What the names of fields begin with that say it in the body of a form that is sent without scripts."""
    ids: str
    """The file of a build that lists all ids."""
    failure: str
    """What the server logs when there is no function of that id."""


class Profile(msgspec.Struct, frozen=True):
    name: str
    packages: tuple[str, ...]
    """A manifest that depends on one of these may be an application."""
    markers: tuple[str, ...]
    """Folders (ending in `/`) or files, one of which must be there."""
    layers: tuple[LayerSpec, ...]
    entries: tuple[EntryRule, ...]
    builds: tuple[BuildRow, ...] = ()
    """Newest first."""
    default_bundlers: tuple[tuple[tuple[int, ...], str], ...] = ()
    """(first version, bundler), newest first."""
    bundler_flags: Mapping[str, str] = msgspec.field(default_factory=dict)
    """A flag in a package script's build command to the bundler it chooses."""
    build_command: str = ""
    wires: tuple[WireRow, ...] = ()
    """Newest first."""
    request: RequestLook | None = None
    """None where it is not known."""
    detection: Detection | None = None
    extensions: tuple[str, ...] = PAGE_EXTENSIONS
    """Of entry points."""
    registrations: tuple[Registration, ...] = ()
    servers: frozenset[str] = frozenset()
    """Dotted names: a module that calls one of these outside of functions is where a server starts."""
    started_files: tuple[str, ...] = ()
    """Names of files that are run by their folder's name."""
    server_folders: tuple[str, ...] = ()
    """Below the application: what is in them is never given to the browser."""
    named_calls: tuple[str, ...] = ()
    """Dotted names of functions that call a registered one by its name, which is their first argument."""
    plain_decorators: tuple[str, ...] = ()
    """Dotted names of decorators, besides those of registrations, that take what the function below them takes."""
    own_names: tuple[str, ...] = ()
    """How the names begin under which the framework registers functions of its own."""
    connects: tuple[str, ...] = ()
    """Dotted names of functions by which a program from elsewhere registers functions of its own."""
    client: Runtime = BUNDLE


def every_file(folder: str, *layers: str) -> EntryRule:
    """All files below a folder are loaded, and that says nothing of who uses what they export."""
    return EntryRule(folder, _ANY, layers, renders=False, use=Liveness.UNUSED)


_ANY = re.compile(r".+")
