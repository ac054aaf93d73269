"""Code that is put together from pieces of a document, and where each of its offsets comes from."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from boundary_lsp.model.facts import ModuleFacts, Problem
from boundary_lsp.model.spans import Spans, decode_spans

_encoder = msgspec.msgpack.Encoder()


class Virtual:
    """Facts hold no positions, so that those of the document are those of the code with other spans."""

    def __init__(self, document: bytes) -> None:
        self.code = bytearray()
        self._document = document
        self._starts: list[int] = []
        self._pieces: list[tuple[int, int, bool]] = []
        """(start, end, whether it is a copy) in the document of what starts in the code at `_starts`."""

    def write(self, text: bytes, place: tuple[int, int] = (0, 0)) -> None:
        """Code that the document does not spell, and the place in the document that stands for all of it."""
        self._starts.append(len(self.code))
        self._pieces.append((*place, False))
        self.code += text

    def copy(self, start: int, end: int) -> None:
        self._starts.append(len(self.code))
        self._pieces.append((start, end, True))
        self.code += self._document[start:end]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span in the document of a span in the code: up to the end of the piece that it starts in."""
        index = bisect_right(self._starts, start) - 1
        first, last, is_copy = self._pieces[index]
        if not is_copy:
            return first, last
        offset = first - self._starts[index]
        return min(start + offset, last), min(end + offset, last)


def in_document(facts: ModuleFacts, virtual: Virtual, problems: list[Problem]) -> ModuleFacts:
    """Facts of the code as facts of its document, in the order of the document's text."""
    spans = decode_spans(facts)
    flat = {name: _moved(getattr(spans, name), virtual) for name in Spans.__struct_fields__}
    sites = flat["sites"]
    order = sorted(range(len(facts.uses.sites)), key=lambda site: sites[2 * site])
    flat["sites"] = tuple(offset for site in order for offset in sites[2 * site : 2 * site + 2])
    problems += [Problem(problem.kind, *virtual.place(problem.start, problem.end)) for problem in facts.problems]
    return msgspec.structs.replace(
        facts,
        uses=msgspec.structs.replace(facts.uses, sites=tuple(facts.uses.sites[site] for site in order)),
        problems=tuple(sorted(problems, key=lambda problem: problem.start)),
        spans=msgspec.Raw(_encoder.encode(Spans(**flat))),
    )


def _moved(flat: tuple[int, ...], virtual: Virtual) -> tuple[int, ...]:
    pairs = zip(flat[::2], flat[1::2], strict=True)
    return tuple(offset for start, end in pairs for offset in virtual.place(start, end))
