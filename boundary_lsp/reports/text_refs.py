"""References, and the chain that says why a module is where it is, for people."""

from __future__ import annotations

from collections.abc import Iterator

from boundary_lsp.model import report
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.styled import EMPTY, Line, Style, counted, line
from boundary_lsp.reports.text_check import degraded_lines

_WIDEST_PLACE = 48
_WHERE: dict[report.Environment, str] = {
    "client": "on the client",
    "server": "on the server",
    "unknown": "in an environment that is not known",
}


def refs_lines(answer: report.RefsAnswer, show: Shown) -> Iterator[Line]:
    path, _, name = answer.target.partition("#")
    title = (f"{show(path)}#{name}", Style.STRONG)
    if not answer.references:
        yield line(title, ": no references")
    else:
        yield line(title, f": {counted(len(answer.references), 'reference')}")
    places = [place(reference.path, reference.range, show) for reference in answer.references]
    width = min(max(map(len, places), default=0), _WIDEST_PLACE)
    for where, reference in zip(places, answer.references, strict=True):
        yield line(f"  {where:<{width}}  {reference.kind:<11}  ", *_transfers(reference))
        for carrier in reference.through:
            yield line((f"      through {show.message(carrier)}", Style.FAINT))
    yield from degraded_lines(answer, show)


def why_lines(answer: report.WhyAnswer, show: Shown) -> Iterator[Line]:
    if answer.environment is None:
        yield line((show(answer.path), Style.STRONG), " is not loaded: no entry point reaches it.")
    elif not answer.chain:
        yield line((show(answer.path), Style.STRONG), f" is not loaded {_WHERE[answer.environment]}.")
    else:
        last = answer.chain[-1]
        yield line((show(answer.path), Style.STRONG), f" is loaded {_WHERE[answer.environment]} (layer {last.layer}):")
        yield EMPTY
        yield from _chain(answer, show)
    yield from degraded_lines(answer, show)


def place(path: str, where: report.Range, show: Shown) -> str:
    return f"{show(path)}:{where.start.line}:{where.start.column}"


def _transfers(reference: report.Reference) -> Iterator[tuple[str, Style]]:
    """`network (client), in-process (rsc)`: layers that agree are told together."""
    layers: dict[str, list[str]] = {}
    for transfer in reference.transfers:
        layers.setdefault(transfer.transfer, []).append(transfer.layer)
    for number, (how, names) in enumerate(layers.items()):
        known = ", ".join(name for name in names if name)
        style = Style.GOOD if how == "network" else Style.PLAIN
        yield (", " if number else "") + how, style
        if known:
            yield f" ({known})", Style.FAINT


def _chain(answer: report.WhyAnswer, show: Shown) -> Iterator[Line]:
    importer = ""
    for number, link in enumerate(answer.chain):
        if number:
            yield line((f"    imports it at {place(importer, link.range, show)}", Style.FAINT), *_door(link))
        entry = f"  entry point of {link.layer}" if not number else f"  {link.layer}"
        yield line(f"  {show(link.path)}", (entry, Style.FAINT), *(_door(link) if not number else ()))
        importer = link.path


def _door(link: report.ChainLink) -> Iterator[tuple[str, Style]]:
    if link.door:
        yield f"  door: 'use {link.door}'", Style.INFO
