"""Functions: made async."""

from __future__ import annotations

import libcst as cst

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.python.rewrite.text import Text

_SYNCHRONOUS = frozenset({"property", "cached_property", "setter", "getter", "deleter", "contextmanager", "overload"})
"""Decorators of what is not called, or is called by Python itself."""


def made_async(text: Text, at: int) -> tuple[Splice, ...]:
    """The function whose name, else `def`, is at an offset.

    Nothing for generators, which would be others, and for what Python calls itself: properties, `__init__`.
    """
    finder = _Finder(text, at)
    text.module.visit(finder)
    function = finder.found
    if function is None or function.asynchronous is not None or not _can_be_async(function):
        return ()
    start = text.span(function)[0]
    return (Splice(start, start, b"async "),)


def _can_be_async(function: cst.FunctionDef) -> bool:
    name = function.name.value
    decorators = {_last_name(decorator.decorator) for decorator in function.decorators}
    if decorators & _SYNCHRONOUS or (name.startswith("__") and name.endswith("__")):
        return False
    yields = _Yields()
    function.body.visit(yields)
    return not yields.found


def _last_name(decorator: cst.BaseExpression) -> str:
    match decorator:
        case cst.Call(func=function):
            return _last_name(function)
        case cst.Attribute(attr=name) | (cst.Name() as name):
            return name.value
    return ""


class _Finder(cst.CSTVisitor):
    def __init__(self, text: Text, at: int) -> None:
        self._text = text
        self._at = at
        self.found: cst.FunctionDef | None = None

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        if self._text.holds(node.name, self._at) or self._text.span(node)[0] == self._at:
            self.found = node


class _Yields(cst.CSTVisitor):
    """In the function itself, not in those inside."""

    def __init__(self) -> None:
        self.found = False

    def visit_Yield(self, _node: cst.Yield) -> None:
        self.found = True

    def visit_FunctionDef(self, _node: cst.FunctionDef) -> bool:
        return False

    def visit_Lambda(self, _node: cst.Lambda) -> bool:
        return False
