"""What a comment on a pull request may hold."""

from __future__ import annotations

import pytest

from boundary_lsp.model.endpoints_page import Page
from boundary_lsp.reports.endpoints_page import page_of_rows
from boundary_lsp.reports.markdown_endpoints import LIMIT, markdown_endpoints
from tests.pages.rows import many_rows


def _page(number: int) -> Page:
    return page_of_rows(many_rows(number), "shop", None, "2026-11-30", [])


@pytest.mark.parametrize("number", [1, 70, 400, 5000])
@pytest.mark.parametrize("limit", [2_000, 20_000, LIMIT])
def test_it_is_never_longer_and_always_whole(number: int, limit: int) -> None:
    text = markdown_endpoints(_page(number), limit)
    assert len(text.encode("utf-16-le")) // 2 <= limit
    assert text.count("<details>") == text.count("</details>")
    assert all(line.endswith("|") for line in text.splitlines() if line.startswith("|"))
    assert text.count("\n| <code>") == number or "**Cut: " in text.splitlines()[-1]


def test_what_is_cut_is_counted() -> None:
    text = markdown_endpoints(_page(5000), 20_000)
    rows = text.count("\n| <code>")
    assert f"**Cut: {5000 - rows:,} rows did not fit here.** `boundary endpoints --format html` shows all." in text


def test_what_is_to_be_done_comes_before_what_stays() -> None:
    text = markdown_endpoints(_page(700), 40_000)
    assert "First, take them off the network" in text
    assert "that stay" not in text
