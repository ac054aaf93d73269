"""One module's source to its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace
from tree_sitter import Node

from boundary_lsp.model.facts import ModuleFacts, SiteKind
from boundary_lsp.model.values import Argument, CallSite, Capture, FunctionDeclaration, ModuleValues
from boundary_lsp.syntax.drafts.reading import DECLARATION_SIZE
from boundary_lsp.syntax.python.captures import captured_uses
from boundary_lsp.syntax.python.grammar import field, first, starts
from boundary_lsp.syntax.python.values.declarations import Found, declarations_of
from boundary_lsp.syntax.python.values.expressions import VALUES, parts
from boundary_lsp.syntax.python.values.functions import function_value
from boundary_lsp.syntax.python.values.module import Module
from boundary_lsp.syntax.python.values.reader import Reader
from boundary_lsp.syntax.python.values.types import TYPES

_THROUGH = frozenset({"attribute", "parenthesized_expression"})
_SPREADS = frozenset({"list_splat", "dictionary_splat"})


def build_values(_path: str, source: bytes, facts: ModuleFacts) -> ModuleValues:
    """`facts` are those of the same source. An enumeration is a class that extends one of `enum`."""
    reader = Reader(Module(source, facts), VALUES, TYPES)
    found = declarations_of(reader)
    inline = _inline_functions(reader)
    return ModuleValues(
        types=tuple(found.types.values()),
        classes=tuple(found.classes.values()),
        variables=tuple(found.variables.values()),
        functions=(*found.functions.values(), *_inline_declarations(reader, found, inline)),
        calls=tuple(_call_sites(reader)),
        captures=tuple(capture for index, node in inline for capture in _captures(reader, index, node)),
    )


def _inline_functions(reader: Reader) -> list[tuple[int, Node]]:
    found = []
    for start, index in reader.module.inline.items():
        token = reader.module.root.descendant_for_byte_range(start, start + 1)
        if token is not None and token.parent is not None and token.parent.type == "function_definition":
            found.append((index, token.parent))
    return found


def _inline_declarations(reader: Reader, found: Found, inline: list[tuple[int, Node]]) -> list[FunctionDeclaration]:
    """Those that are not among the top-level ones."""
    known = {one.function.inline for one in found.functions.values()}
    declared = []
    for index, node in inline:
        if index not in known:
            reader.begin(DECLARATION_SIZE)
            declared.append(FunctionDeclaration(function_value(reader, node)))
    return declared


def _call_sites(reader: Reader) -> list[CallSite]:
    module = reader.module
    calls: dict[int, CallSite | None] = {}
    for site, start in zip(module.facts.uses.sites, module.spans.sites[::2], strict=True):
        if site.kind is SiteKind.CALL and start not in calls and not module.deep.cover(start):
            token = module.root.descendant_for_byte_range(start, start + 1)
            calls[start] = _call_site(reader, token) if token is not None else None
    return [*(call for call in calls.values() if call is not None), *_named_calls(reader, calls)]


def _named_calls(reader: Reader, calls: Mapping[int, CallSite | None]) -> Iterator[CallSite]:
    """Of `anvil.server.call("save", 1)` a call of `save` as well."""
    spans = reader.module.spans
    for named, start in zip(reader.module.facts.uses.named_calls, spans.named_calls[::2], strict=True):
        call = calls.get(spans.sites[2 * named.site])
        if call is not None and call.arguments:
            yield replace(call, site=start, arguments=call.arguments[1:])


def _call_site(reader: Reader, token: Node) -> CallSite | None:
    node, parent = token, token.parent
    while parent is not None and parent.type in _THROUGH:
        node, parent = parent, parent.parent
    if parent is None or parent.type != "call" or not starts(field(parent, "function"), node):
        return None
    arguments = field(parent, "arguments")
    given = parts(arguments) if arguments is not None and arguments.type == "argument_list" else []
    values = tuple(_argument(reader, one) for one in given)
    return CallSite(token.start_byte, values, start=parent.start_byte, end=parent.end_byte)


def _argument(reader: Reader, node: Node) -> Argument:
    name = field(node, "name") if node.type == "keyword_argument" else None
    spread = node.type in _SPREADS
    value = field(node, "value") if name is not None else first(node) if spread else node
    value = value if value is not None else node
    keyword = reader.module.text(name) if name is not None else ""
    return Argument(reader.whole_value(value), value.start_byte, value.end_byte, spread, keyword)


def _captures(reader: Reader, index: int, function: Node) -> list[Capture]:
    return [
        Capture(index, name, reader.whole_value(token), token.start_byte, token.end_byte)
        for name, token in captured_uses(reader.module, function)
    ]
