"""The recorded cases: a module, the layer that compiles it, and what Next's compiler says about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .modules import Module, Switches
from .ours import Span, Verdict

RECORD = Path(__file__).parent / "next-directives.json"
_ROOT = "/p/"


class Case(NamedTuple):
    id: str
    module: Module
    errors: frozenset[Verdict]


def load_cases() -> list[Case]:
    return [_case(row) for row in json.loads(RECORD.read_text("utf-8"))["cases"]]


def _case(row: Mapping[str, Any]) -> Case:
    flags = row["flags"]
    switches = Switches(flags["cacheComponents"], flags["useCache"], flags["taint"], tuple(flags["cacheKinds"]))
    module = Module(row["filename"].removeprefix(_ROOT), row["source"], row["layer"], switches)
    return Case(row["id"], module, frozenset(Verdict(e["class"], _span(e["spans"][0])) for e in row["errors"]))


def _span(span: Mapping[str, int]) -> Span:
    return Span(span["startLine"], span.get("startCol", 0), span["endLine"], span.get("endCol", 0))
