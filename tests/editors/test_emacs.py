"""Eglot, with all of our features: what Emacs shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from .emacs import run

pytestmark = pytest.mark.editors
DEAD = "boundary [dead-endpoint]: `{}` is not used anywhere, yet anyone can call it over the network. Delete it."


def test_diagnostics_follow_buffers_that_are_not_saved(program: Path) -> None:
    assert run("diagnostics.el", program) == {
        "at first": [f"10: {DEAD.format('removeWish')}", f"14: {DEAD.format('shareWishes')}"],
        "after an edit elsewhere": [f"6: {DEAD.format('addWish')}", f"14: {DEAD.format('shareWishes')}"],
    }


def test_references_cross_the_gap_both_ways(program: Path) -> None:
    assert run("references.el", program) == {
        "from the call on the client": [
            "actions/cart.ts",
            "6: export async function addLine(productId: string): Promise<Line[]> {",
            "components/add-to-cart.tsx",
            "12:     const lines = await cartActions.addLine(productId);",
        ],
        "from the function on the server": [
            "actions/orders.ts",
            "7: export async function placeOrder(note: string): Promise<string> {",
            "app/checkout/page.tsx",
            "3: import { placeOrder } from '@/actions/orders';",
            "6:   return <CheckoutPanel onPlace={placeOrder} />;",
            "components/checkout/checkout-panel.tsx",
            "11:       <ConfirmButton confirm={onPlace} />",
            "components/checkout/confirm-button.tsx",
            "8:   return <button onClick={async () => setOrderId(await confirm('no bag'))}>{orderId ?? 'Place order'}"
            "</button>;",
        ],
        "behind the prop": [
            "actions/orders.ts",
            "7: export async function placeOrder(note: string): Promise<string> {",
        ],
        "definition": "actions/wishlist.ts:6:23",
    }


def test_rename_edits_all_files(program: Path) -> None:
    """One of the buffers has a line that is not saved."""
    assert run("rename.el", program) == {
        "actions/orders.ts": ["export async function orderNow(note: string): Promise<string> {"],
        "app/checkout/page.tsx": [
            "import { orderNow } from '@/actions/orders';",
            "  return <CheckoutPanel onPlace={orderNow} />;",
        ],
        "actions/cart.ts": ["export async function putLine(productId: string): Promise<Line[]> {"],
        "components/add-to-cart.tsx": ["    const lines = await cartActions.putLine(productId);"],
    }


def test_hover_shows_the_signature_and_what_happens(program: Path) -> None:
    told = run("hover.el", program)
    signature = "```ts\nplaceOrder(note: string): Promise<string>\n```"
    assert told["on the server"].startswith(signature)
    assert told["on the client, through props"].startswith(signature)
    assert "Here: call, over the network (client), through" in told["on the client, through props"]


def test_an_action_fixes(program: Path) -> None:
    assert run("actions.el", program) == {
        "offered": ["Remove it and what only it uses", "Suppress dead-endpoint here, with a reason"],
        "what is left": [
            "export async function addWish(form: FormData): Promise<void> {",
            "export async function shareWishes(email: string): Promise<void> {",
        ],
    }
