"""The graph in numbers, and what was understood of a project, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from boundary_lsp.model import report
from boundary_lsp.model.naming import application_names
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.styled import EMPTY, Line, Style, counted, line, listed
from boundary_lsp.reports.text_check import degraded_lines
from boundary_lsp.reports.text_refs import place

_MOST_LISTED = 20
_UNRESOLVED = {
    "missing": "Imports that lead nowhere",
    "opaque": "Imports that lead to something that cannot be read",
    "generated": "Imports of files that a generator writes",
}


def graph_lines(answer: report.GraphAnswer, show: Shown) -> Iterator[Line]:
    layers = Counter(layer.name for module in answer.modules for layer in module.layers)
    doors = Counter(door.kind for door in answer.doors)
    yield line((counted(len(answer.modules), "module"), Style.STRONG))
    for name, number in layers.items():
        yield line(f"  {number:>7,}  in {name}")
    outside = sum(1 for module in answer.modules if not module.layers)
    if outside:
        yield line(f"  {outside:>7,}  that no entry point reaches")
    yield line((counted(sum(doors.values()), "door"), Style.STRONG))
    yield line(f"  {doors['client']:>7,}  to {counted(len(answer.client_modules), 'client module')}")
    used = counted(len(answer.server_functions), "server function")
    yield line(f"  {doors['server']:>7,}  to the server; {used} used")
    yield line(("The graph itself: --format json; a map of it: --format html", Style.FAINT))
    yield from degraded_lines(answer, show)


def doctor_lines(answer: report.DoctorAnswer, show: Shown) -> Iterator[Line]:
    yield line(("Root           ", Style.FAINT), answer.root)
    configured = [show(path) for path in (answer.configuration, *answer.nested_configurations) if path]
    yield from _short_list("Configuration  ", configured or ["none (defaults)"])
    roles = listed([f"{number:,} {role}" for role, number in answer.roles.items()])
    yield line(("Modules        ", Style.FAINT), f"{answer.modules:,}" + (f" ({roles})" if roles else ""))
    yield from _short_list("tsconfigs      ", [show(path) for path in answer.tsconfigs])
    yield from _short_list("Packages       ", answer.workspace_packages)
    yield line(("Types          ", Style.FAINT), "declared (read from the source; no checker is used)")
    yield EMPTY
    yield from _applications(answer, show)
    yield from _unresolved(answer, show)
    yield from _problems(answer, show)
    yield from degraded_lines(answer, show)


def _applications(answer: report.DoctorAnswer, show: Shown) -> Iterator[Line]:
    for name, application in zip(application_names(answer.applications), answer.applications, strict=True):
        version = f" {application.framework_version}" if application.framework_version else ""
        bundler = f", {application.bundler}" if application.bundler else ""
        where = show(application.path) if application.path else show("")
        yield line((application.name or where, Style.STRONG), f"  {application.framework}{version}{bundler}  {where}")
        layers = [layer for layer in answer.layers if layer.application == name and layer.modules]
        width = max((len(layer.name) for layer in layers), default=0)
        for layer in layers:
            entries = counted(len(layer.entry_points), "entry point")
            doors = f", doors: {', '.join(layer.doors)}" if layer.doors else ""
            size = counted(layer.modules, "module")
            yield line(f"  {layer.name:<{width}}  {layer.environment:<7}  {size}, {entries}{doors}")
    yield EMPTY


def _unresolved(answer: report.DoctorAnswer, show: Shown) -> Iterator[Line]:
    for kind, title in _UNRESOLVED.items():
        found = [item for item in answer.unresolved if item.kind == kind]
        if found:
            yield line((f"{title} ({len(found):,})", Style.STRONG))
            for item in found[:_MOST_LISTED]:
                reason = f": {item.reason}" if item.reason else ""
                yield line(f"  {item.specifier}", (show.message(reason), Style.FAINT))
                yield line((f"    {_first_import(item, show)}", Style.FAINT))
            yield from _rest(found)
            yield EMPTY


def _first_import(item: report.Unresolved, show: Shown) -> str:
    path, number, column = item.imported_by[0].rsplit(":", 2)
    more = f" and {item.imports - 1:,} more" if item.imports > 1 else ""
    return f"{show(path)}:{number}:{column}{more}"


def _problems(answer: report.DoctorAnswer, show: Shown) -> Iterator[Line]:
    if answer.problems:
        yield line((f"Places that could not be understood ({len(answer.problems):,})", Style.STRONG))
        for problem in answer.problems[:_MOST_LISTED]:
            yield line(f"  {place(problem.path, problem.range, show)}: {problem.kind}")
        yield from _rest(answer.problems)
        yield EMPTY


def _short_list(title: str, items: list[str]) -> Iterator[Line]:
    for number, item in enumerate(items[:_MOST_LISTED] or ["none"]):
        yield line((" " * len(title) if number else title, Style.FAINT), item)
    yield from _rest(items)


def _rest(items: Iterable[object]) -> Iterator[Line]:
    more = len(list(items)) - _MOST_LISTED
    if more > 0:
        yield line((f"  … and {more:,} more (--format json lists all)", Style.FAINT))
