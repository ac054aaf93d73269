"""Other servers for the same files, beside ours with the switches of the default: nothing is shown twice, and nothing
goes missing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.shop import write

from .conftest import CORPUS
from .neighbours import Neighbour, pyright, typescript_5, typescript_7
from .neovim import run

pytestmark = pytest.mark.editors
MADE = "actions/orders.ts:7:23"
NOTES = {
    "package.json": "{}",
    "web/main.ts": "export {};\n",
    "server/notes.py": '"use server"\n\n\ndef save(text: str) -> int:\n    return text\n',
    "client/main.py": 'from server.notes import save\n\nsave("first")\n',
}


@pytest.mark.parametrize("typescript", [typescript_5, typescript_7], ids=["TypeScript 5", "TypeScript 7"])
def test_beside_typescript(program: Path, neighbours: Path, typescript: Callable[[Path], Neighbour]) -> None:
    told = run("beside.lua", program, {}, typescript(neighbours))
    assert "notice" not in told
    assert sorted(told["references"]) == [
        f"{MADE} export async function placeOrder(note: string): Promise<string> {{",
        "app/checkout/page.tsx:3:10 import { placeOrder } from '@/actions/orders';",
        "app/checkout/page.tsx:6:34 return <CheckoutPanel onPlace={placeOrder} />;",
        "components/checkout/checkout-panel.tsx:11:31 <ConfirmButton confirm={onPlace} />",
        "components/checkout/confirm-button.tsx:8:56 "
        "return <button onClick={async () => setOrderId(await confirm('no bag'))}>{orderId ?? 'Place order'}</button>;",
    ]
    [hover] = told["hover"]
    assert sum("placeOrder(note: string): Promise<string>" in line for line in hover) == 1
    assert sum("**Server function** `actions/orders.ts#placeOrder`" in line for line in hover) == 1
    assert told["highlight"] == 1
    assert [line.partition("[")[2] for line in told["workspace symbols"]] == ["Function] placeOrder"]
    assert [line for line in told["document symbols"] if "placeOrder" in line] == [f"{MADE} [Function] placeOrder"]
    assert told["definition"] == [MADE, []]
    assert told["implementation"] == [MADE, []]
    assert told["implementation of the prop"] == [MADE, []]
    assert told["rename"] == [
        "export async function orderNow(note: string): Promise<string> {",
        "import { orderNow } from '@/actions/orders';",
        "  return <CheckoutPanel onPlace={orderNow} />;",
    ]


def test_calls_by_name_beside_pyright(tmp_path: Path, neighbours: Path) -> None:
    """Each server answers what it alone knows."""
    shop = Path(shutil.copytree(CORPUS / "anvil-shop", tmp_path / "anvil-shop"))
    subprocess.run(["git", "init", "-q", str(shop)], check=True)
    told = run("anvil.lua", shop, {}, pyright(neighbours))
    hover, of_string = told.pop("hover"), told.pop("hover of the string")
    everywhere = [
        'client_code/Main/__init__.py:15:27 anvil.server.call("buy", total(self.orders))',
        "server_code/orders.py:12:5 def buy(price: float) -> None:",
    ]
    assert told == {
        "diagnostics": [
            "server_code/orders.py:17:5 boundary[dead-endpoint] `cancel` is not used anywhere, "
            "yet anyone can call it over the network. Delete it."
        ],
        "references of the function": everywhere,
        "references of the string": everywhere,
        "implementation": "server_code/orders.py:12:5",
    }
    assert sum("buy(price: " in line for line in hover[0]) == 1
    assert sum("**Server function** `server_code/orders.py#buy`" in line for line in hover[0]) == 1
    assert sum("buy(price: " in line for line in of_string[0]) == 1


def test_beside_pyright(tmp_path: Path, neighbours: Path) -> None:
    told = run("python.lua", write(tmp_path / "notes", NOTES), {}, pyright(neighbours))
    assert "notice" not in told
    assert told["diagnostics"] == ["Pyright"]
    assert sorted(told["references"]) == [
        "client/main.py:1:26 from server.notes import save",
        'client/main.py:3:1 save("first")',
        "server/notes.py:4:5 def save(text: str) -> int:",
    ]
    assert told["hover"] == [["(function) def save(text: str) -> int"]]
    assert [line.partition("[")[2] for line in told["document symbols"]] == ["Function] save", "Variable] text"]
