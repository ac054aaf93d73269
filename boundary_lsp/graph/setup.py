"""Applications, layers and entry points of a project, numbered for the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from boundary_lsp.frameworks.detect import Detected
from boundary_lsp.frameworks.entries import EntryPoint
from boundary_lsp.graph.instances import Entry
from boundary_lsp.model.program import Layer, NamedFile
from boundary_lsp.model.project import Environment


class Setup(msgspec.Struct, frozen=True):
    detected: tuple[Detected, ...]
    layers: tuple[Layer, ...]
    entries: tuple[Entry, ...]
    rendered: tuple[tuple[int, ...], ...]
    """By application: entry modules that the framework renders, in the layer whose directives are read."""
    routes: tuple[tuple[int, ...], ...]
    """By application: those that answer requests without rendering."""
    browser: tuple[tuple[int, ...], ...]
    """By application: modules that the browser loads without a door."""
    named: tuple[NamedFile, ...]


def set_up(found: Sequence[tuple[Detected, Sequence[EntryPoint]]]) -> Setup:
    """`found`: applications with their entry points, in the order in which they are numbered."""
    layers: list[Layer] = []
    entries: list[Entry] = []
    rendered: list[tuple[int, ...]] = []
    routes: list[tuple[int, ...]] = []
    browser: list[tuple[int, ...]] = []
    for number, (detected, points) in enumerate(found):
        numbered = _layers(detected, number, len(layers))
        layers.extend(numbered.values())
        entries.extend(Entry(p.module, numbered[p.layer].index, p.dropped, p.rule.use) for p in points)
        served = [p for p in points if _is_server(numbered[p.layer])]
        routes.append(tuple(p.module for p in served if not p.rule.renders))
        browser.append(tuple(p.module for p in points if _is_client(numbered[p.layer])))
        rendered.append(tuple(p.module for p in served if p.rule.renders))
    return Setup(
        tuple(detected for detected, _ in found),
        tuple(layers),
        _distinct(entries),
        tuple(rendered),
        tuple(routes),
        tuple(browser),
        tuple(sorted(_named(found), key=lambda file: file.module)),
    )


def _named(found: Sequence[tuple[Detected, Sequence[EntryPoint]]]) -> Iterator[NamedFile]:
    for application, (_, points) in enumerate(found):
        yield from (NamedFile(point.module, application, point.kind) for point in points if point.kind)


def _layers(detected: Detected, application: int, first: int) -> dict[str, Layer]:
    specs = detected.profile.layers
    numbers = {spec.name: first + offset for offset, spec in enumerate(specs)}
    return {
        spec.name: Layer(
            numbers[spec.name],
            application,
            spec.name,
            spec.environment,
            {directive: numbers[behind] for directive, behind in spec.doors.items()},
            spec.directives_apply,
        )
        for spec in specs
    }


def _is_server(layer: Layer) -> bool:
    return layer.directives_apply and layer.environment is not Environment.CLIENT


def _is_client(layer: Layer) -> bool:
    return layer.directives_apply and layer.environment is Environment.CLIENT


def _distinct(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(entries))
