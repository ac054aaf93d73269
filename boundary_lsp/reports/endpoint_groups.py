"""Endpoints to act on, gathered by the reason for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boundary_lsp.model.endpoints_page import Group, Part, Row

_GROUPS: Mapping[int, tuple[str, str]] = {
    0: (
        "First, take {them} off the network: anyone can call {them}, and only the server needs {them}",
        "The build gives {each} an address, so anyone can call {it} with a POST request and arguments of their choice. "
        "Whether {it} checks who calls was not looked at. No code in the browser uses the address: no page breaks when "
        "it is gone.",
    ),
    1: (
        "First, delete {them}: anyone can call {them}, and no running code uses {them}",
        "The build gives {each} an address, so anyone can call {it} with a POST request and arguments of their choice. "
        "No code that runs uses {it}: no page breaks without {it}.",
    ),
    2: (
        "Next, look at {them}: perhaps anyone can call {them}, and no page needs {them}",
        "Whether the build gives {each} an address could not be told. No code in the browser uses {it}.",
    ),
    3: (
        "Later, delete {them}: no running code uses {them}, and nobody can call {them}",
        "Dead code without an address on the network. An import from a page could give {it} one.",
    ),
    4: (
        "Later, move {them}: only the server needs {them}, and nobody else can call {them} now",
        "No address on the network now, but an import from a page would give {it} one.",
    ),
}
"""By rank; the reason may be read of one endpoint or of several."""


def groups_of(rows: Sequence[Row]) -> list[Group]:
    """The most urgent first. `rows` are in the order of their urgency."""
    return [_group(rank, of_rank) for rank in _GROUPS if (of_rank := [row for row in rows if row.rank == rank])]


def _group(rank: int, rows: Sequence[Row]) -> Group:
    title, reason = (_worded(text, rows) for text in _GROUPS[rank])
    advice = [sentence for sentence in rows[0].advice if all(sentence in row.advice for row in rows)]
    return Group(title, reason, rank, advice, _parts(rows, advice))


def _parts(rows: Sequence[Row], said: Sequence[str]) -> list[Part]:
    """First the endpoints with which nothing else is to be done than what is said already."""
    parts: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        parts.setdefault(tuple(sentence for sentence in row.advice if sentence not in said), []).append(row)
    return [Part(_title(same) if rest else "", list(rest), same) for rest, same in sorted(parts.items(), key=_is_more)]


def _is_more(part: tuple[tuple[str, ...], list[Row]]) -> bool:
    return bool(part[0])


def _title(rows: Sequence[Row]) -> str:
    return "Besides, with this one" if len(rows) == 1 else f"Besides, with these {len(rows):,}"


def _worded(text: str, rows: Sequence[Row]) -> str:
    them, each = ("it", "it") if len(rows) == 1 else ("them", "each of them")
    return text.format(them=them, each=each, it="it")
