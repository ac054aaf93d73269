"""A type checker beside the server: nobody waits for it, and losing it costs types."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tests.cli import shop
from tests.lsp.client import Client
from tests.lsp.test_conduct import is_gone, soon
from tests.lsp.test_diagnostics import rules
from tests.oracle.conftest import checker
from tests.oracle.fakes import Fake

__all__ = ["checker"]

FILES = {
    "package.json": '{"dependencies": {"next": "16.4.6", "react": "19.3.1"}}',
    "tsconfig.json": (
        '{"compilerOptions": {"jsx": "preserve", "strict": true, "moduleResolution": "bundler", "module": "esnext"}}'
    ),
    "app/page.tsx": (
        "import { find } from 'some-orm';\n"
        "import { Order } from '../components/order';\n"
        "export default async function Page() {\n"
        "  return <Order order={await find()} />;\n"
        "}\n"
    ),
    "components/order.tsx": (
        "'use client';\nexport function Order({ order }: { order: unknown }) { return String(order); }\n"
    ),
    "node_modules/some-orm/package.json": '{"name": "some-orm", "version": "1.0.0", "types": "index.d.ts"}',
    "node_modules/some-orm/index.d.ts": (
        "export declare class Decimal { private constructor(); toFixed(digits: number): string }\n"
        "export declare function find(): Promise<{ total: Decimal }>;\n"
    ),
}
PAGE = "app/page.tsx"
PLAIN = FILES[PAGE].replace("await find()", "(await find()).total.toFixed(2)")


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    return shop.write(tmp_path / "orders", FILES)


def use(fake: Fake, root: Path) -> None:
    (root / "boundary.toml").write_text(f"[types]\nchecker = '{os.path.relpath(fake.path, root)}'\n")


@pytest.mark.skipif(sys.platform == "win32", reason="scripts with a #! line")
def test_a_checker_that_hangs(tmp_path: Path, orders: Path) -> None:
    """Answers come without it, and it does not outlive us."""
    note = tmp_path / "pid"
    fake = Fake(tmp_path / "fake", f"open({str(note)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)\n")
    use(fake, orders)
    client = Client(tmp_path / "cache")
    client.start(orders)
    assert client.pull(orders / PAGE) == []
    client.until(lambda: note.exists() and note.read_text())
    begun = time.monotonic()
    client.open(orders / PAGE, "import { x } from './y';\n" + FILES[PAGE])
    assert client.pull(orders / PAGE) == []
    assert time.monotonic() - begun < 1.0
    assert client.stop() == 0
    assert soon(lambda: is_gone(int(note.read_text())), 2.0)


@pytest.mark.skipif(sys.platform == "win32", reason="scripts with a #! line")
def test_a_checker_that_dies(tmp_path: Path, orders: Path) -> None:
    """One line in the log, however often there would be something to ask."""
    fake = Fake(tmp_path / "fake", "sys.exit(3)\n")
    use(fake, orders)
    client = Client(tmp_path / "cache")
    client.start(orders)
    assert client.pull(orders / PAGE) == []

    def complaints() -> list[str]:
        return [line for line in client.log if "type checker" in line]

    client.until(complaints)
    (orders / PAGE).write_text("\n" + FILES[PAGE])
    client.touch(orders / PAGE)
    assert client.pull(orders / PAGE) == []
    time.sleep(1.5)
    assert len(complaints()) == 1
    assert "ended unexpectedly (exit code 3)" in complaints()[0]
    assert fake.starts == 2
    assert client.stop() == 0


@pytest.mark.realbuild
@pytest.mark.usefixtures("checker")
def test_what_only_the_checker_tells(orders: Path) -> None:
    """It comes a moment later, goes when the text changes, and comes again: for what is typed or saved."""
    client = Client(Path(os.environ["BOUNDARY_CACHE_DIR"]))
    client.start(orders)
    page = orders / PAGE
    assert client.pull(page) == []
    client.until(lambda: rules(client.pull(page)) == ["unserializable-prop"])
    client.until(lambda: [m for m in client.told if m["method"] == "workspace/diagnostic/refresh"])
    client.open(page)
    assert rules(client.pull(page)) == ["unserializable-prop"]
    client.change(page, {"text": PLAIN})
    assert client.pull(page) == []
    client.change(page, {"text": "// ünsaved 😀\n" + FILES[PAGE]})
    client.until(lambda: rules(client.pull(page)) == ["unserializable-prop"])
    assert client.pull(page)[0]["range"]["start"]["line"] == 4
    client.change(page, {"text": "// saved\n\n" + FILES[PAGE]})
    page.write_text("// saved\n\n" + FILES[PAGE])
    client.tell("textDocument/didSave", {"textDocument": {"uri": page.as_uri()}})
    client.until(lambda: rules(client.pull(page)) == ["unserializable-prop"])
    assert client.pull(page)[0]["range"]["start"]["line"] == 5
    assert client.stop() == 0


@pytest.mark.realbuild
@pytest.mark.usefixtures("checker")
def test_the_checker_sees_unsaved_buffers(orders: Path) -> None:
    """One depends on the other, and neither is on disk like this; what is closed is as it is there."""
    lib, page = orders / "lib/orders.ts", orders / PAGE
    lib.parent.mkdir()
    lib.write_text("export const load = () => 1;\n")
    client = Client(Path(os.environ["BOUNDARY_CACHE_DIR"]))
    client.start(orders)
    client.until(lambda: rules(client.pull(page)) == ["unserializable-prop"])
    client.open(lib, "import { find } from 'some-orm';\nexport const load = () => find();\n")
    client.open(
        page, FILES[PAGE].replace("find } from 'some-orm'", "load } from '../lib/orders'").replace("find", "load")
    )
    client.until(lambda: rules(client.pull(page)) == ["unserializable-prop"])
    client.close(lib)
    client.change(page, {"text": FILES[PAGE].replace("some-orm", "../lib/orders").replace("find", "load")})
    time.sleep(3.0)
    assert client.pull(page) == []
    assert client.stop() == 0
