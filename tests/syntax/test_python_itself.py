"""Python's own compiler, asked about our own source: what is imported, exported, and used of the module's names."""

from __future__ import annotations

import ast
import symtable
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from boundary_lsp.model.facts import BindingKind, ImportForm, ModuleFacts
from boundary_lsp.syntax.front_end import read_module

ROOT = Path(__file__).parents[2]
FOLDERS = ("boundary_lsp/syntax/python", "boundary_lsp/lsp", "scripts", "tests/support")
FILES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
_LATER = b"from __future__ import annotations"
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_facts_are_those_of_the_compiler(path: Path) -> None:
    source = path.read_bytes().replace(_LATER, b"pass")  # else the compiler looks at no annotation
    facts = read_module(path.name, source)
    tree = ast.parse(source)
    module = symtable.symtable(source.decode(), path.name, "exec")
    assert facts.problems == ()
    assert Counter(_imports_found(facts)) == Counter(_imports(tree))
    assert {export.name for export in facts.interface.exports} == _names(module)
    assert _uses_found(facts) == _uses(tree, module)


def _imports(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """(module, name, local name); of `import a.b`, `a` is another."""
    roots = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module != "__future__":
            specifier = "." * node.level + (node.module or "")
            yield from ((specifier, alias.name, alias.asname or alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, "*", alias.asname or alias.name
                root = alias.name.partition(".")[0]
                if root != alias.name and not alias.asname and root not in roots:
                    roots.add(root)
                    yield root, "*", root


def _imports_found(facts: ModuleFacts) -> Iterator[tuple[str, str, str]]:
    for entry in facts.interface.imports:
        yield from ((entry.specifier, name.imported, name.local) for name in entry.names)


def _names(module: symtable.SymbolTable) -> set[str]:
    """What the module gives a value, in functions as well (`global`)."""
    names = {one.get_name() for one in module.get_symbols() if one.is_assigned() or one.is_imported()}
    return names - {"__all__"}


def _uses_found(facts: ModuleFacts) -> Counter[str]:
    kinds = (BindingKind.IMPORT, BindingKind.DECLARATION)
    bindings = facts.interface.bindings
    imports = facts.interface.imports
    lazy = {
        index
        for index, one in enumerate(bindings)
        if one.kind is BindingKind.IMPORT and imports[one.owner].form is ImportForm.DYNAMIC
    }
    sites = (site.binding for site in facts.uses.sites if site.binding not in lazy)
    found = Counter(bindings[site].local.partition(".")[0] for site in sites if bindings[site].kind in kinds)
    return Counter({name: count for name, count in found.items() if count})


def _uses(tree: ast.Module, module: symtable.SymbolTable) -> Counter[str]:
    names = _names(module)
    return Counter(name for name in _Walk(module).globals_in(tree) if name in names)


class _Walk:
    """Names that are read and mean the module's own, scope by scope as the compiler sees them."""

    def __init__(self, table: symtable.SymbolTable) -> None:
        self.table = table
        self.children = list(table.get_children())

    def globals_in(self, node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load) and self._is_global(node.id):
                yield node.id
            return
        outer, inner = _parts(node)
        for part in outer:
            yield from self.globals_in(part)
        if inner:
            scope = _Walk(self._child(node))
            for part in inner:
                yield from scope.globals_in(part)

    def _is_global(self, name: str) -> bool:
        return self.table.get_type() == "module" or self.table.lookup(name).is_global()

    def _child(self, node: ast.AST) -> symtable.SymbolTable:
        found = next(one for one in self.children if one.get_lineno() == getattr(node, "lineno", 0))
        self.children.remove(found)
        return found


def _parts(node: ast.AST) -> tuple[list[ast.AST], list[ast.AST]]:
    """What is evaluated around a scope, and what in it."""
    if isinstance(node, _COMPREHENSIONS):
        first, *others = node.generators
        body = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        return [first.iter], [first.target, *first.ifs, *others, *body]
    if not isinstance(node, _SCOPES):
        return list(ast.iter_child_nodes(node)), []
    body = node.body if isinstance(node.body, list) else [node.body]
    inside = {id(child) for child in body}
    return [child for child in ast.iter_child_nodes(node) if id(child) not in inside], list(body)
