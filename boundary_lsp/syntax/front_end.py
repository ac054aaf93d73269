"""Source text to facts. Never raises: a broken file gives facts and problems."""

from __future__ import annotations

import msgspec

from boundary_lsp.model.facts import DirectivePlace, ModuleFacts, Problem, Uses, Values
from boundary_lsp.model.spans import Spans, decode_spans
from boundary_lsp.syntax.encoding import readable
from boundary_lsp.syntax.languages import language_of
from boundary_lsp.syntax.languages.front_ends import front_end_of
from boundary_lsp.syntax.suppressions import with_suppressed_lines

SIZE_LIMIT = 5 * 1024 * 1024
"""Bytes. Of larger files (data, bundles) only the directives at the top are read."""
_HEAD = 64 * 1024

_encoder = msgspec.msgpack.Encoder()


def facts_of(path: str, source: bytes) -> ModuleFacts:
    """The facts of one module. Spans are offsets into `source` (for UTF-16, into the same text in UTF-8)."""
    try:
        return read_module(path, source)
    except Exception:  # noqa: BLE001 - one file that we read wrongly must not cost the other four thousand
        empty = front_end_of(path).build(path, b"")
        return msgspec.structs.replace(empty, problems=(Problem("crashed", 0, len(source)),))


def read_module(path: str, source: bytes) -> ModuleFacts:
    """`facts_of` without its safety net, for tests that look for what it catches."""
    if len(source) > SIZE_LIMIT:
        return _head_facts(path, source)
    text, problems = readable(source)
    facts = with_suppressed_lines(front_end_of(path).build(path, text), text, language_of(path).comment)
    return msgspec.structs.replace(facts, problems=(*problems, *facts.problems)) if problems else facts


def encode_facts(path: str, source: bytes) -> bytes:
    """`facts_of`, as it is stored and sent between processes."""
    return _encoder.encode(facts_of(path, source))


def _head_facts(path: str, source: bytes) -> ModuleFacts:
    head, problems = readable(source[:_HEAD])
    front_end = front_end_of(path)
    facts = front_end.build(path, head)
    spans = decode_spans(facts)
    directives = [i for i, found in enumerate(facts.interface.directives) if found.place == DirectivePlace.PROLOGUE]
    empty = front_end.build(path, b"")
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
