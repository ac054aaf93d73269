"""The map, opened in Chromium from its file and with the network off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from boundary_lsp.adapters.rendering import rendered
from boundary_lsp.model.map_page import Map
from boundary_lsp.reports.map_html import map_values
from tests.cli.repository import commit
from tests.cli.shop import REPOSITORY, run
from tests.pages.large_map import large_map
from tests.support.chromium_page import Browser, Opened, Scenarios

HERE = Path(__file__).parent
CARD = "client/components/stars.tsx"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
MOST_SECONDS = 2.0
"""For 5,000 modules to open."""


@pytest.fixture(scope="session")
def shop_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the corpus."""
    folder = tmp_path_factory.mktemp("map")
    page = folder / "map.html"
    options = ("--format", "html", "--output", str(page))
    assert run("graph", str(REPOSITORY / "corpus" / "next-shop"), *options, cwd=folder) == (0, "", "")
    return page


@pytest.fixture
def scenarios(browser: Browser) -> Scenarios:
    return Scenarios(HERE / "map.cjs", browser)


def _quiet(opened: Opened) -> Any:
    """What the scenario found; nothing went wrong on the page, and nothing was asked of the network."""
    assert (opened.errors, opened.requests) == ([], [])
    return opened.result


def _written(folder: Path, found: Map) -> Path:
    page = folder / "map.html"
    page.write_bytes(rendered("map.html", **map_values(found)))
    return page


def test_it_opens(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("opening", shop_map))
    assert found["title"] == "Map of next-shop"
    assert found["headline"].startswith("The server loads ")
    assert {"Server", "Browser", "Neither side", "components"} <= set(found["tree"])
    assert sorted(found["rows"]) == sorted(found["tree"])
    assert found["links"] > 5


def test_a_folder_opens_and_closes(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("folder", shop_map, id="client/components"))
    assert (found["closed"]["expanded"], found["open"]["expanded"]) == ("false", "true")
    assert found["open"]["rows"] > found["closed"]["rows"] == found["again"]
    assert "at=client/components&" in found["said"]["address"]
    assert found["said"]["told"][0] == "components"
    assert "Doors that lead in" in " ".join(found["said"]["told"])


def test_a_search(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("searching", shop_map, text="Cart math"))
    assert found["status"] == "2 places found"
    assert found["hits"] == ["lib/cart-math.ts", "lib/cart-math.ts"]
    assert found["rows"] == [["server/lib/cart-math.ts", "1 hit"], ["client/lib/cart-math.ts", "1 hit"]]
    assert found["chosen"] == "server/lib/cart-math.ts"
    assert found["needless"] > 0
    assert _quiet(scenarios.run("searching", shop_map, text="no such thing"))["status"] == "Nothing is called that"


def test_why_a_module_is_in_the_browser(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("choosing", shop_map, at="client/lib/cart-math.ts"))
    assert found["chosen"] == {"id": "client/lib/cart-math.ts", "inSight": True}
    assert found["scrolled"] == 0
    numbers = [number for _, number in found["steps"]]
    assert numbers[0] == "1" and len(numbers) >= 3
    assert sum(link.startswith("link way") for link in found["lit"]) == len(numbers) - 1
    text = "\n".join(found["told"])
    assert "the program starts here, on the server" in text
    assert "this is a door to the browser" in text


def test_an_endpoint_tells_who_calls_it(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("choosing", shop_map, at="server/actions/cart.ts~addLine"))
    text = "\n".join(found["told"])
    assert text.startswith("addLine\nIn use: ")
    assert "Anyone can call it with a POST request" in text
    assert "components/add-to-cart.tsx:" in text
    assert [link for link in found["lit"] if " use " in link]


def test_an_endpoint_lights_the_way_from_the_browser(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("choosing", shop_map, at="server/actions/cart.ts~addLine"))
    assert "How the browser comes to it" in found["told"]
    assert [number for _, number in found["steps"]][-1] > "1"
    assert sum(link.startswith("link way") for link in found["lit"]) >= 2


def test_the_key_explains_every_kind_of_line(scenarios: Scenarios, shop_map: Path) -> None:
    """A call over the network looks like the door that it goes through."""
    found = _quiet(scenarios.run("key", shop_map))
    assert sorted([*found["explained"], "use"]) == found["drawn"]


def test_endpoints_to_look_at_are_listed(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("lookingAt", shop_map))
    assert found["title"] == f"Endpoints to look at {len(found['listed'])}"
    assert "pickSize Unused; not public (actions/options/sizes.ts)" in found["listed"]
    assert "~" in found["chosen"]


def test_a_link_leads_on_and_closes_nothing(scenarios: Scenarios, shop_map: Path) -> None:
    at = "server/actions/cart.ts~addLine"
    found = _quiet(scenarios.run("following", shop_map, at=at, link="components/add-to-cart.tsx"))
    assert found == {
        "chosen": "client/components/add-to-cart.tsx",
        "stillOpen": 1,
        "title": "components/add-to-cart.tsx",
    }


def test_a_permalink_brings_all_back(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("permalink", shop_map, id="server/actions"))
    assert found["after"] == {"tree": found["before"]["tree"], "chosen": "server/actions"}
    assert found["reset"] == ["", 0]


def test_the_address_may_change(scenarios: Scenarios, shop_map: Path) -> None:
    at = "server/actions/cart.ts~addLine"
    assert _quiet(scenarios.run("changing", shop_map, at=at)) == at
    assert _quiet(scenarios.run("choosingNothing", shop_map, at="server/gone.ts")) == 0


def test_what_was_chosen_before_is_a_step_back(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("steppingBack", shop_map, first="server/app", second="client/lib/stars.ts"))
    assert found == {
        "seen": [["client/lib/stars.ts"], ["server/app"], []],
        "said": "lib/stars.ts. Only the browser loads it.",
    }


def test_the_keyboard_alone_will_do(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("keyboard", shop_map))
    assert found == {
        "skip": "Skip to the tree of all files",
        "first": "server",
        "opened": ["neither", "neither", "neither/actions"],
        "closed": ["neither", "neither"],
        "expanded": "false",
        "typed": "server/components/legacy-banner.tsx",
        "chosen": "server/components/legacy-banner.tsx",
        "outline": "solid",
        "still": "server/components/legacy-banner.tsx",
    }


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("at", ["client/lib/cart-math.ts", "server/actions/cart.ts~addLine", "server/actions"])
def test_everybody_can_use_it(
    scenarios: Scenarios, shop_map: Path, viewport: dict[str, int], scheme: str, at: str
) -> None:
    found = scenarios.run("accessibility", shop_map, viewport=viewport, scheme=scheme, at=at, find="cart")
    assert _quiet(found) == []


def test_forced_colours(scenarios: Scenarios, shop_map: Path) -> None:
    assert _quiet(scenarios.run("accessibility", shop_map, at="client/lib/cart-math.ts", forced=True)) == []


def test_it_prints(scenarios: Scenarios, shop_map: Path) -> None:
    found = _quiet(scenarios.run("printing", shop_map, at="client/lib/cart-math.ts", scheme="dark"))
    assert found == {
        "find": False,
        "told": True,
        "rows": True,
        "background": "rgb(255, 255, 255)",
        "whole": True,
        "pdf": True,
    }


def test_nothing_moves_by_itself(scenarios: Scenarios, shop_map: Path) -> None:
    assert _quiet(scenarios.run("moving", shop_map, id="client/components")) == 0


def test_without_scripts_it_says_so(scenarios: Scenarios, shop_map: Path) -> None:
    text = _quiet(scenarios.run("withoutScript", shop_map, javascript=False))
    assert "The server loads" in text
    assert "The map is drawn by a script, and scripts are off." in text


@pytest.mark.parametrize(("modules", "most_seconds"), [(5_000, MOST_SECONDS), (20_000, 2 * MOST_SECONDS)])
def test_large_programs(scenarios: Scenarios, tmp_path: Path, modules: int, most_seconds: float) -> None:
    """The page's own processor time, because other tests share the machine; the best of two."""
    found = large_map(modules)
    deep = next(node for node in reversed(found.nodes) if found.sides[node.side] == "client")
    page = _written(tmp_path, found)
    options = {"folder": "server/packages/icons/src", "at": f"client/{found.paths[deep.path]}"}
    runs = [_quiet(scenarios.run("speed", page, **options)) for _ in range(2)]
    assert runs[0]["steps"] > 3 and runs[0]["rows"] > 40
    assert min(run["opening"] for run in runs) < most_seconds * 1000, runs
    for action in ("folder", "searching", "clearing", "choosing"):
        assert min(run[action] for run in runs) < most_seconds * 250, runs


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1300, "height": 900}], ids=["phone", "desktop"])
def test_the_drawing_covers_nothing(scenarios: Scenarios, tmp_path: Path, viewport: dict[str, int]) -> None:
    """It stays in sight beside what is told, and no longer than that."""
    found = large_map(5_000)
    deep = next(node for node in reversed(found.nodes) if found.sides[node.side] == "client")
    page = _written(tmp_path, replace(found, notes=["One thing.", "Another.", "And another."]))
    at = f"client/{found.paths[deep.path]}"
    assert _quiet(scenarios.run("reachingTheEnd", page, viewport=viewport, at=at)) == {"scrolled": True, "covered": 0}


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_it_looks_like(
    scenarios: Scenarios, shop_map: Path, screenshots: Path, viewport: dict[str, int], scheme: str
) -> None:
    """Nothing sticks out to the side. The pictures are for people."""
    for part, at in (
        ("all", ""),
        ("way", "at=client/lib/cart-math.ts"),
        ("endpoint", "at=server/actions/cart.ts~addLine"),
    ):
        to = str(screenshots / f"map-{scheme}-{viewport['width']}-{part}.png")
        fits = scenarios.run("picture", shop_map, viewport=viewport, scheme=scheme, hash=at, to=to)
        assert _quiet(fits) is True


def test_what_a_branch_changes(scenarios: Scenarios, program: Path, screenshots: Path, tmp_path: Path) -> None:
    commit(program, "first")
    with (program / "actions" / "likes.ts").open("a") as file:
        file.write("export async function fresh() {}\n")
    (program / "components" / "heart.tsx").write_text("export const Heart = () => <b />;\n")
    icon = program / "components" / "icon.tsx"
    icon.write_text(f"import {{ Heart }} from './heart';\n{icon.read_text().replace('<i />', '<Heart />')}")
    more = (
        "'use client';\nimport { fresh } from '../actions/likes';\nexport const More = () => <i onClick={fresh} />;\n"
    )
    (program / "components" / "more.tsx").write_text(more)
    page = program / "app" / "page.tsx"
    text = page.read_text().replace("<main>", "<main><More />")
    page.write_text(f"import {{ More }} from '../components/more';\n{text}")
    page = tmp_path / "map.html"
    assert run("graph", "--base", "HEAD", "--format", "html", "--output", str(page), cwd=program) == (0, "", "")
    found = _quiet(scenarios.run("changes", page))
    assert found["changes"] == [
        ["New endpoints 1", ["fresh in use; anyone can call it (actions/likes.ts)"]],
        ["Files that the browser newly loads 2", ["components/heart.tsx", "components/more.tsx"]],
        [
            "New doors 2",
            [
                "app/page.tsx → components/more.tsx to the browser",
                "components/more.tsx → actions/likes.ts to the server",
            ],
        ],
    ]
    assert ["client/components/heart.tsx", "new"] in found["marked"]
    assert found["newLinks"] >= 2
    to = str(screenshots / "map-comparison.png")
    assert _quiet(scenarios.run("picture", page, to=to, viewport=DESKTOP, whole=True)) is True


def test_texts_of_the_program_are_texts(scenarios: Scenarios, tmp_path: Path) -> None:
    """Neither the template, nor the data, nor the script takes them for markup."""
    evil = "</script><script>document.title = 'evil'</script><img src=x onerror=\"alert('evil')\"> \u2028 {{ 7 * 7 }}"
    found = large_map(40)
    endpoint = replace(found.endpoints[0], name=evil, why=evil, exposure=evil, label=evil)
    paths = [evil, *found.paths[1:]]
    page = _written(tmp_path, replace(found, project=evil, paths=paths, endpoints=[endpoint], notes=[evil], base=evil))
    opened = _quiet(scenarios.run("opening", page))
    assert opened["title"].startswith("Map of </script>")
    assert _quiet(scenarios.run("searching", page, text="script"))["hits"]
