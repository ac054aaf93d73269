"""The schemas that are published are those of the structs."""

from __future__ import annotations

import pytest

from tests.cli.schemas import ANSWERS, FOLDER, text_of


@pytest.mark.parametrize("name", ANSWERS)
def test_the_schema_is_up_to_date(name: str) -> None:
    """If not: `python -m tests.cli.schemas`."""
    assert (FOLDER / f"{name}.schema.json").read_text() == text_of(name)


def test_there_is_a_schema_for_every_answer_and_no_other() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.json")) == sorted(f"{name}.schema.json" for name in ANSWERS)
