"""The harness reads builds rightly: anchors of which we know what Next must publish."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .next_build import BuildTruth, Bundler, read_truth


@pytest.mark.realbuild
def test_the_record_is_what_next_builds(built_next_shop_truth: BuildTruth, next_shop_truth: BuildTruth) -> None:
    assert built_next_shop_truth.to_json() == next_shop_truth.to_json()


def test_everything_published_is_a_file_of_the_application(next_shop: Path, next_shop_truth: BuildTruth) -> None:
    functions = next_shop_truth.registered | next_shop_truth.cache_functions
    paths = next_shop_truth.client_modules | {name.partition("#")[0] for name in functions}
    assert [path for path in sorted(paths) if not (next_shop / path).is_file()] == []


def test_what_server_code_imports_is_a_client_module(next_shop_truth: BuildTruth) -> None:
    assert next_shop_truth.client_modules >= {
        "app/error.tsx",
        "app/play/page.tsx",
        "components/checkout/checkout-panel.tsx",
        "components/gallery/gallery.tsx",
        "packages/ui/src/disclosure.tsx",
    }


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("components/checkout/confirm-button.tsx", id="only client modules import it"),
        pytest.param("components/filter-panel.tsx", id="the server imports a type of it"),
        pytest.param("components/gallery/lightbox.tsx", id="a client module loads it lazily"),
        pytest.param("components/legacy-banner.tsx", id="only the pages router imports it"),
        pytest.param("components/menu/menu-item.tsx", id="behind a client barrel"),
        pytest.param("components/preview-card.tsx", id="only an action imports it"),
        pytest.param("components/ribbon.tsx", id="an unused import in TypeScript"),
        pytest.param("components/survey.tsx", id="nobody imports it"),
    ],
)
def test_no_client_module(next_shop_truth: BuildTruth, path: str) -> None:
    assert path not in next_shop_truth.client_modules


@pytest.mark.parametrize(
    ("path", "bundlers"),
    [
        pytest.param("components/carousel.tsx", {"turbopack", "webpack"}, id="a barrel's unused re-export"),
        pytest.param("components/promo-banner.tsx", {"turbopack", "webpack"}, id="only dead server code renders it"),
        pytest.param("components/badge.tsx", {"turbopack", "webpack"}, id="an unused import in JavaScript"),
        pytest.param("packages/ui/src/tabs.tsx", {"webpack"}, id="unused re-export, no side effects"),
        pytest.param("components/share-card.tsx", {"webpack"}, id="only a route handler imports it"),
    ],
)
def test_client_modules_that_nobody_renders(next_shop_truth: BuildTruth, path: str, bundlers: set[Bundler]) -> None:
    assert (path in next_shop_truth.client_modules) is (next_shop_truth.bundler in bundlers)


def test_modules_of_packages_are_counted_as_packages(next_shop_truth: BuildTruth) -> None:
    assert next_shop_truth.client_packages == {"next", "sonner"}
    assert not any("node_modules" in path for path in next_shop_truth.client_modules)


def test_a_client_module_is_loaded_by_the_entries_that_lead_to_it(next_shop_truth: BuildTruth) -> None:
    assert next_shop_truth.loaded_by["components/checkout/checkout-panel.tsx"] == {"/checkout/page"}
    assert next_shop_truth.loaded_by["app/play/page.tsx"] == {"/play/page"}


def test_exported_actions_are_registered_by_their_export(next_shop_truth: BuildTruth) -> None:
    assert next_shop_truth.registered_exports >= {
        "actions/account.ts#subscribe",
        "actions/orders.ts#placeOrder",
        "actions/quick-page.tsx#default",
        "actions/wishlist.ts#removeWish",
        "app/receipt/page.tsx#default",
    }


def test_inline_actions_are_registered_by_their_ordinal(next_shop_truth: BuildTruth) -> None:
    assert next_shop_truth.registered_inline == {
        "actions/newsletter.ts": (0,),
        "app/notes/page.tsx": (0, 1, 2, 3),
        "app/rates/page.tsx": (1,),
    }
    assert next_shop_truth.cache_functions == {
        "app/rates/page.tsx#$$RSC_SERVER_CACHE_0",
        "lib/rates.ts#$$RSC_SERVER_CACHE_0",
    }


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("actions/abandoned.ts#migrateCarts", id="nobody imports it"),
        pytest.param("actions/coupons.ts#redeemCoupon", id="a test imports it"),
        pytest.param("actions/health.ts#ping", id="an API route of the pages router calls it"),
        pytest.param("actions/keep-preview.ts#keepPreview", id="behind an action's client component"),
        pytest.param("actions/legacy.ts#legacyReport", id="getServerSideProps calls it"),
        pytest.param("actions/private-folder.ts#forgetEverything", id="a private folder"),
        pytest.param("actions/rolls.ts#recordRoll", id="only an action that the client reaches calls it"),
        pytest.param("actions/survey.ts#submitSurvey", id="behind a dead client module"),
        pytest.param("actions/visits.ts#recordVisit", id="the proxy calls it"),
    ],
)
def test_not_registered(next_shop_truth: BuildTruth, name: str) -> None:
    assert name not in next_shop_truth.registered


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("actions/cart.ts#applyVoucher", id="unused, in a module that client code imports"),
        pytest.param("actions/carousel.ts#trackSlide", id="behind an unused client component"),
        pytest.param("actions/options/sizes.ts#pickSize", id="behind a barrel, not taken"),
        pytest.param("actions/ratings.ts#resetRatings", id="only a dead client component calls it"),
    ],
)
def test_only_webpack_registers_what_client_code_imports_and_nobody_uses(
    next_shop_truth: BuildTruth, name: str
) -> None:
    assert (name in next_shop_truth.registered) is (next_shop_truth.bundler == "webpack")


def test_truth_survives_json(next_shop_truth: BuildTruth) -> None:
    assert BuildTruth.from_json(json.loads(json.dumps(next_shop_truth.to_json()))) == next_shop_truth


@pytest.mark.parametrize(
    ("bundler", "key"),
    [
        ("turbopack", "[project]/components/(a)/b.tsx"),
        ("turbopack", "[project]/components/(a)/b.tsx <module evaluation>"),
        ("turbopack", "[project]/components/(a)/b.tsx [app-rsc] (ecmascript, client reference)"),
        ("webpack", "{app}/components/(a)/b.tsx"),
        ("webpack", "loader?names=B!=!{app}/components/(a)/b.tsx"),
    ],
)
def test_both_spellings_of_a_client_module(tmp_path: Path, bundler: Bundler, key: str) -> None:
    references = {"clientModules": {key.format(app=tmp_path): {"id": 1, "name": "*", "chunks": ["b.js"]}}}
    server = tmp_path / ".next" / "server"
    manifest = server / "app" / "[id]" / "page_client-reference-manifest.js"
    manifest.parent.mkdir(parents=True)
    manifest.write_text(
        f"globalThis.__RSC_MANIFEST=(globalThis.__RSC_MANIFEST||{{}});"
        f'globalThis.__RSC_MANIFEST["/[id]/page"]={json.dumps(references)};'
    )
    (server / "server-reference-manifest.json").write_text('{"node": {}, "edge": {}, "encryptionKey": ""}')
    (tmp_path / "node_modules" / "next").mkdir(parents=True)
    (tmp_path / "node_modules" / "next" / "package.json").write_text('{"version": "16.4.6"}')

    truth = read_truth(tmp_path, bundler)

    assert truth.loaded_by == {"components/(a)/b.tsx": {"/[id]/page"}}
