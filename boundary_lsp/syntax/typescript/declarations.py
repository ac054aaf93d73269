"""Top-level declarations: what they are, and what their value is by syntax alone."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from boundary_lsp.model.facts import BindingKind, Declaration, DeclarationKind, ValueKind
from boundary_lsp.syntax.typescript.draft import Draft
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field, first, unwrapped

_KINDS = {
    "function_declaration": DeclarationKind.FUNCTION,
    "generator_function_declaration": DeclarationKind.FUNCTION,
    "function_signature": DeclarationKind.TYPE,
    "class_declaration": DeclarationKind.CLASS,
    "abstract_class_declaration": DeclarationKind.CLASS,
    "enum_declaration": DeclarationKind.ENUM,
    "interface_declaration": DeclarationKind.TYPE,
    "type_alias_declaration": DeclarationKind.TYPE,
    "internal_module": DeclarationKind.VARIABLE,
    "import_alias": DeclarationKind.VARIABLE,
}
_VALUES = {
    "class": ValueKind.CLASS,
    "string": ValueKind.LITERAL,
    "number": ValueKind.LITERAL,
    "true": ValueKind.LITERAL,
    "false": ValueKind.LITERAL,
    "null": ValueKind.LITERAL,
    "undefined": ValueKind.LITERAL,
    "regex": ValueKind.LITERAL,
    "template_string": ValueKind.LITERAL,
    "object": ValueKind.OBJECT,
    "array": ValueKind.ARRAY,
    "identifier": ValueKind.IDENTIFIER,
}
_DEPTH = 6
"""How far builder calls may be nested in one another's arguments."""


def declare(draft: Draft, node: Node, statement: Node, default: Node | None = None) -> list[int]:
    """Declares what a statement declares; the indexes. `default` is the keyword of `export default`."""
    kind = node.type
    if kind in ("lexical_declaration", "variable_declaration"):
        return _declare_variables(draft, node, statement)
    if kind == "ambient_declaration":
        return _declare_ambient(draft, node, statement)
    shape = _KINDS.get(kind)
    if shape is None:
        return []
    token = field(node, "name") or (first(node) if kind == "import_alias" else default)
    if token is None or token.is_missing or token.type not in ("identifier", "type_identifier", "default"):
        return []
    return [add(draft, draft.text(token), token, shape, *_value_of_statement(kind, node), statement)]


def add(
    draft: Draft,
    name: str,
    token: Node,
    kind: DeclarationKind,
    value: ValueKind,
    function: Node | None,
    extent: Node | None,
) -> int:
    """One declaration with its binding. A second one of the same name is merged into the first."""
    fact = Declaration(name, kind, value, function is not None and is_async(draft, function))
    index = add_fact(draft, fact, (token.start_byte, token.end_byte), named=token.type != "default")
    if function is not None:
        draft.functions.setdefault(index, function)
    if extent is not None:
        draft.ranges.append((extent.start_byte, extent.end_byte, index))
        draft.range_starts.append(extent.start_byte)
    return index


def add_fact(draft: Draft, fact: Declaration, span: tuple[int, int], *, named: bool = True) -> int:
    name = fact.name
    index = _same_name(draft, name) if named else None
    if index is None:
        index = len(draft.declarations)
        draft.declarations.append(fact)
        draft.declaration_spans.append(span)
        binding = draft.bind(BindingKind.DECLARATION, index, name, name if named else "")
        draft.binding_of.append(binding)
        if named:
            draft.module_names[name] = binding
            draft.track(draft.source[span[0] : span[1]], binding, (0, draft.size))
    elif draft.declarations[index].kind is DeclarationKind.TYPE and fact.kind is not DeclarationKind.TYPE:
        draft.declarations[index] = fact
        draft.declaration_spans[index] = span
    draft.definitions[span[0]] = draft.binding_of[index]
    return index


def value_of(node: Node | None, depth: int = 0) -> tuple[ValueKind, Node | None]:
    """A value's kind, and the function that it is or that a builder call is given last."""
    if node is None:
        return ValueKind.NONE, None
    node = unwrapped(node)
    if node.type in FUNCTIONS:
        return ValueKind.FUNCTION, node
    if node.type == "call_expression":
        return ValueKind.CALL, _given_function(node, depth)
    if node.type == "unary_expression" and (number := field(node, "argument")) is not None and number.type == "number":
        return ValueKind.LITERAL, None
    return _VALUES.get(node.type, ValueKind.OTHER), None


def is_async(draft: Draft, function: Node) -> bool:
    if function.type == "method_definition":
        return any(child.type == "async" for child in function.children)
    return draft.source.startswith(b"async", function.start_byte) and function.children[0].type == "async"


def names_in(pattern: Node) -> Iterator[Node]:
    """The name tokens that a destructuring pattern declares."""
    pending = [pattern]
    while pending:
        node = pending.pop()
        if node.type in ("identifier", "shorthand_property_identifier_pattern"):
            if not node.is_missing:
                yield node
        elif node.type in ("assignment_pattern", "object_assignment_pattern"):
            pending += node.named_children[:1]
        elif node.type == "pair_pattern":
            pending += node.named_children[-1:]
        elif node.type in ("object_pattern", "array_pattern", "rest_pattern"):
            pending += reversed(node.named_children)


def _given_function(call: Node, depth: int) -> Node | None:
    arguments = field(call, "arguments")
    if arguments is None or depth > _DEPTH:
        return None
    for argument in reversed(arguments.named_children):
        found = value_of(argument, depth + 1)[1]
        if found is not None:
            return found
    return None


def _same_name(draft: Draft, name: str) -> int | None:
    binding = draft.module_names.get(name)
    if binding is None or draft.bindings[binding].kind is not BindingKind.DECLARATION:
        return None
    return draft.bindings[binding].owner


def _value_of_statement(kind: str, node: Node) -> tuple[ValueKind, Node | None]:
    if kind in FUNCTIONS:
        return ValueKind.FUNCTION, node
    if kind in ("class_declaration", "abstract_class_declaration"):
        return ValueKind.CLASS, None
    if kind == "internal_module":
        return ValueKind.OBJECT, None
    return (ValueKind.OTHER if kind in ("import_alias", "enum_declaration") else ValueKind.NONE), None


def _declare_variables(draft: Draft, node: Node, statement: Node) -> list[int]:
    declarators = [child for child in node.named_children if child.type == "variable_declarator"]
    found = []
    for declarator in declarators:
        name = field(declarator, "name")
        if name is None or name.is_missing:
            continue
        if name.type == "identifier":
            value, function = value_of(field(declarator, "value"))
            extent = statement if len(declarators) == 1 else declarator
            found.append(add(draft, draft.text(name), name, DeclarationKind.VARIABLE, value, function, extent))
            continue
        for token in names_in(name):  # their initialiser runs with the module, whichever of them is used
            found.append(add(draft, draft.text(token), token, DeclarationKind.VARIABLE, ValueKind.OTHER, None, None))
    return found


def _declare_ambient(draft: Draft, node: Node, statement: Node) -> list[int]:
    """`declare …` is erased, whatever it declares."""
    found = []
    for child in node.named_children:
        if child.type in ("lexical_declaration", "variable_declaration"):
            tokens = [field(declarator, "name") for declarator in child.named_children]
        else:
            tokens = [field(child, "name")] if child.type in _KINDS else []
        for token in tokens:
            if token is not None and token.type in ("identifier", "type_identifier"):
                kind = DeclarationKind.TYPE
                found.append(add(draft, draft.text(token), token, kind, ValueKind.NONE, None, statement))
    return found
