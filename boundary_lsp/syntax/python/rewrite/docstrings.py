"""Docstrings: where they are, and their lines."""

from __future__ import annotations

from typing import NamedTuple

import libcst as cst

from boundary_lsp.syntax.python.rewrite.text import Block, Text


class Docstring(NamedTuple):
    """A statement that is nothing but a string in one piece."""

    line: cst.SimpleStatementLine
    literal: cst.SimpleString


def docstring(block: Block) -> Docstring | None:
    """Of a module, or of a function by the block of its body."""
    return string_statement(block.body[0]) if block.body else None


def string_statement(statement: cst.CSTNode) -> Docstring | None:
    match statement:
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.SimpleString() as literal)]) if _is_text(literal):
            return Docstring(statement, literal)
    return None


def parts(literal: cst.SimpleString) -> tuple[str, str, str]:
    """What opens it, what is in it as it is written, what closes it."""
    opening = literal.prefix + literal.quote
    return opening, literal.value[len(opening) : -len(literal.quote)], literal.quote


def with_first_line(text: Text, literal: cst.SimpleString, line: str) -> str | None:
    """The literal with a line and an empty one before what is in it; None where it cannot be made longer."""
    opening, content, quote = parts(literal)
    newline = text.newline.decode()
    indentation = text.indentation(text.span(literal)[0]).decode()
    if len(quote) == 1:
        if quote in content or "\\" in content or literal.prefix:
            return None
        opening, quote = quote * 3, quote * 3
    if content.lstrip(" \t").startswith(("\n", "\r")):
        return f"{opening}{line}{newline}{content}{quote}"
    closing = "" if content.rstrip(" \t").endswith("\n") else newline + indentation
    if "\n" in content:
        closing = ""
    return f"{opening}{line}{newline * 2}{indentation}{content}{closing}{quote}"


def without_first_line(literal: cst.SimpleString) -> str | None:
    """The literal without the first line that says something; None where it says no more."""
    opening, content, quote = parts(literal)
    lines = content.lstrip().splitlines(keepends=True)
    rest = "".join(lines[1:]).lstrip()
    if not rest:
        return None
    if len(rest.rstrip().splitlines()) == 1:
        rest = rest.rstrip()
    return f"{opening}{rest}{quote}"


def _is_text(literal: cst.SimpleString) -> bool:
    return set(literal.prefix.lower()) <= set("ru")
