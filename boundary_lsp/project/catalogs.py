"""Catalogs: versions that a workspace writes down once, and its packages refer to as `catalog:` or `catalog:name`.

Sources: pnpm's and bun's documentation of catalogs, yarn's of `.yarnrc.yml`. The default catalog's name is `default`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from boundary_lsp.model.project import Manifest

SECTIONS = ("catalog", "catalogs")
_SCHEME = "catalog:"

Catalogs = dict[str, dict[str, str]]
"""By the catalog's name: package to range."""


def asks_a_catalog(manifests: Mapping[str, Manifest]) -> bool:
    return any(wanted.startswith(_SCHEME) for m in manifests.values() for wanted in m.dependencies.values())


def catalogs_in(content: Mapping[str, Any]) -> Catalogs:
    """Of a workspace file, or of a `package.json`, where bun has them below `workspaces`, too."""
    found: Catalogs = {}
    for table in (content, content.get("workspaces")):
        if isinstance(table, dict):
            named = table.get("catalogs")
            every = {**(named if isinstance(named, dict) else {}), "default": _default(table, named)}
            for name, entries in every.items():
                if isinstance(entries, dict):
                    found.setdefault(name, {}).update({k: v for k, v in entries.items() if isinstance(v, str)})
    return found


def with_ranges(manifests: Mapping[str, Manifest], catalogs: Mapping[str, Catalogs]) -> dict[str, Manifest]:
    """The manifests with the ranges that catalogs give; `catalogs` by directory. The nearest one above decides; what
    none has is left as it is written."""
    return {directory: _with_ranges(manifest, catalogs) for directory, manifest in manifests.items()}


def _default(table: Mapping[str, Any], named: Any) -> Any:
    own = table.get("catalog")
    return own if own is not None else named.get("default") if isinstance(named, dict) else None


def _with_ranges(manifest: Manifest, catalogs: Mapping[str, Catalogs]) -> Manifest:
    found = {
        package: known
        for package, wanted in manifest.dependencies.items()
        if wanted.startswith(_SCHEME) and (known := _range(manifest.directory, package, wanted, catalogs))
    }
    return replace(manifest, dependencies={**manifest.dependencies, **found}) if found else manifest


def _range(directory: str, package: str, wanted: str, catalogs: Mapping[str, Catalogs]) -> str | None:
    name = wanted.removeprefix(_SCHEME).strip() or "default"
    while True:
        known = catalogs.get(directory, {}).get(name, {}).get(package)
        if known is not None or not directory:
            return known
        directory = directory.rpartition("/")[0]
