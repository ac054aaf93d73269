"""A JavaScript or TypeScript configuration module read as data. Nothing is executed.

Objects are dicts, arrays lists; `null` and `undefined` are None. What is not literal is `UNKNOWN`; a
spread of something unknown leaves the key `...` with `UNKNOWN` in its dict. Constants of the module,
casts, wrapper calls such as `defineConfig({…})` or `withPlugin(config)`, and functions that return an
object are looked through.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tree_sitter import Node

from boundary_lsp.syntax.typescript.grammar import FUNCTIONS, field, first, parse, unwrapped
from boundary_lsp.syntax.typescript.text import slice_text, string_value


class Unknown:
    """The type of `UNKNOWN`."""

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> bool:
        return False


UNKNOWN: Final = Unknown()
_DEPTH = 64
"""How deep literals, constants and calls may be nested together."""
_BUDGET = 100_000
"""How many values are read altogether: constants that use one another twice each would never end."""


@dataclass(frozen=True, slots=True)
class RelativePath:
    """A path relative to the configuration file's folder: `path.resolve(__dirname, './src')`."""

    path: str


def read_config(path: str, source: bytes) -> object:
    """What the module exports as default (`export default`, `module.exports =`, `export =`), or `UNKNOWN`."""
    reader = _Reader(source, parse(path, source).root_node)
    exported = reader.exported()
    return reader.value(exported, _DEPTH) if exported is not None else UNKNOWN


class _Reader:
    def __init__(self, source: bytes, root: Node) -> None:
        self.source = source
        self.root = root
        self.constants: dict[str, Node] = {}
        self.budget = _BUDGET
        self._read_constants(root)

    def exported(self) -> Node | None:
        for node in reversed(self.root.named_children):
            if node.type == "export_statement" and field(node, "source") is None:
                value = field(node, "value") or field(node, "declaration")
                if any(child.type in ("default", "=") for child in node.children):
                    return value if value is not None else node.named_children[-1]
            if node.type == "expression_statement":
                inside = first(node)
                if inside is not None and inside.type == "assignment_expression":
                    left, right = field(inside, "left"), field(inside, "right")
                    if left is not None and self.text(left) in ("module.exports", "exports.default"):
                        return right
        return None

    def text(self, node: Node) -> str:
        return slice_text(self.source, node)

    def value(self, node: Node, depth: int) -> object:
        node = unwrapped(node)
        self.budget -= 1
        if depth <= 0 or self.budget <= 0:
            return UNKNOWN
        rule = _RULES.get(node.type)
        return rule(self, node, depth - 1) if rule is not None else UNKNOWN

    def object_literal(self, node: Node, depth: int) -> object:
        found: dict[str, object] = {}
        for child in node.named_children:
            if child.type == "pair":
                key, value = field(child, "key"), field(child, "value")
                name = self.key(key) if key is not None else None
                if name is not None and value is not None:
                    found[name] = self.value(value, depth)
            elif child.type == "shorthand_property_identifier":
                found[self.text(child)] = self.name(child, depth)
            elif child.type == "spread_element":
                spread = self.value(child.named_children[0], depth)
                found.update(spread if isinstance(spread, dict) else {"...": UNKNOWN})
            elif child.type == "method_definition" and (key := field(child, "name")) is not None:
                found[self.text(key)] = UNKNOWN
        return found

    def key(self, node: Node) -> str | None:
        if node.type == "computed_property_name":
            node = node.named_children[0]
        literal = string_value(self.source, node)
        return literal if literal is not None else self.text(node) if node.type != "identifier" else None

    def array(self, node: Node, depth: int) -> object:
        found: list[object] = []
        for child in node.named_children:
            if child.type == "spread_element":
                spread = self.value(child.named_children[0], depth)
                found += spread if isinstance(spread, list) else [UNKNOWN]
            elif child.type != "comment":
                found.append(self.value(child, depth))
        return found

    def string(self, node: Node, _depth: int) -> object:
        literal = string_value(self.source, node)
        if literal is not None:
            return literal
        text = self.text(node)[1:-1]
        if text.startswith("${__dirname}/") and "${" not in text[2:]:
            return _relative(text.removeprefix("${__dirname}/"))
        return UNKNOWN

    def number(self, node: Node, _depth: int) -> object:
        text = self.text(node).replace("_", "")
        try:
            return int(text, 0) if re.fullmatch(r"\d+|0[xob][\da-f]+", text, re.IGNORECASE) else float(text)
        except ValueError:
            return UNKNOWN

    def unary(self, node: Node, depth: int) -> object:
        argument, operator = field(node, "argument"), field(node, "operator")
        value = self.value(argument, depth) if argument is not None else UNKNOWN
        sign = operator.type if operator is not None else ""
        if sign == "!" and isinstance(value, bool | int):
            return not value
        return -value if sign == "-" and isinstance(value, int | float) else UNKNOWN

    def name(self, node: Node, depth: int) -> object:
        text = self.text(node)
        if text == "__dirname":
            return RelativePath(".")
        constant = self.constants.get(text)
        return self.value(constant, depth) if constant is not None and depth > 0 else UNKNOWN

    def member(self, node: Node, depth: int) -> object:
        owner, name = field(node, "object"), field(node, "property")
        if owner is None or name is None:
            return UNKNOWN
        if self.text(node) in ("import.meta.dirname", "process.cwd"):
            return RelativePath(".")
        value = self.value(owner, depth)
        if isinstance(value, RelativePath):  # new URL('./src', import.meta.url).pathname
            return value if self.text(name) in ("pathname", "href") else UNKNOWN
        return value.get(self.text(name), UNKNOWN) if isinstance(value, dict) else UNKNOWN

    def function(self, node: Node, depth: int) -> object:
        """What it returns, if that is an object: a configuration may be a function of the mode."""
        body = field(node, "body")
        if body is None:
            return UNKNOWN
        if body.type != "statement_block":
            value = self.value(body, depth)
            return value if isinstance(value, dict) else UNKNOWN
        self._read_constants(body)
        for statement in reversed(body.named_children):
            if statement.type == "return_statement" and statement.named_child_count:
                value = self.value(statement.named_children[0], depth)
                return value if isinstance(value, dict) else UNKNOWN
        return UNKNOWN

    def call(self, node: Node, depth: int) -> object:
        """A path function's result, else the first argument that is an object, as wrappers hand it on."""
        callee = field(node, "function") or field(node, "constructor")
        arguments = field(node, "arguments")
        if callee is None or arguments is None:
            return UNKNOWN
        nodes = [child for child in arguments.named_children if child.type != "comment"]
        name = self.text(callee).rpartition(".")[2]
        if name in _PATHS:
            found = self.path(nodes, depth)
            return found if name != "dirname" or found == RelativePath(".") else UNKNOWN
        if name == "cwd":
            return RelativePath(".")
        values = (self.value(child, depth) for child in nodes)
        return next((value for value in values if isinstance(value, dict)), UNKNOWN)

    def path(self, nodes: list[Node], depth: int) -> object:
        parts: list[str] = []
        for node in nodes:
            if self.text(node) in ("import.meta.url", "import.meta.dirname", "__filename"):
                continue
            value = self.value(node, depth)
            if isinstance(value, RelativePath):
                parts.append(value.path)
            elif isinstance(value, str):
                parts.append(value.removeprefix("file://"))
            else:
                return UNKNOWN
        return _relative(posixpath.join(*parts)) if parts else RelativePath(".")

    def either(self, node: Node, depth: int) -> object:
        """What both branches of a conditional agree on."""
        first, second = field(node, "consequence"), field(node, "alternative")
        if first is None or second is None:
            return UNKNOWN
        return _common(self.value(first, depth), self.value(second, depth))

    def awaited(self, node: Node, depth: int) -> object:
        return self.value(node.named_children[0], depth)

    def _read_constants(self, block: Node) -> None:
        for node in block.named_children:
            if node.type == "export_statement":
                node = field(node, "declaration") or node
            if node.type in ("lexical_declaration", "variable_declaration"):
                for declarator in node.named_children:
                    name, value = field(declarator, "name"), field(declarator, "value")
                    if name is not None and value is not None and name.type == "identifier":
                        self.constants[self.text(name)] = value
            elif node.type in FUNCTIONS and (name := field(node, "name")) is not None:
                self.constants[self.text(name)] = node


def _common(first: object, second: object) -> object:
    if isinstance(first, dict) and isinstance(second, dict):
        return {key: _common(first.get(key, UNKNOWN), second.get(key, UNKNOWN)) for key in {**first, **second}}
    return first if first == second else UNKNOWN


def _relative(path: str) -> object:
    """`./src`, `../shared` or `.`; an absolute path cannot be told apart from one on another machine."""
    if path.startswith("/"):
        return UNKNOWN
    normal = posixpath.normpath(path)
    return RelativePath(normal if normal == "." or normal.startswith("..") else f"./{normal}")


_PATHS = frozenset({"resolve", "join", "URL", "fileURLToPath", "dirname"})
_Rule = Callable[[_Reader, Node, int], object]
_RULES: dict[str, _Rule] = {
    "object": _Reader.object_literal,
    "array": _Reader.array,
    "string": _Reader.string,
    "template_string": _Reader.string,
    "number": _Reader.number,
    "true": lambda _reader, _node, _depth: True,
    "false": lambda _reader, _node, _depth: False,
    "null": lambda _reader, _node, _depth: None,
    "undefined": lambda _reader, _node, _depth: None,
    "unary_expression": _Reader.unary,
    "identifier": _Reader.name,
    "member_expression": _Reader.member,
    "call_expression": _Reader.call,
    "new_expression": _Reader.call,
    "ternary_expression": _Reader.either,
    "await_expression": _Reader.awaited,
    **dict.fromkeys(FUNCTIONS, _Reader.function),
}
