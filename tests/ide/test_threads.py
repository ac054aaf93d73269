"""What names stand for is the same for everybody who asks at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from boundary_lsp.graph.linking import Linker, Target
from tests.ide.test_any_rename import analysed

LENGTH = 40
CHAIN = {f"lib/m{n}.ts": f"export * from './m{n + 1}';\nexport const c{n} = {n};\n" for n in range(LENGTH)}
TEXTS = {"package.json": "{}", **CHAIN, f"lib/m{LENGTH}.ts": "export * from './m0';\nexport const last = 1;\n"}


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns all the time."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("restless")
def test_several_threads_ask_one_linker() -> None:
    program = analysed(TEXTS).program
    modules = range(len(program.modules))

    def answers(linker: Linker) -> list[Target | None]:
        return [linker.export(module, "last") for module in modules]

    alone = answers(Linker(program.facts, program.links.server, program.directives))
    assert None not in alone
    with ThreadPoolExecutor(4) as threads:
        for _ in range(20):
            linker = Linker(program.facts, program.links.server, program.directives)
            assert all(found == alone for found in threads.map(answers, [linker] * 4))
