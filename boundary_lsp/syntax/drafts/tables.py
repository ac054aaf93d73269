"""The tables of one module while they are being filled. `assemble` turns them into facts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Protocol

from tree_sitter import Node

from boundary_lsp.model.facts import (
    Binding,
    BindingKind,
    Declaration,
    DeclarationKind,
    Decorator,
    Directive,
    Flow,
    Form,
    ImportForm,
    InlineFunction,
    Problem,
    SiteKind,
    Suppression,
    ValueKind,
)
from boundary_lsp.syntax.drafts.intervals import Intervals


class Shadows(Protocol):
    """Where inner declarations take a name over."""

    def cover(self, at: int, *, is_type: bool) -> bool: ...


@dataclass(slots=True)
class Tracked:
    """A name whose uses are looked for: a binding, and where in the file its name means it."""

    name: bytes
    binding: int
    start: int
    end: int
    quiet: bool = False
    """Reads and type positions are not recorded (props and local aliases)."""
    shadows: Shadows | None = None
    """Where an inner declaration of the same name takes over; known once the name's sites are."""


@dataclass(slots=True)
class NameDraft:
    imported: str
    local: str
    type_only: bool
    start: int
    end: int
    used: bool = False
    binding: int = -1


@dataclass(slots=True)
class ImportDraft:
    specifier: str
    form: ImportForm
    type_only: bool
    start: int
    end: int
    declaration: int = 0
    names: list[NameDraft] = field(default_factory=list)
    statement: tuple[int, int] | None = None
    """Where the import is a statement of its own: all of it."""


@dataclass(slots=True)
class ExportDraft:
    """`local` is a name to be looked up once everything is declared; `binding` is known already."""

    name: str
    start: int
    end: int
    local: str = ""
    binding: int = -1
    source: int = -1
    imported: str = ""
    type_only: bool = False
    thing: tuple[int, int] | None = None
    """The token that names what is exported, where that is not the public name's."""


@dataclass(slots=True)
class Going:
    """Where a value goes. `target` is a name, understood at `at`, until all bindings are known."""

    flow: Flow
    target: bytes = b""
    at: int = 0
    form: bool = False
    """Onto `action` or `formAction`: a form action if the element turns out to be a form."""


@dataclass(slots=True)
class SiteDraft:
    start: int
    end: int
    declaration: int
    binding: int
    kind: SiteKind
    member: str
    going: Going | None
    said: Said | None = None


@dataclass(slots=True)
class Said:
    """The strings that a call's first argument can be, and where that stands."""

    names: tuple[str, ...]
    start: int
    end: int
    literals: tuple[tuple[int, int], ...]
    """By name: where it is written, which may be elsewhere."""


@dataclass(slots=True)
class InlineDraft:
    fact: InlineFunction
    start: int
    end: int
    node: Node


class Tables:
    """Everything known so far about one module. `source` has one newline more than the file."""

    elides = False
    """As in `Interface.elides`."""
    form_components: frozenset[tuple[str, str]] = frozenset()
    """(specifier, name) of what sends a form to the function that it has as its action."""

    def __init__(self, source: bytes, root: Node) -> None:
        self.source = source + b"\n"
        self.size = len(source)
        self.root = root
        self.directives: list[tuple[Directive, int, int]] = []
        self.imports: list[ImportDraft] = []
        self.exports: list[ExportDraft] = []
        self.declarations = [Declaration("", DeclarationKind.MODULE, ValueKind.NONE, False)]
        self.declaration_spans = [(0, 0)]
        self.functions: dict[int, Node] = {}
        """The function that a declaration is, or that its builder is given."""
        self.bindings: list[Binding] = []
        self.binding_of: list[int] = [-1]
        """The binding of each declaration."""
        self.ranges: list[tuple[int, int, int]] = []
        self.range_starts: list[int] = []
        self.exported: set[str] = set()
        """Names of declarations that are exported where they stand."""
        self.module_names: dict[str, int] = {}
        """Bindings of the module's own scope."""
        self.by_name: dict[bytes, list[Tracked]] = {}
        self.definitions: dict[int, int] = {}
        """Name token's start to binding."""
        self.queue: list[Tracked] = []
        self.sites: list[SiteDraft] = []
        self.inline: list[InlineDraft] = []
        self.forms: list[tuple[Form, int, int]] = []
        self.private: list[str] = []
        self.decorators: list[tuple[Decorator, int, int]] = []
        self.suppressions: list[tuple[Suppression, int, int]] = []
        self.problems: list[Problem] = []
        self.deep = Intervals(())
        """What is nested too deeply to be looked into: see `depth`."""

    def text(self, node: Node) -> str:
        return self.source[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def bind(self, kind: BindingKind, owner: int, name: str, local: str) -> int:
        self.bindings.append(Binding(kind, owner, name, local))
        return len(self.bindings) - 1

    def track(self, name: bytes, binding: int, scope: tuple[int, int], *, quiet: bool = False) -> None:
        """Looks for the uses of a name, unless it is a token that a broken file lacks."""
        if not name:
            return
        tracked = Tracked(name, binding, scope[0], scope[1], quiet)
        self.by_name.setdefault(name, []).append(tracked)
        self.queue.append(tracked)

    def declaration_at(self, offset: int) -> int:
        """The top-level declaration around an offset; 0 for the module's own statements."""
        index = bisect_right(self.range_starts, offset) - 1
        if index >= 0:
            _, end, declaration = self.ranges[index]
            if offset < end:
                return declaration
        return 0

    def is_type(self, binding: int) -> bool:
        """An interface, a type alias, or an import that says that it is of a type."""
        if binding < 0:
            return False
        fact = self.bindings[binding]
        if fact.kind is BindingKind.IMPORT:
            return any(name.binding == binding and name.type_only for name in self.imports[fact.owner].names)
        return fact.kind is BindingKind.DECLARATION and self.declarations[fact.owner].kind is DeclarationKind.TYPE

    def resolve(self, name: bytes, offset: int) -> int:
        """The binding that a value name means at an offset; -1 if it is none of ours."""
        best, size = -1, -1
        for tracked in self.by_name.get(name, ()):
            if tracked.start <= offset < tracked.end and (size < 0 or tracked.end - tracked.start <= size):
                if tracked.shadows is not None and tracked.shadows.cover(offset, is_type=False):
                    continue
                best, size = tracked.binding, tracked.end - tracked.start
        return best
