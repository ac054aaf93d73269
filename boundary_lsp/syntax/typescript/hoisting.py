"""What Next loses when it moves a function with a directive to the top of its module.

Its compiler goes through a module once and remembers the parameters, variables and functions that it has passed, but
neither classes nor what a loop or a `catch` declares. A moved function is handed what was remembered when it was met,
and goes on to use the bare names of all else, which mean nothing at the top of the module.
"""

from __future__ import annotations

from tree_sitter import Node

from boundary_lsp.model.forms import FormKind
from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, WRAPPERS, field

_PATTERNS = frozenset(
    {
        "object_pattern",
        "array_pattern",
        "rest_pattern",
        "pair_pattern",
        "assignment_pattern",
        "object_assignment_pattern",
    }
)
_DEFAULTS = frozenset({"assignment_pattern", "object_assignment_pattern"})
_TAGS = frozenset({"jsx_opening_element", "jsx_self_closing_element"})
_ASSIGNMENTS = frozenset({"assignment_expression", "augmented_assignment_expression"})
_CLASSES = frozenset({"class", "class_declaration", "abstract_class_declaration"})
_DECLARED_FUNCTIONS = frozenset({"function_declaration", "generator_function_declaration"})
_NAMED_FUNCTIONS = frozenset({"function_expression", "generator_function"})
_PARAMETERS = frozenset({"required_parameter", "optional_parameter"})
_NAMESPACES = frozenset({"internal_module", "module"})


def is_overlooked(token: Node, declared: list[Node], function: Node) -> bool:
    """Whether a name from outside of a function is not handed to it."""
    return oversight(token, declared, function) is not None


def oversight(token: Node, declared: list[Node], function: Node) -> FormKind | None:
    """Why a name that a function uses is not handed to it; None where it is.

    `declared` are the tokens that declare the name. One that is remembered is enough.
    """
    found = [_forgotten(name, function) for name in declared]
    if found and None not in found:
        return found[0]
    if _is_tag(token):
        return FormKind.CAPTURED_TAG
    return FormKind.CAPTURED_TARGET if is_assigned(token) else None


def is_assigned(token: Node) -> bool:
    """`n = 1`, `n += 1`, `[n] = list`, `({ n } = record)`, `for (n of list)`: the compiler replaces none of these."""
    child, parent = token, token.parent
    while parent is not None and parent.type in _PATTERNS:
        if parent.type in _DEFAULTS and child.start_byte != parent.start_byte:
            return False
        child, parent = parent, parent.parent
    if parent is None:
        return False
    if parent.type == "for_in_statement":
        return field(parent, "kind") is None and _is(child, parent, "left")
    return parent.type in _ASSIGNMENTS and _is(child, parent, "left")


def _forgotten(name: Node, function: Node) -> FormKind | None:
    holder, hidden = _holder(name)
    if holder.type == "for_in_statement" or _is_loop_header(holder):
        return FormKind.CAPTURED_LOOP_VARIABLE
    if holder.type == "catch_clause":
        return FormKind.CAPTURED_CATCH_PARAMETER
    if holder.type in _CLASSES:
        return FormKind.CAPTURED_CLASS
    if hidden:
        return FormKind.CAPTURED_RENAMED_DEFAULT
    if holder.type in _PARAMETERS:
        return _forgotten_parameter(holder, function)
    if holder.type in _NAMED_FUNCTIONS:
        return FormKind.CAPTURED_UNFINISHED
    if holder.type in _DECLARED_FUNCTIONS:
        return FormKind.CAPTURED_ITSELF if holder == function else _forgotten_statement(holder, function)
    return _forgotten_variable(holder, function) if holder.type == "variable_declarator" else None


def _holder(name: Node) -> tuple[Node, bool]:
    """What a name is declared by, and whether a pattern hides it from the compiler.

    It does not look behind `key: … = default`, as in `{ data: rows = [] }`, nor into `...[rest]`.
    """
    child, parent = name, name.parent
    hidden = False
    while parent is not None and parent.type in _PATTERNS:
        above = parent.parent
        hidden |= parent.type == "assignment_pattern" and above is not None and above.type == "pair_pattern"
        hidden |= parent.type == "rest_pattern" and child.type in _PATTERNS
        child, parent = parent, above
    return parent if parent is not None else name, hidden


def _is_loop_header(declarator: Node) -> bool:
    above = declarator.parent.parent if declarator.parent is not None else None
    return declarator.type == "variable_declarator" and above is not None and above.type == "for_statement"


def _forgotten_parameter(parameter: Node, function: Node) -> FormKind | None:
    """Of an arrow function all parameters are remembered at once, of others one by one."""
    owner = parameter.parent.parent if parameter.parent is not None else None
    if owner is None or owner.type not in FUNCTIONS:
        return None
    if owner.type != "arrow_function" and parameter.end_byte > function.start_byte:
        return FormKind.CAPTURED_UNFINISHED
    return None if _is_in_function(parameter) else FormKind.CAPTURED_BLOCK_VARIABLE


def _forgotten_variable(declarator: Node, function: Node) -> FormKind | None:
    """The compiler names a function after its variable, but only where nothing stands between the two."""
    value = field(declarator, "value")
    if value == function:
        return FormKind.CAPTURED_ITSELF
    if value is not None and value.type in WRAPPERS and _is_cast_only(value, function):
        return None
    statement = declarator.parent
    return _forgotten_statement(statement, function) if statement is not None else None


def _is_cast_only(value: Node, function: Node) -> bool:
    """`async function () { … } satisfies Action`, without parentheses: whether the name is kept is not known."""
    node = function.parent
    while node is not None and node != value:
        if node.type == "parenthesized_expression" or node.type not in WRAPPERS:
            return False
        node = node.parent
    return value.type != "parenthesized_expression" and node is not None


def _forgotten_statement(statement: Node, function: Node) -> FormKind | None:
    """Statements are remembered when they end; at the top level of a module, not even then."""
    if statement.start_byte >= function.end_byte:
        return FormKind.CAPTURED_LATER
    if statement.end_byte > function.start_byte:
        return FormKind.CAPTURED_UNFINISHED
    if statement.type in _DECLARED_FUNCTIONS or _is_in_function(statement):
        return None
    return FormKind.CAPTURED_BLOCK_VARIABLE


def _is_in_function(node: Node) -> bool:
    """Constructors and static blocks do not count for the compiler; TypeScript makes functions of namespaces."""
    parent = node.parent
    while parent is not None:
        if parent.type in _NAMESPACES or (parent.type in FUNCTIONS and not _is_constructor(parent)):
            return True
        parent = parent.parent
    return False


def _is_constructor(function: Node) -> bool:
    name = field(function, "name")
    in_class = function.parent is not None and function.parent.type == "class_body"
    return in_class and name is not None and name.text == b"constructor"


def _is_tag(token: Node) -> bool:
    child, parent = token, token.parent
    while parent is not None and parent.type == "member_expression":
        child, parent = parent, parent.parent
    return parent is not None and parent.type in _TAGS and _is(child, parent, "name")


def _is(child: Node, parent: Node, name: str) -> bool:
    found = field(parent, name)
    return found is not None and found.start_byte == child.start_byte
