"""Directives, which are docstrings or their first lines: added, moved to where they count, corrected, removed."""

from __future__ import annotations

from typing import NamedTuple

import libcst as cst

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.python.rewrite.docstrings import (
    Docstring,
    docstring,
    parts,
    string_statement,
    with_first_line,
    without_first_line,
)
from boundary_lsp.syntax.python.rewrite.text import Block, Text


class _Found(NamedTuple):
    statement: Docstring
    block: Block
    is_body: bool
    """The block is the module, or the body of a function."""


def added(text: Text, directive: str) -> tuple[Splice, ...]:
    """To the module: a docstring of its own, else the first line of the one that is there."""
    return _put(text, text.module, directive, f'"{directive}"')


def moved(text: Text, at: int) -> tuple[Splice, ...]:
    """The string statement at an offset, to the head of the module or of the function around it; nothing where it
    stands in a block of another kind, or what it leaves would have no body."""
    found = _find(text, at)
    if found is None or not found.is_body or len(found.block.body) == 1:
        return ()
    put = _put(text, found.block, _first_words(found.statement.literal), found.statement.literal.value)
    return (*put, *_gone(text, found.statement)) if put else ()


def corrected(text: Text, at: int, directive: str) -> tuple[Splice, ...]:
    """The string at an offset says something else, and loses its parentheses."""
    found = _find(text, at)
    if found is None:
        return ()
    literal = found.statement.literal
    value = literal.value.replace(_first_words(literal), directive, 1)
    return (Splice(*text.span(found.statement.line.body[0]), value.encode()),)


def removed(text: Text, at: int) -> tuple[Splice, ...]:
    """With the empty line that parts it from what follows. A body of nothing else is left with `pass`."""
    found = _find(text, at)
    if found is None:
        return ()
    rest = without_first_line(found.statement.literal)
    if rest is not None:
        return (Splice(*text.span(found.statement.literal), rest.encode()),)
    if len(found.block.body) == 1 and isinstance(found.block, cst.IndentedBlock):
        return (Splice(*text.span(found.statement.line.body[0]), b"pass"),)
    return _gone(text, found.statement)


def _put(text: Text, block: Block, directive: str, literal: str) -> tuple[Splice, ...]:
    present = docstring(block)
    if present is not None:
        merged = with_first_line(text, present.literal, directive)
        return (Splice(*text.span(present.literal), merged.encode()),) if merged is not None else ()
    if isinstance(block, cst.Module):
        at = text.extents[0].start if text.extents else len(text.source)
        gap = b"" if text.blank_end(at) > at else text.newline
        return (Splice(at, at, literal.encode() + text.newline + gap),)
    first = text.span(block.body[0])[0]
    at = text.line_start(first)
    return (Splice(at, at, text.indentation(first) + literal.encode() + text.newline),)


def _gone(text: Text, statement: Docstring) -> tuple[Splice, ...]:
    lines = text.whole_lines(*text.span(statement.line))
    if lines is None:
        return ()
    start, end = lines
    return (Splice(start, text.blank_end(end) if text.is_blank_before(start) else end, b""),)


def _first_words(literal: cst.SimpleString) -> str:
    return parts(literal)[1].strip().splitlines()[0].strip()


def _find(text: Text, at: int) -> _Found | None:
    finder = _Finder(text, at)
    text.module.visit(finder)
    return finder.found


class _Finder(cst.CSTVisitor):
    """The string statement around an offset that says something."""

    def __init__(self, text: Text, at: int) -> None:
        self._text = text
        self._at = at
        self._bodies: list[cst.BaseSuite] = []
        self.found: _Found | None = None

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self._bodies.append(node.body)

    def visit_Module(self, node: cst.Module) -> None:
        self._look(node, is_body=True)

    def visit_IndentedBlock(self, node: cst.IndentedBlock) -> None:
        self._look(node, is_body=any(node is body for body in self._bodies))

    def _look(self, block: Block, *, is_body: bool) -> None:
        for line in block.body:
            statement = string_statement(line)
            if statement is None or not parts(statement.literal)[1].strip():
                continue
            if self._text.holds(statement.line, self._at):
                self.found = _Found(statement, block, is_body)
