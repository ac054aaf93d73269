"""The dead-endpoint report, opened in Chromium from its file and with the network off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from boundary_lsp.adapters.rendering import rendered
from boundary_lsp.model.endpoints_page import Place, Twin, Use
from boundary_lsp.reports.endpoints_html import page_values
from boundary_lsp.reports.endpoints_page import page_of_rows
from tests.cli.repository import commit
from tests.cli.shop import REPOSITORY, run
from tests.pages.rows import many_rows
from tests.support.chromium_page import Browser, Opened, Scenarios

HERE = Path(__file__).parent
ANCHOR = "actions/wishlist.ts~removeWish"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
WIDE = {"width": 1680, "height": 900}
"""Where there is room for all columns."""
MOST_SECONDS = 2.0
"""For 5,000 endpoints to open."""


@pytest.fixture(scope="session")
def shop_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the corpus."""
    folder = tmp_path_factory.mktemp("report")
    page = folder / "endpoints.html"
    options = ("--types", "declared", "--format", "html", "--output", str(page))
    code, _, err = run("endpoints", str(REPOSITORY / "corpus" / "next-shop"), *options, cwd=folder)
    assert (code, err) == (0, "")
    return page


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("large") / "endpoints.html"
    made = page_of_rows(many_rows(5000), "large", None, "2026-11-30", [])
    page.write_bytes(rendered("endpoints.html", **page_values(made)))
    return page


@pytest.fixture
def scenarios(browser: Browser) -> Scenarios:
    return Scenarios(HERE / "endpoints.cjs", browser)


def _quiet(opened: Opened) -> Any:
    """What the scenario found; nothing went wrong on the page, and nothing was asked of the network."""
    assert (opened.errors, opened.requests) == ([], [])
    return opened.result


def test_it_opens(scenarios: Scenarios, shop_page: Path) -> None:
    found = _quiet(scenarios.run("opening", shop_page))
    assert found["title"] == "Endpoints of next-shop"
    assert found["headline"].startswith("30 of ")
    assert found["hits"].endswith(" endpoints")


@pytest.mark.parametrize("key", ["name", "module", "state", "reach", "callers", "signature", "changed"])
def test_every_column_sorts(scenarios: Scenarios, shop_page: Path, key: str) -> None:
    found = _quiet(scenarios.run("sorting", shop_page, key=key, viewport=WIDE))
    assert found["up"]["sorted"] == [[key, "ascending"]]
    assert found["down"]["sorted"] == [[key, "descending"]]
    assert sorted(found["up"]["names"]) == sorted(found["down"]["names"])
    if key == "name":
        assert found["up"]["names"] == sorted(found["up"]["names"], key=str.lower)
        assert found["down"]["names"] == sorted(found["down"]["names"], key=str.lower, reverse=True)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"search": "redeemCoupon"}, ["redeemCoupon"]),
        ({"search": "survey STARS"}, ["submitSurvey"]),
        ({"search": "components/menu dead"}, ["sortMenu"]),
        ({"choices": {"state": "test-only"}}, ["redeemCoupon"]),
        (
            {"choices": {"state": "unused", "reach": "yes"}},
            ["archiveAll", "resetInventory", "removeWish", "shareWishes"],
        ),
        ({"choices": {"folder": "actions/options"}}, ["pickSize", "pickColor"]),
        ({"search": "no such thing"}, []),
    ],
)
def test_it_filters_and_searches(
    scenarios: Scenarios, shop_page: Path, asked: dict[str, Any], names: list[str]
) -> None:
    found = _quiet(scenarios.run("filtering", shop_page, **asked))
    assert sorted(found["names"]) == sorted(names)
    total = found["afterReset"].split()[0]
    assert found["hits"] == (f"{len(names)} of {total} endpoints" if names else "No endpoint is like that")


def test_a_search_shows_why_a_row_is_found(scenarios: Scenarios, shop_page: Path) -> None:
    """Words are marked where they stand; what no cell shows is told, until something else is searched."""
    found = _quiet(scenarios.run("found", shop_page, search="STARS survey"))
    assert found["marked"] == ["stars", "survey"]
    assert any("stars" in reason.lower() for reason in found["reasons"])
    assert found["after"] == {"marked": [], "reasons": []}


def test_callers_are_named_in_boxes_and_rows(scenarios: Scenarios, shop_page: Path) -> None:
    found = _quiet(scenarios.run("callers", shop_page, name="reloadStock"))
    assert "reloadInventory in lib/cart-math.ts:14" in found["box"]
    assert found["row"] == "1 on the server: reloadInventory lib/cart-math.ts:14"


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_long_paths_stay_in_their_boxes(scenarios: Scenarios, tmp_path: Path, viewport: dict[str, int]) -> None:
    path = "apps/web/" + "averyveryverylongfoldername" * 6 + "/a.ts"
    row, *others = many_rows(8)
    place = Place(path, 1, 1, f"imports {path}")
    use = Use(place, "update" * 20, "server", [path])
    fields = {"exposure": f"Anyone can call it, because {path} imports it.", "publishing": [place], "uses": [use]}
    long = replace(row, path=path, name="update" * 20, rank=0, callers=1, publishing_way=[path, path], **fields)
    page = tmp_path / "endpoints.html"
    made = page_of_rows([long, *others], "long", None, "2026-11-30", [])
    page.write_bytes(rendered("endpoints.html", **page_values(made)))
    assert _quiet(scenarios.run("wide", page, viewport=viewport, name=long.name)) == []


def test_a_row_opens_with_the_evidence(scenarios: Scenarios, shop_page: Path) -> None:
    found = _quiet(scenarios.run("evidence", shop_page, name="reloadStock"))
    assert (found["closed"], found["opened"][0], found["again"]) == ("false", "true", 0)
    text = found["opened"][1]
    assert "Move it to a module without 'use server'" in text
    assert "Anyone can call it with a POST request" in text
    assert "app/inventory/page.tsx" in text
    assert "1 on the server:" in text
    assert "reloadInventory calls it" in text


def test_ways_of_callers_are_shown_or_counted(scenarios: Scenarios, tmp_path: Path) -> None:
    page, row = tmp_path / "endpoints.html", many_rows(2)[1]
    page.write_bytes(rendered("endpoints.html", **page_values(page_of_rows([row], "one", None, "2026-11-30", []))))
    text = _quiet(scenarios.run("evidence", page, name=row.name))["opened"][1]
    assert "app/page.tsx → (browser)\u00a0components/part-1-0.tsx" in text
    assert "and so on, for 1 more file" in text


@pytest.mark.parametrize("narrow", [False, True])
def test_a_permalink_opens_its_row(scenarios: Scenarios, shop_page: Path, narrow: bool) -> None:
    found = _quiet(scenarios.run("permalink", shop_page, anchor=ANCHOR, narrow=narrow))
    assert found == {"opened": ANCHOR, "focused": "removeWish", "visible": True, "link": f"#{ANCHOR}"}
    assert _quiet(scenarios.run("permalinkAtOnce", shop_page, anchor=ANCHOR)) == ANCHOR


def test_the_keyboard_alone_will_do(scenarios: Scenarios, shop_page: Path) -> None:
    found = _quiet(scenarios.run("keyboard", shop_page))
    assert found["first"] == "Skip to the table of all endpoints"
    assert found["second"] == "search"
    assert " of " in found["found"]
    assert found["order"] == [["name", "ascending"]]
    assert found["outline"] == "solid"
    assert found["opened"] == 1


def test_it_prints(scenarios: Scenarios, shop_page: Path, large_page: Path) -> None:
    found = _quiet(scenarios.run("printing", shop_page, name="removeWish", scheme="dark"))
    assert found.pop("pdf") > 10_000
    assert found == {"filters": False, "skip": False, "evidence": True, "background": "rgb(255, 255, 255)"}
    assert _quiet(scenarios.run("printsAll", large_page)) == [200, 5000]


def test_without_scripts_the_table_is_there(scenarios: Scenarios, shop_page: Path) -> None:
    found = _quiet(scenarios.run("withoutScript", shop_page, javascript=False))
    assert found["rows"] > 40
    assert not found["filters"]


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(scenarios: Scenarios, shop_page: Path, viewport: dict[str, int], scheme: str) -> None:
    found = scenarios.run("accessibility", shop_page, name="removeWish", viewport=viewport, scheme=scheme)
    assert _quiet(found) == []


def test_forced_colours(scenarios: Scenarios, shop_page: Path) -> None:
    assert _quiet(scenarios.run("accessibility", shop_page, name="removeWish", forced=True)) == []


def test_five_thousand_endpoints(scenarios: Scenarios, large_page: Path) -> None:
    """The page's own processor time, because other tests share the machine; the best of two."""
    anchor = many_rows(4000)[-1].anchor
    runs = [_quiet(scenarios.run("speed", large_page, anchor=anchor, viewport=WIDE)) for _ in range(2)]
    assert runs[0]["hits"].startswith("5,000 endpoints; the first ")
    assert min(run["opening"] for run in runs) < MOST_SECONDS * 1000, runs
    for action in ("searching", "clearing", "sorting", "following"):
        assert min(run[action] for run in runs) < 500, runs


def test_more_rows_are_shown_when_asked_for(scenarios: Scenarios, large_page: Path) -> None:
    found = _quiet(scenarios.run("more", large_page))
    assert found == {"counts": [200, 400, 5000], "focused": 201, "more": False}


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_it_looks_like(
    scenarios: Scenarios, shop_page: Path, screenshots: Path, viewport: dict[str, int], scheme: str
) -> None:
    """Nothing sticks out to the side. The pictures are for people."""
    name = f"endpoints-{scheme}-{viewport['width']}"
    for part, anchor in (("top", ""), ("row", ANCHOR)):
        to = str(screenshots / f"{name}-{part}.png")
        fits = scenarios.run("picture", shop_page, viewport=viewport, scheme=scheme, anchor=anchor, to=to)
        assert _quiet(fits) is True


def test_a_comparison(scenarios: Scenarios, program: Path, screenshots: Path, tmp_path: Path) -> None:
    commit(program, "first")
    with (program / "actions" / "likes.ts").open("a") as file:
        file.write("export async function fresh() {}\n")
    page = tmp_path / "endpoints.html"
    assert run("endpoints", "--base", "HEAD", "--format", "html", "--output", str(page), cwd=program)[0] == 0
    found = _quiet(scenarios.run("filtering", page, choices={"mark": "new"}))
    assert (found["names"], found["hits"]) == (["fresh"], "1 of 4 endpoints")
    to = str(screenshots / "endpoints-comparison.png")
    assert _quiet(scenarios.run("picture", page, to=to, viewport=DESKTOP, whole=True)) is True


def test_texts_of_the_program_are_texts(scenarios: Scenarios, tmp_path: Path) -> None:
    """Neither a template, nor the data, nor the script takes them for markup."""
    evil = "</script><script>document.title = 'evil'</script><img src=x onerror=\"alert('evil')\"> \u2028 {{ 7 * 7 }}"
    page = tmp_path / "endpoints.html"
    fields = ("id", "anchor", "name", "path", "folder", "mark", "why", "exposure", "signature", "callers_text")
    place = Place(evil, 1, 1, evil)
    lists = {"advice": [evil], "twins": [Twin(evil, evil, evil, evil)], "uses": [Use(place, evil, "server", [evil])]}
    row = replace(many_rows(1)[0], rank=0, callers=1, **dict.fromkeys(fields, evil), **lists)
    page.write_bytes(rendered("endpoints.html", **page_values(page_of_rows([row], evil, None, evil, [evil]))))
    found = _quiet(scenarios.run("evidence", page, name=" ".join(evil.split())))
    assert evil.partition("\u2028")[0].strip() in found["opened"][1]
    assert _quiet(scenarios.run("opening", page))["title"].startswith("Endpoints of </script>")
