"""Source text to facts, by extension. Never raises: a broken file gives facts and problems."""

from __future__ import annotations

import msgspec

from boundary_lsp.model.facts import DirectivePlace, ModuleFacts, Problem, Spans, Uses, Values, decode_spans
from boundary_lsp.syntax.encoding import readable
from boundary_lsp.syntax.mdx import facts_of_document
from boundary_lsp.syntax.suppressions import with_suppressed_lines
from boundary_lsp.syntax.typescript.build import build

SOURCE_EXTENSIONS = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".mdx")

SIZE_LIMIT = 5 * 1024 * 1024
"""Bytes. Of larger files (data, bundles) only the directives at the top are read."""
_HEAD = 64 * 1024

_encoder = msgspec.msgpack.Encoder()


def facts_of(path: str, source: bytes) -> ModuleFacts:
    """The facts of one module. Spans are offsets into `source` (for UTF-16, into the same text in UTF-8)."""
    try:
        return read_module(path, source)
    except Exception:  # noqa: BLE001 - one file that we read wrongly must not cost the other four thousand
        return msgspec.structs.replace(build(path, b""), problems=(Problem("crashed", 0, len(source)),))


def read_module(path: str, source: bytes) -> ModuleFacts:
    """`facts_of` without its safety net, for tests that look for what it catches."""
    if len(source) > SIZE_LIMIT:
        return _head_facts(path, source)
    text, problems = readable(source)
    facts = facts_of_document(path, text) if path.endswith(".mdx") else build(path, text)
    facts = with_suppressed_lines(facts, text)
    return msgspec.structs.replace(facts, problems=(*problems, *facts.problems)) if problems else facts


def encode_facts(path: str, source: bytes) -> bytes:
    """`facts_of`, as it is stored and sent between processes."""
    return _encoder.encode(facts_of(path, source))


def _head_facts(path: str, source: bytes) -> ModuleFacts:
    head, problems = readable(source[:_HEAD])
    facts = build(path, head)
    spans = decode_spans(facts)
    directives = [i for i, found in enumerate(facts.interface.directives) if found.place == DirectivePlace.PROLOGUE]
    empty = build(path, b"")
    return ModuleFacts(
        msgspec.structs.replace(empty.interface, directives=tuple(facts.interface.directives[i] for i in directives)),
        Uses((), (), ()),
        Values(),
        (),
        (*problems, Problem("too-large", 0, len(source))),
        msgspec.Raw(
            _encoder.encode(
                Spans(
                    directives=tuple(o for i in directives for o in spans.directives[2 * i : 2 * i + 2]),
                    imports=(),
                    imported_names=(),
                    exports=(),
                    declarations=(0, 0),
                    sites=(),
                    inline_functions=(),
                )
            )
        ),
    )
