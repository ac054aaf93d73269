"""What the template of the map's page is given."""

from __future__ import annotations

from collections.abc import Mapping

from boundary_lsp.model.map_page import Map


def map_values(found: Map) -> Mapping[str, object]:
    return {"map": found, "styles": ["page.css", "map.css"], "scripts": ["map.js"]}
