"""What a branch adds and takes away, in the words of the report."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from boundary_lsp.model import report
from boundary_lsp.model.endpoints_page import Changed, Difference
from boundary_lsp.model.program import Liveness
from boundary_lsp.reports.endpoint_words import STATES

_IS = {
    "yes": "anyone can call it",
    "no": "nobody can call it from the network",
    "unknown": "perhaps anyone can call it",
}
_WAS = {"yes": "anyone could call it", "no": "nobody could call it from the network", "unknown": "perhaps anyone could"}


def marks(comparison: report.Comparison | None) -> Mapping[str, str]:
    """By endpoint, what a comparison says of it in a word or two."""
    if comparison is None:
        return {}
    groups = {"new": comparison.new, "newly dead": comparison.dead, "changed": comparison.changed}
    return {change.id: mark for mark, changes in groups.items() for change in changes}


def differences(comparison: report.Comparison, shown: Collection[str]) -> list[Difference]:
    """`shown` are the endpoints that have rows. What did not happen is left out."""
    endpoints = {
        "New endpoints": comparison.new,
        "Newly dead endpoints": comparison.dead,
        "Endpoints that changed otherwise": comparison.changed,
        "Removed endpoints": comparison.removed,
    }
    modules = {
        "Files that the browser newly loads": comparison.entered_client,
        "Files that the browser no longer loads": comparison.left_client,
    }
    found = [Difference(title, [_changed(one, shown) for one in changes]) for title, changes in endpoints.items()]
    found += [Difference(title, [Changed("", path, "", "") for path in paths]) for title, paths in modules.items()]
    return [difference for difference in found if difference.entries]


def _changed(change: report.EndpointChange, shown: Collection[str]) -> Changed:
    path, _, name = change.id.rpartition("#")
    return Changed(name, path, _become(change), f"{path}~{name}" if change.id in shown else "")


def _become(change: report.EndpointChange) -> str:
    """`was in use, is unused; anyone can call it`."""
    before, after = change.before, change.after
    if after is None:
        return f"was {_label(before)}; {_WAS[before.published]}" if before is not None else ""
    if before is None:
        return f"{_label(after)}; {_IS[after.published]}"
    parts = [f"was {_label(before)}, is {_label(after)}"] if before.liveness != after.liveness else []
    reach = _IS[after.published] + (" now" if before.published != after.published else "")
    return "; ".join([*parts, reach])


def _label(state: report.EndpointState) -> str:
    return STATES[Liveness(state.liveness)].label.lower()
