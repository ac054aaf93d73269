"""`this`, `super` and `arguments` in server and cached functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tree_sitter import Node

from boundary_lsp.model.facts import Form
from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.forms.server_functions import Reach, ServerFunction, server_functions
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field

_WORDS = {
    b"this": frozenset({"this"}),
    b"super": frozenset({"super"}),
    b"arguments": frozenset({"identifier", "shorthand_property_identifier"}),
}
"""With the types of the tokens that mean it."""
_KINDS = {
    Reach.PLAIN: FormKind.FORBIDDEN_WORD,
    Reach.BY_NAME: FormKind.FORBIDDEN_BY_NAME,
    Reach.WITHIN: FormKind.FORBIDDEN_WITHIN,
}
_OTHER = (FUNCTIONS - {"arrow_function"}) | {"class", "class_declaration", "abstract_class_declaration", "type_query"}
"""What has a `this` of its own, or is none of the running code (`typeof this` as a type)."""


def add_forbidden_words(draft: Draft) -> None:
    functions = {function.node.id: function for function in server_functions(draft)}
    for token in _tokens(draft) if functions else ():
        function = _owner(token, functions)
        if function is not None:
            form = Form(_KINDS[function.reach], function.path, draft.text(token))
            draft.forms.append((form, token.start_byte, token.end_byte))


def _tokens(draft: Draft) -> Iterator[Node]:
    for word, types in _WORDS.items():
        for at in draft.words.occurrences(word, draft.uses_start, draft.size):
            if not draft.deep.cover(at):
                token = draft.root.descendant_for_byte_range(at, at + len(word))
                if token is not None and token.type in types:
                    yield token


def _owner(token: Node, functions: Mapping[int, ServerFunction]) -> ServerFunction | None:
    """The server function whose word it is."""
    node = token.parent
    if node is not None and node.type == "required_parameter" and field(node, "pattern") == token:
        return None  # `save(this: Store)` is a type
    while node is not None:
        if node.id in functions:
            return functions[node.id]
        if node.type in _OTHER and not _is_object_accessor(node):
            return None
        node = node.parent
    return None


def _is_object_accessor(node: Node) -> bool:
    """Compilers do not see that `{ get name() { return this } }` has a `this` of its own, and refuse that, too."""
    if node.type != "method_definition" or node.parent is None or node.parent.type != "object":
        return False
    return any(child.type in ("get", "set") for child in node.children)
