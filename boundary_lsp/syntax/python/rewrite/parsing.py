"""LibCST's parser, which has no limits of its own: what is nested too deep ends the process that asks it."""

from __future__ import annotations

import ast
import threading
import warnings
from collections.abc import Callable, Mapping
from typing import TypeVar

import libcst as cst
from libcst.metadata import ByteSpanPositionProvider, CodeSpan, MetadataWrapper
from tree_sitter import Node

from boundary_lsp.syntax.python.grammar import parse

LARGEST = 1 << 20
"""Bytes of a text that is taken apart."""
DEEPEST = 100
"""Nodes in nodes of the grammar that facts are made with. Forty are many."""
_STACK = 64 << 20
"""Bytes. Where threads have half a megabyte, thirty `if`s in each other are too many."""


_T = TypeVar("_T")


def parsed(source: bytes) -> cst.Module | None:
    """None where it is not understood, or too large."""
    if len(source) > LARGEST or not _is_tame(parse(source).root_node):
        return None
    return _with_stack(lambda: _parse(source))


def is_python(source: bytes) -> bool:
    """The Python that we run on reads it. That takes a sixth of the time of `parsed`."""
    if len(source) > LARGEST or not _is_tame(parse(source).root_node):
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True


def spans_of(module: cst.Module) -> Mapping[cst.CSTNode, CodeSpan]:
    """In bytes, a byte order mark not counted. They take ten times as long as parsing."""
    return _with_stack(lambda: MetadataWrapper(module, unsafe_skip_copy=True).resolve(ByteSpanPositionProvider))


def _with_stack(function: Callable[[], _T]) -> _T:
    found: list[_T] = []
    before = threading.stack_size(_STACK)
    try:
        thread = threading.Thread(target=lambda: found.append(function()))
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    return found[0]


def _parse(source: bytes) -> cst.Module | None:
    try:
        return cst.parse_module(source.decode())
    except (cst.ParserSyntaxError, UnicodeDecodeError, RecursionError):
        return None


def _is_tame(root: Node) -> bool:
    """Of what is broken, it may look for the reason for ever."""
    if root.has_error:
        return False
    cursor = root.walk()
    depth = 0
    while depth <= DEEPEST:
        if cursor.goto_first_child():
            depth += 1
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return True
            depth -= 1
    return False
