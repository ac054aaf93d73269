"""Statements of the top level: what they declare, and how they are taken out as a person would."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

import libcst as cst

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.languages.texts import Statement
from boundary_lsp.syntax.python.rewrite.listed import listed_names, listed_without
from boundary_lsp.syntax.python.rewrite.text import Extent, Text


def declarations(text: Text) -> tuple[Statement, ...]:
    return tuple(_statements(text))


class Gone(NamedTuple):
    """What is to be taken out."""

    statements: tuple[Extent, ...]
    splices: tuple[Splice, ...]
    """Of what stays in part."""


def declaring(text: Text, names: Collection[str]) -> Gone | None:
    """The statements that declare these names, and what `__all__` says of them. None where a statement declares others
    as well, or a name has no statement of its own at the top."""
    gone = [extent for extent in text.extents if not set(names).isdisjoint(names_of(extent.node))]
    mixed = any(not set(names_of(extent.node)) <= set(names) for extent in gone)
    if mixed or {name for extent in gone for name in names_of(extent.node)} != set(names):
        return None
    listed = listed_without(text, names)
    return None if listed is None else Gone(tuple(gone), tuple(listed))


def without_all(text: Text, *parts: Gone | None) -> tuple[Splice, ...] | None:
    """None where one of the parts is."""
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    splices = [splice for part in known for splice in part.splices]
    return (*removed(text, [extent for part in known for extent in part.statements]), *splices)


def removed(text: Text, gone: Collection[Extent]) -> tuple[Splice, ...]:
    """Without statements, and the comments that stand right above each."""
    found: list[Splice] = []
    for run, after in _runs(text, gone):
        splices = [Splice(_start(text, extent), extent.end, b"") for extent in run]
        above = text.blanks_end(splices[0].start)
        below = text.blanks_end(after.start) if after is not None else above
        is_top = run[0] is text.extents[0] and not text.module.header
        if after is not None and (is_top or above - splices[0].start > below - after.start):
            splices[-1] = splices[-1]._replace(end=below)
            splices[0] = splices[0]._replace(start=splices[0].start if is_top else above)
        found += splices
    return tuple(found)


def _runs(text: Text, gone: Collection[Extent]) -> Iterator[tuple[list[Extent], Extent | None]]:
    """Those that follow each other, and what follows them: of the distances above and below the larger one stays."""
    run: list[Extent] = []
    for extent in text.extents:
        if extent in gone:
            run.append(extent)
        elif run:
            yield run, extent
            run = []
    if run:
        yield run, None


def names_of(node: cst.BaseStatement) -> tuple[str, ...]:
    """All that a statement declares; not what it imports."""
    match node:
        case cst.FunctionDef(name=name) | cst.ClassDef(name=name):
            return (name.value,)
        case cst.SimpleStatementLine(body=body):
            return tuple(name for small in body for name in _small_names(small))
    return ()


def _statements(text: Text) -> Iterator[Statement]:
    listed = listed_names(text)
    for extent in text.extents:
        names = names_of(extent.node)
        if names:
            is_type = _is_type(extent.node)
            is_listed = not listed.isdisjoint(names)
            yield Statement(_start(text, extent), extent.end, extent.code_start, names, is_listed, is_type)


def _is_type(node: cst.BaseStatement) -> bool:
    return isinstance(node, cst.SimpleStatementLine) and isinstance(node.body[0], cst.TypeAlias)


def _small_names(small: cst.BaseSmallStatement) -> Iterator[str]:
    match small:
        case cst.Assign(targets=targets):
            for target in targets:
                yield from _target_names(target.target)
        case cst.AnnAssign(target=target):
            yield from _target_names(target)
        case cst.TypeAlias(name=name):
            yield name.value


def _target_names(target: cst.BaseExpression) -> Iterator[str]:
    match target:
        case cst.Name(value=value):
            yield value
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            for element in elements:
                yield from _target_names(element.value)


def _start(text: Text, extent: Extent) -> int:
    """Where it begins with its comments, or with the empty lines above them; what is said further above stays."""
    lines: Sequence[cst.EmptyLine] = getattr(extent.node, "leading_lines", ())
    own = list(takewhile(lambda line: line.comment is not None, reversed(lines)))
    others = lines[: len(lines) - len(own)]
    kept = next((number for number in range(len(others), 0, -1) if others[number - 1].comment is not None), 0)
    return extent.start + sum(len(text.module.code_for_node(line).encode()) for line in others[:kept])
