"""One module while its values are read: its text, its tree, and what its names mean."""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, Interface, ModuleFacts
from boundary_lsp.model.spans import decode_spans
from boundary_lsp.syntax.drafts.depth import deep_spans
from boundary_lsp.syntax.drafts.intervals import Intervals
from boundary_lsp.syntax.python.grammar import parse
from boundary_lsp.syntax.python.scopes import Elsewhere, Scope, ScopeKind
from boundary_lsp.syntax.python.words import Word, Words


class Module:
    """`source` has one newline more than the file."""

    def __init__(self, source: bytes, facts: ModuleFacts) -> None:
        self.root = parse(source).root_node
        self.source = source + b"\n"
        self.deep = Intervals(deep_spans(self.root))
        self.words = Words(self.source, self.root, self.deep)
        self.facts = facts
        self.spans = decode_spans(facts)
        self.names = _module_names(facts.interface)
        self.lazy = _lazy_names(facts.interface)
        self.inline = {start: index for index, start in enumerate(self.spans.inline_functions[::2])}

    def text(self, node: Node) -> str:
        return self.source[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def collapsed(self, node: Node) -> str:
        """As written, on one line."""
        return " ".join(self.text(node).split())

    def local_declarations(self, token: Node) -> list[Word]:
        """What gives a name its values in the innermost function around it that has the name; empty where it is the
        module's own, or global."""
        at = token.start_byte
        declaring = self.words.declaring(self.source[at : token.end_byte])
        elsewhere = {word.role.scope.start for word in declaring if isinstance(word.role, Elsewhere)}
        around = [
            (word.role.end - word.role.start, word)
            for word in declaring
            if isinstance(word.role, Scope)
            and word.role.kind is ScopeKind.FUNCTION
            and word.role.start <= at < word.role.end
            and word.role.start not in elsewhere
        ]
        smallest = min((size for size, _ in around), default=0)
        return [word for size, word in around if size == smallest]

    def origin(self, binding: int) -> tuple[str, str]:
        """(specifier, name) of what is imported; of a declaration of the module's own, two empty strings."""
        fact = self.facts.interface.bindings[binding]
        if fact.kind is not BindingKind.IMPORT:
            return "", ""
        return self.facts.interface.imports[fact.owner].specifier, fact.name


def _module_names(interface: Interface) -> dict[str, int]:
    """Bindings of the module's own scope: what it declares, then what it imports itself."""
    names: dict[str, int] = {}
    for index, binding in enumerate(interface.bindings):
        is_import = binding.kind is BindingKind.IMPORT and interface.imports[binding.owner].declaration == 0
        if binding.local and (is_import or binding.kind is BindingKind.DECLARATION):
            names.setdefault(binding.local, index)
    return names


def _lazy_names(interface: Interface) -> dict[tuple[int, str], int]:
    """Bindings of what functions import, by declaration and local name."""
    return {
        (interface.imports[binding.owner].declaration, binding.local): index
        for index, binding in enumerate(interface.bindings)
        if binding.kind is BindingKind.IMPORT and interface.imports[binding.owner].declaration
    }
