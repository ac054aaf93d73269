"""One module while its values are read: its text, its tree, and what its names mean."""

from __future__ import annotations

from bisect import bisect_right

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, ImportForm, Interface, ModuleFacts
from boundary_lsp.model.spans import Spans, decode_spans
from boundary_lsp.syntax.drafts.depth import deep_spans
from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.typescript.repair import read
from boundary_lsp.syntax.typescript.salvage import flattened
from boundary_lsp.syntax.typescript.scopes import Scope, declared_in
from boundary_lsp.syntax.typescript.text import cook, decode
from boundary_lsp.syntax.typescript.words import Words

_Declared = list[tuple[Scope, Node]]


class Module:
    """`source` has one newline more than the file; names are looked up in `code`, which the tree was made of."""

    def __init__(self, path: str, source: bytes, facts: ModuleFacts) -> None:
        reading = read(path, source)
        self.source = source + b"\n"
        self.words = Words(reading.code + b"\n")
        self.root = reading.tree.root_node
        self.statements = flattened(self.root) if self.root.has_error else self.root.children
        self.deep = Intervals(deep_spans(self.root))
        self.facts = facts
        self.spans = decode_spans(facts)
        self.names = _module_names(facts.interface)
        self.dynamic = _dynamic_names(facts.interface, self.spans)
        self.inline = _inline_starts(self.spans)
        self.captures: dict[tuple[int, bytes], list[tuple[Scope, Node]]] = {}
        self._declared: dict[tuple[int, bytes], _Declared] = {}
        self._starts = [statement.start_byte for statement in self.statements]

    def text(self, node: Node) -> str:
        return decode(self.source[node.start_byte : node.end_byte])

    def collapsed(self, node: Node) -> str:
        """As written, on one line."""
        return " ".join(self.text(node).split())

    def key(self, node: Node | None) -> str:
        """A property's name; `*` where it is computed."""
        if node is None:
            return "*"
        if node.type == "computed_property_name":
            inside = node.named_children
            if len(inside) != 1 or inside[0].type != "string":
                return "*"
            node = inside[0]
        if node.type == "string":
            return cook(self.source[node.start_byte : node.end_byte])
        return self.text(node)

    def token_at(self, start: int) -> Node | None:
        """The token that starts at an offset, unless it is nested too deeply."""
        if self.deep.cover(start):
            return None
        token = self.root.descendant_for_byte_range(start, start + 1)
        around = token.parent if token is not None else None
        return around if around is not None and around.type == "string" and around.start_byte == start else token

    def declaration_at(self, at: int) -> int:
        """The top-level declaration in whose statement an offset lies: the last one named before it; 0 if none is."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return 0
        first = self._starts[index]
        names = self.spans.declarations[::2]
        inside = [number for number, start in enumerate(names) if number and first <= start <= at]
        return max(inside, key=lambda number: names[number], default=0)

    def declaration_of(self, token: Node, *, is_type: bool) -> Node | None:
        """The token that declares what a name means; None if it is the module's own name, or global."""
        at = token.start_byte
        name = self.source[at : token.end_byte]
        found, size = None, -1
        for scope, declared in self.declarations_of(name, at):
            if scope.space == ("value" if is_type else "type") or not scope.start <= at < scope.end:
                continue
            if size < 0 or scope.end - scope.start < size:
                found, size = declared, scope.end - scope.start
        return found

    def declarations_of(self, name: bytes, at: int) -> _Declared:
        """All inner declarations of a name in the top-level statement around an offset."""
        index = bisect_right(self._starts, at) - 1
        statement = self.statements[index] if index >= 0 else self.root
        start = statement.start_byte
        found = self._declared.get((start, name))
        if found is None:
            found = list(declared_in(self.root, self.words, name, start, max(statement.end_byte, at)))
            self._declared[start, name] = found
        return found


def _module_names(interface: Interface) -> dict[str, int]:
    """Bindings of the module's own scope; a declaration is stronger than an import."""
    names: dict[str, int] = {}
    for index, binding in enumerate(interface.bindings):
        if not binding.local:
            continue
        if binding.kind is BindingKind.DECLARATION:
            names[binding.local] = index
        elif binding.kind is BindingKind.IMPORT and interface.imports[binding.owner].form is not ImportForm.DYNAMIC:
            names.setdefault(binding.local, index)
    return names


def _dynamic_names(interface: Interface, spans: Spans) -> dict[int, int]:
    """Bindings of names that `await import(…)` and `require(…)` give, by the start of the imported token."""
    names = [entry.form for entry in interface.imports for _ in entry.names]
    bindings = sorted(
        (binding.owner, index) for index, binding in enumerate(interface.bindings) if binding.kind is BindingKind.IMPORT
    )
    return {
        spans.imported_names[2 * position]: index
        for position, (form, (_, index)) in enumerate(zip(names, bindings, strict=False))
        if form in (ImportForm.DYNAMIC, ImportForm.REQUIRE)
    }


def _inline_starts(spans: Spans) -> dict[int, int]:
    """Index of each inline function by the start of its name, or else its first token."""
    return {start: index for index, start in enumerate(spans.inline_functions[::2])}
