"""What `docs/editors.md` tells users to write into their configuration: the tests use that, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/editors.md"
_FENCE = r"```\w+\n(.*?)```\n"


def block(name: str) -> str:
    """The one that stands below `<!-- name -->`."""
    [found] = re.findall(rf"^<!-- {re.escape(name)} -->\n{_FENCE}", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return str(found)


def all_features() -> dict[str, bool]:
    """For editors that ask nobody else."""
    [found] = re.findall(
        rf"where the examples say `features`, this goes:\n\n{_FENCE}", PAGE.read_text("utf-8"), re.DOTALL
    )
    features: dict[str, bool] = json.loads(found)
    return features
