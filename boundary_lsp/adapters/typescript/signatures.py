"""How functions can be called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boundary_lsp.adapters.typescript.explore import Explorer
from boundary_lsp.adapters.typescript.messages import NodeKind, SignatureKind, SymbolAnswer, TypeAnswer, declared_at
from boundary_lsp.adapters.typescript.nodes import ParameterNode, Tree
from boundary_lsp.adapters.typescript.program import Program
from boundary_lsp.adapters.typescript.shapes import NO_TYPE
from boundary_lsp.adapters.typescript.translate import Translator, present
from boundary_lsp.model.wire_types import Member, Signature

_NO_NODE = ParameterNode(optional=False, rest=False, pattern="")
_LONGEST_PATTERN = 60


def signatures_at(
    program: Program, explorer: Explorer, translator: Translator, nodes: Sequence[str]
) -> list[Signature | None]:
    """For each node the one signature of its type; None where it has none or several."""
    types = program.types_at(nodes)
    known = [n for n, type in enumerate(types) if type]
    every = program.signatures_of([type.id for type in types if type], SignatureKind.CALL)
    single = {n: signatures[0].id for n, signatures in zip(known, every, strict=True) if len(signatures) == 1}
    parameters = program.parameters_of(single.values())
    returns = program.returns_of(single.values())
    symbols = [symbol for found in parameters for symbol in found]
    parameter_types = program.types_of_symbols([symbol.id for symbol in symbols])
    explorer.explore(type for type in (*returns, *parameter_types) if type)
    members = iter(_members(program, translator, symbols, parameter_types))
    found: list[Signature | None] = [None] * len(nodes)
    for n, own, result in zip(single, parameters, returns, strict=True):
        given = tuple(next(members) for _ in own)
        found[n] = Signature(given, translator.wire(result.id if result else NO_TYPE))
    return found


def _members(
    program: Program, translator: Translator, symbols: Sequence[SymbolAnswer], types: Sequence[TypeAnswer | None]
) -> list[Member]:
    nodes = _parameter_nodes(program, symbols)
    found = []
    for symbol, type in zip(symbols, types, strict=True):
        node = nodes.get(symbol.id, _NO_NODE)
        wire = translator.wire(type.id if type else NO_TYPE)
        found.append(Member(_name(symbol, node), present(wire, node.optional), node.optional))
    return found


def _name(symbol: SymbolAnswer, node: ParameterNode) -> str:
    """`...rest` for the rest; the pattern where there is no name, if it is short."""
    pattern = node.pattern if len(node.pattern) <= _LONGEST_PATTERN else "{ … }"
    name = pattern or symbol.name
    return f"...{name}" if node.rest else name


def _parameter_nodes(program: Program, symbols: Iterable[SymbolAnswer]) -> dict[int, ParameterNode]:
    """Whether a parameter is optional is written where it is declared, and the checker tells it nowhere else."""
    declared: dict[int, tuple[int, str]] = {}
    for symbol in symbols:
        for handle in (symbol.declarations or ())[:1]:
            index, kind, path = declared_at(handle)
            if kind == NodeKind.PARAMETER:
                declared[symbol.id] = (index, path)
    paths = list(dict.fromkeys(path for _, path in declared.values()))
    sources = program.sources(paths)
    trees = {path: Tree(source.data) for path, source in zip(paths, sources, strict=True) if source}
    return {symbol: trees[path].parameter(index) for symbol, (index, path) in declared.items() if path in trees}
