"""What a branch does to the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from boundary_lsp.model import report
from boundary_lsp.model.endpoints_page import Changed
from boundary_lsp.model.map_page import Change, Entry, MapEndpoint
from boundary_lsp.reports.comparison import DoorChanges, DoorPaths
from boundary_lsp.reports.endpoint_differences import differences

_DOOR_TITLES = ("New doors", "Doors that are gone")
_LEADS = {"client": "to the browser", "server": "to the server"}


class Since(NamedTuple):
    """What has changed since a revision."""

    comparison: report.Comparison
    doors: DoorChanges


def changes(since: Since, ids: Sequence[str], endpoints: Sequence[MapEndpoint]) -> list[Change]:
    """`ids` are by node, as in `client/app/page.tsx`. What did not happen is left out."""
    shown = {one.partition("/")[2]: one for one in sorted(ids, reverse=True)}
    shown |= {f"{_path(ids[one.node])}~{one.name}": f"{ids[one.node]}~{one.name}" for one in endpoints}
    names = {f"{_path(ids[one.node])}#{one.name}" for one in endpoints}
    found = [
        Change(one.title, [_changed(entry, shown) for entry in one.entries])
        for one in differences(since.comparison, names)
    ]
    doors = zip(_DOOR_TITLES, since.doors, strict=True)
    return found + [Change(title, [_door(door, shown) for door in some]) for title, some in doors if some]


def _path(node: str) -> str:
    return node.partition("/")[2]


def _changed(changed: Changed, shown: Mapping[str, str]) -> Entry:
    if not changed.name:
        return Entry(changed.path, "", shown.get(changed.path, ""))
    return Entry(changed.name, f"{changed.text} ({changed.path})", shown.get(changed.anchor, ""))


def _door(door: DoorPaths, shown: Mapping[str, str]) -> Entry:
    """Shown at the file that imports."""
    return Entry(f"{door.source} → {door.target}", _LEADS[door.kind], shown.get(door.source, ""))
