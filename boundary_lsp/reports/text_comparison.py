"""What has changed since a revision, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boundary_lsp.model import report
from boundary_lsp.reports.shown import Shown
from boundary_lsp.reports.styled import EMPTY, Line, Style, counted, line

_PUBLISHED = {"yes": "published", "no": "not published", "unknown": "perhaps published"}
_MOST_MODULES = 10
_SHORT = 10


def comparison_lines(comparison: report.Comparison, show: Shown) -> Iterator[Line]:
    groups = (
        ("new", comparison.new, Style.INFO),
        ("newly dead", comparison.dead, Style.ERROR),
        ("otherwise changed", comparison.changed, Style.WARNING),
        ("removed", comparison.removed, Style.GOOD),
    )
    yield line((f"Compared with {title_of(comparison)}", Style.STRONG))
    if not any(changes for _, changes, _ in groups):
        yield line("  no endpoint has changed")
    for name, changes, style in groups:
        if changes:
            yield line(f"  {name}: ", (counted(len(changes), "endpoint"), style))
            for change in changes:
                yield line(f"    {_shown(change.id, show)}", (f"  {change_text(change)}", Style.FAINT))
    yield from _modules("newly loaded on the client", comparison.entered_client, show)
    yield from _modules("not loaded on the client any more", comparison.left_client, show)
    yield EMPTY


def title_of(comparison: report.Comparison) -> str:
    """`main (1de955f782)`, or the commit alone where that is what was asked for."""
    short = comparison.commit[:_SHORT]
    return short if comparison.commit.startswith(comparison.base) else f"{comparison.base} ({short})"


def change_text(change: report.EndpointChange) -> str:
    """`was called, published; is unused, published`."""
    if change.before is None or change.after is None:
        state = change.before or change.after
        return _state(state) if state else ""
    return f"was {_state(change.before)}; is {_state(change.after)}"


def _state(state: report.EndpointState) -> str:
    return f"{state.liveness}, {_PUBLISHED[state.published]}"


def _shown(name: str, show: Shown) -> str:
    path, _, function = name.rpartition("#")
    return f"{show(path)}#{function}"


def _modules(title: str, paths: Sequence[str], show: Shown) -> Iterator[Line]:
    if paths:
        yield line(f"  {title}: ", (counted(len(paths), "module"), Style.INFO))
    for path in paths[:_MOST_MODULES]:
        yield line(f"    {show(path)}")
    if len(paths) > _MOST_MODULES:
        yield line((f"    … and {len(paths) - _MOST_MODULES:,} more (--format json lists all)", Style.FAINT))
