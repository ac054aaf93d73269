"""JSON schemas of answers and of baselines, made from the structs. `python -m tests.cli.schemas` writes them."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from boundary_lsp.model import report
from boundary_lsp.model.baseline import Baseline
from tests.cli.shop import REPOSITORY

ANSWERS: dict[str, type[msgspec.Struct]] = {
    "check": report.CheckAnswer,
    "endpoints": report.EndpointsAnswer,
    "refs": report.RefsAnswer,
    "why": report.WhyAnswer,
    "graph": report.GraphAnswer,
    "doctor": report.DoctorAnswer,
    "contract": report.ContractAnswer,
    "explain": report.ExplainAnswer,
    "rules": report.RulesAnswer,
    "baseline": Baseline,
}
FOLDER = REPOSITORY / "docs" / "schema"


def text_of(name: str) -> str:
    made: dict[str, Any] = msgspec.json.schema(ANSWERS[name])
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"boundary {name}", **made}
    return json.dumps(schema, indent=2) + "\n"


if __name__ == "__main__":
    for name in ANSWERS:
        (FOLDER / f"{name}.schema.json").write_text(text_of(name))
