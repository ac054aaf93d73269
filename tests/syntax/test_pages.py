"""Every example of every page of this folder."""

from __future__ import annotations

import pytest

from tests.syntax.pages import FOLDER, Example, examples, found

EXAMPLES = [example for page in sorted(FOLDER.glob("*.md")) for example in examples(page)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.page}: {example.title}")
def test_example(example: Example) -> None:
    assert found(example) == example.expected


def test_titles_are_unique() -> None:
    titles = [(example.page, example.title) for example in EXAMPLES]
    assert len(titles) == len(set(titles))
