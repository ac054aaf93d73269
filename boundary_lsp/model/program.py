"""The finished program: what rules, reports and editors query. Nothing here parses or resolves.

Modules, layers and server functions are numbered; sets of layers are bit sets (bit `i` is `layers[i]`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter

import msgspec

from boundary_lsp.model.facts import ModuleFacts, SiteKind
from boundary_lsp.model.project import Environment, ProjectProblem
from boundary_lsp.model.resolution import Links


class Role(StrEnum):
    """What a module is for, where that keeps it out of the program that users run."""

    SOURCE = "source"
    TEST = "test"
    STORY = "story"
    SCRIPT = "script"
    """Run by hand or by a package script; nothing of the application imports it."""
    CONFIG = "config"
    TYPES = "types"
    """`.d.ts`."""


class Switches(msgspec.Struct, frozen=True):
    """What the framework's configuration turns on or off in its compiler. None: computed, or not read, so unknown."""

    cache_components: bool | None = None
    use_cache: bool | None = None
    """`'use cache'` is understood, by this switch or by `cache_components`."""
    taint: bool | None = None
    cache_kinds: tuple[str, ...] | None = None
    """What may stand behind `use cache:`."""


class Application(msgspec.Struct, frozen=True):
    name: str
    path: str
    framework: str
    framework_version: str
    """As known from the installed package or the range in the manifest; empty if unknown."""
    bundler: str
    """`turbopack`, `webpack`, or empty."""
    replaces_builtins: bool = False
    """The browser gets something in place of the built-in modules of servers, so they need not break: the bundler's
    configuration says so, or the language comes with them."""
    is_open: bool = False
    """Other applications that are part of it, or programs that connect to it, may register functions that it calls by
    name."""
    switches: Switches = Switches()
    problems: tuple[ProjectProblem, ...] = ()
    """What its framework's configuration says and we could not read."""


class Layer(msgspec.Struct, frozen=True):
    index: int
    application: int
    name: str
    """`rsc`, `client`, `pages`, … as the profile calls it."""
    environment: Environment
    doors: Mapping[str, int]
    """Directives that are doors for an import in this layer, and the layer behind each: `use client` in a server layer
    leads to the client layer."""
    directives_apply: bool
    """False in layers whose modules no directive transform reads (Next's middleware and pages/)."""


class FileKind(StrEnum):
    """What a framework takes a file for, by its name."""

    PAGE = "page"
    LAYOUT = "layout"
    ROUTE = "route"
    METADATA = "metadata"
    """An icon, a sitemap and the like, made by code."""
    ERROR = "error"
    MIDDLEWARE = "middleware"
    PROXY = "proxy"


class NamedFile(msgspec.Struct, frozen=True):
    """An entry point that the framework knows by its name, where that says how it is to be written."""

    module: int
    application: int
    kind: FileKind


_module_of, _source_of = attrgetter("module"), attrgetter("source")


class StrippedModule(msgspec.Struct, frozen=True):
    """An entry point that loads less in one layer: the framework drops exports there (`getServerSideProps`)."""

    module: int
    layer: int
    imports: frozenset[int]
    """Indices of the imports that only the dropped exports use."""


class DoorKind(StrEnum):
    CLIENT = "client"
    SERVER = "server"


class Door(msgspec.Struct, frozen=True):
    """An import that refers to code on the other side.

    `source` is -1 where the framework itself imports an entry point.
    """

    kind: DoorKind
    source: int
    target: int
    """A module's index, or `~leaf` for a package that carries the directive itself."""
    imported: int
    """Index of the import in the source's interface; -1 for an entry point."""
    layers: int
    """Layers of the source in which it is a door."""


class Liveness(StrEnum):
    """Strongest first."""

    CALLED = "called"
    HANDED_OVER = "handed-over"
    USED_OUTSIDE = "used-outside"
    IN_PROCESS = "in-process"
    TEST_ONLY = "test-only"
    UNREACHED = "unreached"
    UNUSED = "unused"


class Transfer(StrEnum):
    NETWORK = "network"
    IN_PROCESS = "in-process"
    ERASED = "erased"
    UNREACHED = "unreached"
    UNKNOWN = "unknown"


class LayerTransfer(msgspec.Struct, frozen=True):
    layer: int
    """-1 where the module is in no layer."""
    transfer: Transfer


class Reference(msgspec.Struct, frozen=True):
    """One identifier token that refers to a server function (or, for `refs`, to any export)."""

    module: int
    start: int
    end: int
    """Byte offsets in the module."""
    kind: SiteKind
    declaration: int
    transfers: tuple[LayerTransfer, ...]
    through: tuple[str, ...] = ()
    """What carried it here when the token is not the function's own name: `components/row.tsx#Row.onDelete`
    (a prop), `submit` (a local alias). Outermost first."""

    @property
    def is_specifier(self) -> bool:
        return self.kind in (SiteKind.IMPORT, SiteKind.REEXPORT)


class Publication(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


FunctionKey = tuple[int, str, int]
"""(module, name, inline): tells a server function from the others of all programs with the same modules."""


class ServerFunction(msgspec.Struct, frozen=True):
    module: int
    name: str
    """The export's name, or the inline function's path."""
    inline: int
    """Index into the module's inline functions, or -1."""
    declaration: int
    """-1 for a re-exported name."""
    start: int
    end: int
    references: tuple[Reference, ...]
    liveness: Liveness
    by_application: Mapping[int, Liveness]
    """By application index, for the applications that reach a use of it."""
    published: Publication
    published_by: tuple[tuple[int, int], ...]
    """(module, import) of the imports that publish it: from an entry point on, where server code of a page reaches its
    module; the last one is that of the module itself. Empty where the framework loads the module."""
    publication_reason: str = ""
    binding: int = -1
    """The binding that stands for it in its module; `linking.reexport_key` of the export for one that is passed on; -1
    where none does."""
    is_registered: bool = False
    """The framework registers it without a directive: by a decorator, or because of where it stands."""

    @property
    def key(self) -> FunctionKey:
        return self.module, self.name, self.inline


class Program(msgspec.Struct, frozen=True):
    root: str
    applications: tuple[Application, ...]
    layers: tuple[Layer, ...]
    modules: tuple[str, ...]
    facts: tuple[ModuleFacts, ...]
    directives: tuple[str | None, ...]
    """By module: the directive that importers meet, its own or that of the output it is built into."""
    roles: tuple[Role, ...]
    links: Links
    layer_bits: tuple[int, ...]
    """By module: the layers that it has an instance in."""
    reached: Sequence[Sequence[int]]
    """By module and declaration: the layers in which running code reaches it."""
    entry_bits: tuple[int, ...]
    """By module: the layers in which it is an entry point."""
    named_files: tuple[NamedFile, ...]
    """By module."""
    stripped: tuple[StrippedModule, ...]
    doors: tuple[Door, ...]
    """By source."""
    client_modules: tuple[int, ...]
    """The `'use client'` modules that the server graph refers to, entry points included."""
    server_functions: tuple[ServerFunction, ...]
    """By module."""
    unknown: Mapping[str, int] = msgspec.field(default_factory=dict)
    """What was not known, counted by reason."""

    def module_index(self, path: str) -> int | None:
        """The module of that path, by bisection (modules are sorted)."""
        at = bisect_left(self.modules, path)
        return at if at < len(self.modules) and self.modules[at] == path else None

    def named(self, module: int) -> tuple[NamedFile, ...]:
        """What frameworks take the module for by its name: by bisection."""
        first = bisect_left(self.named_files, module, key=_module_of)
        return self.named_files[first : bisect_right(self.named_files, module, lo=first, key=_module_of)]

    def doors_from(self, module: int) -> tuple[Door, ...]:
        """Those that the module's imports are: by bisection."""
        first = bisect_left(self.doors, module, key=_source_of)
        return self.doors[first : bisect_right(self.doors, module, lo=first, key=_source_of)]

    def functions_of(self, module: int) -> tuple[ServerFunction, ...]:
        """Those of the module: by bisection."""
        first = bisect_left(self.server_functions, module, key=_module_of)
        return self.server_functions[first : bisect_right(self.server_functions, module, lo=first, key=_module_of)]

    def function(self, key: FunctionKey) -> ServerFunction:
        """The server function of that key, which is one of the program's. Of two of one name, in code that no compiler
        takes, the first."""
        return next(function for function in self.functions_of(key[0]) if function.key == key)

    def layers_of(self, bits: int) -> Iterator[Layer]:
        return (layer for layer in self.layers if bits >> layer.index & 1)

    def environment_bits(self, environment: Environment) -> int:
        return sum(1 << layer.index for layer in self.layers if layer.environment is environment)

    def function_id(self, function: ServerFunction) -> str:
        return f"{self.modules[function.module]}#{function.name}"
