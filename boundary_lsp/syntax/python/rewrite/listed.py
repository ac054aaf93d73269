"""Elements of lists, and names of imports: taken out from between others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import libcst as cst

from boundary_lsp.model.fixes import Splice
from boundary_lsp.syntax.python.rewrite.text import Extent, Text

_EXPORTED = "__all__"
_REST_OF_LINE = re.compile(rb"[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)")


def pruned(text: Text, items: Sequence[cst.CSTNode], gone: Collection[cst.CSTNode], *, by_line: bool) -> list[Splice]:
    """Some of the items stay. `by_line`: one that has lines of its own goes with them."""
    found = []
    for first, last in _runs(items, gone):
        own = [_own_lines(text, item) for item in items[first : last + 1]] if by_line else []
        if own and all(own):
            found += [Splice(*lines, b"") for lines in own if lines]
        elif last + 1 < len(items):
            found.append(Splice(text.span(items[first])[0], text.span(items[last + 1])[0], b""))
        else:
            found.append(Splice(text.span(items[first - 1])[1], text.span(items[last])[1], b""))
    return found


def listed_without(text: Text, names: Collection[str]) -> list[Splice] | None:
    """Without names in `__all__`; None where it has one in a way that we do not know."""
    found: list[Splice] = []
    for extent in text.extents:
        statement = extent.node
        if not isinstance(statement, cst.SimpleStatementLine) or not _says_listed(text, extent):
            continue
        lists = [value for small in statement.body if isinstance(value := _listed(small), cst.List | cst.Tuple)]
        if len(lists) != 1 or not all(_is_text(element) for element in lists[0].elements):
            if any(re.search(rb"['\"]%b['\"]" % re.escape(name.encode()), text.of(statement)) for name in names):
                return None
            continue
        pruned_here = _elements(text, lists[0], names)
        if pruned_here is None:
            return None
        found += pruned_here
    return found


def listed_names(text: Text) -> set[str]:
    """All that the literals of `__all__` say."""
    values = (_listed(s) for line in text.module.body if isinstance(line, cst.SimpleStatementLine) for s in line.body)
    lists = [value for value in values if isinstance(value, cst.List | cst.Tuple)]
    strings = (item.value for value in lists for item in value.elements if isinstance(item.value, cst.SimpleString))
    return {value for string in strings if isinstance(value := string.evaluated_value, str)}


def _says_listed(text: Text, extent: Extent) -> bool:
    """Where a statement's code ends, and the comment behind it begins, is only worked out for the few in question."""
    name = _EXPORTED.encode()
    return name in text.source[extent.code_start : extent.end] and name in text.of(extent.node)


def _elements(text: Text, value: cst.List | cst.Tuple, names: Collection[str]) -> list[Splice] | None:
    """None where a comma would have to be put behind what stays."""
    items = [element.value for element in value.elements]
    gone = [item for item in items if isinstance(item, cst.SimpleString) and item.evaluated_value in names]
    if not gone:
        return []
    if len(gone) == len(items):
        first, last = text.span(items[0])[0], text.span(items[-1])[1]
        end = re.compile(rb"[ \t]*,").match(text.source, last)
        return [Splice(first, end.end() if end else last, b"")]
    is_pair = isinstance(value, cst.Tuple) and len(items) - len(gone) == 1
    return None if is_pair else pruned(text, items, gone, by_line=True)


def _listed(small: cst.BaseSmallStatement) -> cst.BaseExpression | None:
    match small:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value="__all__"))], value=value):
            return value
        case cst.AnnAssign(target=cst.Name(value="__all__"), value=value):
            return value
        case cst.AugAssign(target=cst.Name(value="__all__"), value=value):
            return value
    return None


def _is_text(element: cst.BaseElement) -> bool:
    return isinstance(element.value, cst.SimpleString)


def _runs(items: Sequence[cst.CSTNode], gone: Collection[cst.CSTNode]) -> Iterator[tuple[int, int]]:
    """First and last index of those that stand side by side."""
    first = -1
    for index, item in enumerate([*items, None]):
        if item is not None and any(item is one for one in gone):
            first = index if first < 0 else first
        elif first >= 0:
            yield first, index - 1
            first = -1


def _own_lines(text: Text, item: cst.CSTNode) -> tuple[int, int] | None:
    start, end = text.span(item)
    first = text.line_start(start)
    rest = _REST_OF_LINE.match(text.source, end)
    return (first, rest.end()) if rest and not text.source[first:start].strip() else None
