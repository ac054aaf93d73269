"""Neovim's own client, with all of our features and no other server: what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .documented import all_features
from .neovim import run

pytestmark = pytest.mark.editors
DEAD = "boundary[dead-endpoint] `{}` is not used anywhere, yet anyone can call it over the network. Delete it."
ORDERS = [
    "app/checkout/page.tsx:6:34 return <CheckoutPanel onPlace={placeOrder} />;",
    "components/checkout/checkout-panel.tsx:11:31 <ConfirmButton confirm={onPlace} />",
    "components/checkout/confirm-button.tsx:8:56 "
    "return <button onClick={async () => setOrderId(await confirm('no bag'))}>{orderId ?? 'Place order'}</button>;",
]


def shown(script: str, program: Path) -> dict[str, Any]:
    return run(script, program, all_features())


def test_diagnostics_follow_buffers_that_are_not_saved(program: Path) -> None:
    assert shown("diagnostics.lua", program) == {
        "at first": [
            f"actions/wishlist.ts:10:23 {DEAD.format('removeWish')}",
            f"actions/wishlist.ts:14:23 {DEAD.format('shareWishes')}",
        ],
        "after an edit elsewhere": [
            f"actions/wishlist.ts:6:23 {DEAD.format('addWish')}",
            f"actions/wishlist.ts:14:23 {DEAD.format('shareWishes')}",
        ],
    }


def test_references_cross_the_gap_both_ways(program: Path) -> None:
    assert shown("references.lua", program) == {
        "from the call on the client": [
            "actions/cart.ts:6:23 export async function addLine(productId: string): Promise<Line[]> {",
            "components/add-to-cart.tsx:12:37 const lines = await cartActions.addLine(productId);",
        ],
        "from the function on the server": [
            "actions/orders.ts:7:23 export async function placeOrder(note: string): Promise<string> {",
            "app/checkout/page.tsx:3:10 import { placeOrder } from '@/actions/orders';",
            *ORDERS,
        ],
        "behind the prop": "actions/orders.ts:7:23",
        "definition": "actions/wishlist.ts:6:23",
    }


def test_rename_edits_all_files(program: Path) -> None:
    """One of the buffers has a line that is not saved."""
    assert shown("rename.lua", program) == {
        "actions/orders.ts": ["export async function orderNow(note: string): Promise<string> {"],
        "app/checkout/page.tsx": [
            "import { orderNow } from '@/actions/orders';",
            "  return <CheckoutPanel onPlace={orderNow} />;",
        ],
        "actions/cart.ts": ["export async function putLine(productId: string): Promise<Line[]> {"],
        "components/add-to-cart.tsx": ["    const lines = await cartActions.putLine(productId);"],
    }


def test_hover_shows_the_signature_and_what_happens(program: Path) -> None:
    told = {where: ["\n".join(lines) for lines in floats] for where, floats in shown("hover.lua", program).items()}
    [on_server], [on_client], [in_process] = told.values()
    assert "placeOrder(note: string): Promise<string>" in on_server
    assert "placeOrder(note: string): Promise<string>" in on_client
    assert "Here: call, over the network (client), through `components/checkout/checkout-panel.tsx" in on_client
    assert "sendMail(to: string, text: string): Promise<void>" in in_process
    assert "Here: call, in-process (rsc)." in in_process


def test_an_action_fixes(program: Path) -> None:
    told = shown("actions.lua", program)
    assert told["Remove it"] == ["Remove it and what only it uses", "Suppress dead-endpoint here, with a reason"]
    assert told["what is left"] == [
        "export async function addWish(form: FormData): Promise<void> {",
        "export async function shareWishes(email: string): Promise<void> {",
    ]
    assert "\n".join(told["on disk"]) == (program / "actions/wishlist.ts").read_text("utf-8").rstrip("\n")


def test_a_click_on_a_lens_lists_what_it_counts(program: Path) -> None:
    assert shown("lenses.lua", program) == {
        "above the function": ["7: 3 uses over the network"],
        "after a click": ORDERS,
    }


def test_calls_cross_the_gap_both_ways(program: Path) -> None:
    assert shown("calls.lua", program) == {
        "who calls the function": [
            "components/checkout/checkout-panel.tsx:11:31 CheckoutPanel",
            "components/checkout/confirm-button.tsx:8:56 ConfirmButton",
        ],
        "what the button calls": ["placeOrder"],
    }
