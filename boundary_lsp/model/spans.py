"""Where the facts of a module stand in its text."""

from __future__ import annotations

import msgspec

from boundary_lsp.model.facts import Fact, ModuleFacts


class Spans(Fact, frozen=True, array_like=True, gc=False):
    """Byte offsets, flattened `(start, end, start, end, …)`, parallel to the tables they are named after."""

    directives: tuple[int, ...]
    """The literal, with its parentheses."""
    imports: tuple[int, ...]
    """The specifier literal."""
    imported_names: tuple[int, ...]
    """All names of all imports, in order: the imported token (`a` in `{a as b}`)."""
    exports: tuple[int, ...]
    """The public name's token; the keyword `default` or `export` where there is none."""
    declarations: tuple[int, ...]
    """The name's token; (0, 0) for declaration 0."""
    sites: tuple[int, ...]
    inline_functions: tuple[int, ...]
    """The name's token, else the function's first token (`async`)."""
    forms: tuple[int, ...] = ()
    statements: tuple[int, ...] = ()
    """By import: its whole statement; the specifier literal where it is an `import()` or `require()`."""
    exported_things: tuple[int, ...] = ()
    """By export: the token that names what is exported (`a` in `export { a as b }` and in `export default a`), the
    public name's where there is no other."""
    suppressions: tuple[int, ...] = ()
    """The comment."""
    suppressed: tuple[int, ...] = ()
    """By suppression: the lines that it speaks of, its own among them."""
    decorators: tuple[int, ...] = ()
    """What stands behind the `@`."""
    named_calls: tuple[int, ...] = ()
    """The argument."""
    named_strings: tuple[int, ...] = ()
    """All names of all such calls, in order: the literal, wherever it is; empty where several say the same."""


_spans_decoder = msgspec.msgpack.Decoder(Spans)


def decode_spans(facts: ModuleFacts) -> Spans:
    return _spans_decoder.decode(facts.spans)


def span_at(flat: tuple[int, ...], index: int) -> tuple[int, int]:
    """The `index`-th span of a flattened list: (start, end) in bytes, end exclusive."""
    return flat[2 * index], flat[2 * index + 1]
