"""Source text to facts, by extension. Never raises: a broken file gives facts and problems."""

from __future__ import annotations

import msgspec

from boundary_lsp.model.facts import ModuleFacts
from boundary_lsp.syntax.typescript.build import build

SOURCE_EXTENSIONS = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".mdx")

_encoder = msgspec.msgpack.Encoder()


def facts_of(path: str, source: bytes) -> ModuleFacts:
    """The facts of one module. Spans are offsets into `source`."""
    return build(path, source)


def encode_facts(path: str, source: bytes) -> bytes:
    """`facts_of`, as it is stored and sent between processes."""
    return _encoder.encode(facts_of(path, source))
