"""A document as the module that it compiles to.

import { Card } from './card'           import { Card } from './card'
                                   ->   export default function (props) { return <>
# Hello <Card>{name}</Card>               <Card>{name}</Card>
                                        </>}
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import Counter

from boundary_lsp.model.facts import ModuleFacts, Problem
from boundary_lsp.syntax.mdx.document import Document, Kind, Part
from boundary_lsp.syntax.mdx.virtual import Virtual, in_document
from boundary_lsp.syntax.typescript.build import build
from boundary_lsp.syntax.typescript.repair import read

_LAYOUT = re.compile(rb"^export[ \t]+(default)\b", re.MULTILINE)
"""A document's own default export is what its content is put into."""
_WORD = re.compile(rb"(?<![\w$.\x80-\xff])[A-Za-z_$\x80-\xff][\w$\x80-\xff]*")
_SIGN = re.compile(rb"[^\r\n]")
_RESERVED = frozenset(
    b"break case catch class const continue debugger default delete do else enum export extends finally for function if"
    b" import in instanceof new return super switch throw try typeof var void while with".split()
)


def facts_of_document(path: str, source: bytes) -> ModuleFacts:
    text, parts = _read(path, source)
    code = Virtual(text)
    layout: tuple[int, int] | None = None
    for part in parts:
        if part.kind is Kind.MODULE:
            layout = _write_module(code, text, part) or layout
    code.write(b"export default function (props) { return <>")
    if layout is not None:
        code.write(b"<MDXLayout>", layout)
    single = _unpaired(parts)
    for index, part in enumerate(parts):
        if part.kind is Kind.BROKEN:
            _write_words(code, text, part)
        elif part.kind is not Kind.MODULE:
            _write_part(code, part, single=index in single)
    code.write(b"</MDXLayout></>}" if layout is not None else b"</>}")
    broken = [Problem("syntax-error", part.start, part.end) for part in parts if _is_problem(text, part)]
    return in_document(build(path, bytes(code.code)), code, broken)


def statements_of_document(path: str, source: bytes) -> bytes:
    """Its `import` and `export` statements at their places, all else blank."""
    text, parts = _read(path, source)
    code = bytearray(_SIGN.sub(b" ", text))
    for part in parts:
        if part.kind is Kind.MODULE:
            code[part.start : part.end] = text[part.start : part.end]
    return bytes(code)


def _read(path: str, source: bytes) -> tuple[bytes, list[Part]]:
    text = b"\n\n\n" + source[3:] if source.startswith(BOM_UTF8) else source
    return text, list(Document(text, lambda code: not read(path, code).tree.root_node.has_error).parts())


def _write_module(code: Virtual, text: bytes, part: Part) -> tuple[int, int] | None:
    """The span of the keyword that makes something of it the layout."""
    layout = _LAYOUT.search(text, part.start, part.end)
    if layout is None:
        code.copy(part.start, part.end)
    else:
        code.copy(part.start, layout.start())
        code.write(b"const MDXLayout =", layout.span(1))
        code.copy(layout.end(), part.end)
    code.write(b"\n")
    return layout.span(1) if layout is not None else None


def _write_part(code: Virtual, part: Part, *, single: bool) -> None:
    if not single:
        code.copy(part.start, part.end)
    elif part.kind is Kind.OPEN and part.name:
        code.copy(part.start, part.end - 1)
        code.write(b"/>")


def _write_words(code: Virtual, text: bytes, part: Part) -> None:
    """Whatever it names counts as used, to be on the safe side."""
    if part.name:
        code.copy(part.start, part.end)
        code.write(b"/>")
        return
    for word in _WORD.finditer(text, part.start, part.end):
        if word[0] not in _RESERVED:
            code.write(b"{")
            code.copy(*word.span())
            code.write(b"}")


def _unpaired(parts: list[Part]) -> frozenset[int]:
    """Opening and closing tags that have no partner."""
    opened: list[int] = []
    alone: list[int] = []
    waiting: Counter[bytes] = Counter()
    for index, part in enumerate(parts):
        if part.kind is Kind.OPEN:
            opened.append(index)
            waiting[part.name] += 1
        elif part.kind is Kind.CLOSE and not waiting[part.name]:
            alone.append(index)
        elif part.kind is Kind.CLOSE:
            while parts[last := opened.pop()].name != part.name:
                alone.append(last)
                waiting[parts[last].name] -= 1
            waiting[part.name] -= 1
    return frozenset((*alone, *opened))


def _is_problem(text: bytes, part: Part) -> bool:
    """Prose may begin with the words `import` and `export`."""
    return part.kind is Kind.BROKEN and text[part.start : part.start + 1] in (b"{", b"<")
