"""Every example of every page of this folder."""

from __future__ import annotations

import pytest

from tests.wire.declared.pages import FOLDER, Example, answers, claims, examples

EXAMPLES = [example for page in sorted(FOLDER.glob("*.md")) for example in examples(page)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.page}: {example.title}")
def test_example(example: Example) -> None:
    assert claims(example), "an example claims something"
    wrong = [
        f"{claim.path}:{claim.line}: {claim.word}: {answer}  (claimed: {claim.text})"
        for claim, answer in answers(example)
        if answer != claim.text
    ]
    assert not wrong, "\n" + "\n".join(wrong)


def test_titles_are_unique() -> None:
    titles = [(example.page, example.title) for example in EXAMPLES]
    assert len(titles) == len(set(titles))
