"""MDX as the module it compiles to: its `import` and `export` blocks, and a default export that renders.

Everything else is blanked, apart from the tags of components, so that the TypeScript front end reads
the rest with all offsets in place.
"""

from __future__ import annotations

import re

_FENCE = re.compile(rb"^[ \t]*(```+|~~~+)")
_MODULE = re.compile(rb"(?:import|export)\b[ \t]*[\w${*'\"]")
_TAG = re.compile(rb"<([A-Z_$][\w$]*(?:\.[\w$]+)*)(?=[\s/>])")
_INLINE_CODE = re.compile(rb"`[^`\n]*`")


def module_lines(source: bytes) -> bytes:
    """The `import` and `export` blocks of a document at their places, all else blank.

    A block starts at the beginning of a line and ends at an empty one, as MDX itself reads them.
    """
    kept, _ = _split(source)
    return kept


def component_tags(source: bytes) -> list[tuple[int, int]]:
    """Spans of the component names rendered in the text, code apart: `Card` of `<Card>`."""
    _, prose = _split(source)
    return [match.span(1) for match in _TAG.finditer(prose)]


def _split(source: bytes) -> tuple[bytes, bytes]:
    module: list[bytes] = []
    prose: list[bytes] = []
    fence = b""
    in_module = False
    for line in source.splitlines(keepends=True):
        fence_mark = _FENCE.match(line)
        blank = _blank(line)
        if fence:
            fence = b"" if fence_mark is not None and line.strip().startswith(fence) else fence
            module.append(blank)
            prose.append(blank)
            continue
        if fence_mark is not None and not in_module:
            fence = fence_mark[1]
            module.append(blank)
            prose.append(blank)
            continue
        in_module = bool(line.strip()) and (in_module or _MODULE.match(line) is not None)
        module.append(line if in_module else blank)
        prose.append(blank if in_module else _INLINE_CODE.sub(lambda found: _blank(found[0]), line))
    return b"".join(module), b"".join(prose)


def _blank(line: bytes) -> bytes:
    return re.sub(rb"[^\r\n]", b" ", line)
